/** One spelling of a document's edit revision on the wire: the strong entity tag `"12"`. */
import { Problem } from '../errors.ts';

/** The revisions that an editor may have seen: one is usual, a list of tags may name more; one that no document can have never matches. */
export type Seen = readonly number[];

/** No document is ever at this revision. */
export const NEVER = -1;

/** The entity tag of `rev` (RFC 9110, section 8.8.3). */
export function revisionTag(rev: number): string {
  return `"${rev}"`;
}

/**
 * The revisions that `If-Match` names (RFC 9110, section 13.1.1); null without the header or for `*`, which is any revision.
 * A weak tag and a tag that is not ours are named and never match: the comparison is strong.
 * @throws {Problem} 400 when the header is not a list of entity tags.
 */
export function revisionsNamed(headers: Headers): Seen | null {
  const header = headers.get('if-match')?.trim();
  if (header === undefined || header === '*') return null;
  if (!LIST.test(header)) {
    throw new Problem(400, 'bad-revision', 'If-Match has to be the ETag that you read, such as "3", in its quotation marks; or *.', [
      { parameter: 'If-Match', detail: 'an entity tag, a list of them, or *' },
    ]);
  }
  return [...header.matchAll(TAG)].map(([tag]) => ourRevision(tag));
}

/** The one of `seen` that a document at `current` can be claimed by. */
export function claimable(seen: Seen, current: number | null | undefined): number {
  const [first = NEVER] = seen;
  return seen.length === 1 ? first : (seen.find((rev) => rev === current) ?? NEVER);
}

const ETAG = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\uffff]*"`;
const LIST = new RegExp(`^${ETAG}(?:[ \\t]*,[ \\t]*${ETAG})*$`);
const TAG = new RegExp(ETAG, 'g');

function ourRevision(tag: string): number {
  const match = /^"(0|[1-9]\d{0,14})"$/.exec(tag);
  return match === null ? NEVER : Number(match[1]);
}
