/** Without this file an answer that the documentation does not know would go by: what the tests of this process were told at published addresses, and what is wrong with it. */

/** An answer, as far as the documentation says something of it. */
export interface Told {
  method: string;
  url: string;
  status: number;
  header: (name: string) => string | null;
  /** Unpacked; undefined where its end was not waited for. */
  body: string | undefined;
}

const published = /^\/(v1|feeds|sitemaps|\.well-known)(\/|$)|^\/(sitemap|sitemap-news)\.xml$|^\/robots\.txt$|^\/(livez|readyz|metrics)$/;
const complaints: string[] = [];

/** Whether the documentation has to say something of an answer at `url`. */
export function isPublished(url: string): boolean {
  return published.test(new URL(url).pathname);
}

/** Holds `told` against the documentation, which is loaded where there is something to hold against it. */
export async function hear(told: Told): Promise<void> {
  const { complaintsAbout } = await import('./described.ts');
  complaints.push(...complaintsAbout(told));
}

/** What was found since it was asked last. */
export function complaintsSoFar(): string[] {
  return complaints.splice(0);
}
