/** Where everything is on this site: without this file a link and the page that it leads to could disagree. */

export type Kind = 'topics' | 'authors' | 'outlets';

export const addresses = {
  front: (language: string) => `/${segment(language)}`,
  story: ({ language, slug }: { language: string; slug: string }) => `/${segment(language)}/articles/${segment(slug)}`,
  names: (language: string, kind: Kind) => `/${segment(language)}/${kind}`,
  name: (language: string, kind: Kind, slug: string) => `/${segment(language)}/${kind}/${segment(slug)}`,
  search: (language: string, query: URLSearchParams = new URLSearchParams()) => withQuery(`/${segment(language)}/search`, query),
  corrections: (language: string) => `/${segment(language)}/corrections`,
};

/** `path` with `query`, where there is one. */
export function withQuery(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** An address that a reader may follow; null for any other, whatever an editor has typed. */
export function followable(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

function segment(text: string): string {
  return encodeURIComponent(text);
}
