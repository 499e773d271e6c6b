/** How a page of a list looks, and where it says that there is more: without this file every list would page in its own way. */
import { jsonReply, type Asked, type Ready } from './ready.ts';
import { MANY } from './surrogateKeys.ts';

export interface Listed {
  data: readonly unknown[];
  limit: number;
  /** The cursor of the next page; null on the last. */
  next: string | null;
  total?: number | '10000+';
  facets?: unknown;
}

/** `{ data, page }`, with `Link: rel="next"` (RFC 8288) where there is more. */
export function pageReply(asked: Asked, { data, limit, next, total, facets }: Listed): Ready {
  const page = { limit, next, ...(total === undefined ? {} : { total }) };
  const body = { data, page, ...(facets === undefined ? {} : { facets }) };
  return jsonReply(asked, body, { keys: MANY, ...(next === null ? {} : { more: { Link: `<${addressOfNext(asked, next)}>; rel="next"` } }) });
}

/** The same query, further on. */
function addressOfNext({ path, query, context }: Asked, next: string): string {
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', next);
  return `${context.publicUrl}${path}?${parameters.toString()}`;
}
