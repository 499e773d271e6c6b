/** One spelling of a document's edit revision on the wire: the strong entity tag `"12"`. */

/** The entity tag of `rev` (RFC 9110, section 8.8.3). */
export function revisionTag(rev: number): string {
  return `"${rev}"`;
}

/** The revision that `If-Match` names (RFC 9110, section 13.1.1), null without the header or for `*`; -1 for a tag that can never match. */
export function revisionNamed(headers: Headers): number | null {
  const header = headers.get('if-match')?.trim();
  if (header === undefined || header === '*') return null;
  const match = /^"(\d{1,15})"$/.exec(header);
  // A weak or foreign tag never matches under the strong comparison that If-Match asks for.
  return match === null ? -1 : Number(match[1]);
}
