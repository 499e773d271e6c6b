/** What we use of `jsonld`, which brings no types. */
declare module 'jsonld' {
  interface Options {
    documentLoader: (url: string) => Promise<{ documentUrl: string; document: object }>;
    /** Whether what means nothing is an error instead of being left out. */
    safe: boolean;
  }
  const jsonld: { expand(document: unknown, options: Options): Promise<Record<string, unknown>[]> };
  export default jsonld;
}
