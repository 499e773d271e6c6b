/** Without this file each of the many documents of a transaction would ask anew whether the outlets and authors that all of them name exist. */

/** Under this key a request of the newsroom's own carries what its transaction has seen to exist; no client can. */
const KEY = 'knownReferences';

interface References {
  has(collection: string, id: string): boolean;
  add(collection: string, id: string): void;
  /** @returns whether it was there. */
  delete(collection: string, id: string): boolean;
}

/** References of one transaction that need not be looked for again: nothing in it removes a document. */
export interface KnownReferences extends Omit<References, 'delete'> {
  /** Documents that the transaction itself has made, until their first version is written; kept by the database room. */
  made: References;
}

/** Begins to remember in `context`, for as long as its transaction lasts. */
export function rememberReferences(context: Record<string, unknown>): KnownReferences {
  const known: KnownReferences = { ...references(), made: references() };
  context[KEY] = known;
  return known;
}

/** What `context` remembers; undefined for the requests of clients. */
export function knownReferences(context: Record<string, unknown>): KnownReferences | undefined {
  return context[KEY] as KnownReferences | undefined;
}

/** Lets another request of the same transaction share what is known. */
export function shareReferences(from: Record<string, unknown>, to: Record<string, unknown>): void {
  if (from[KEY] !== undefined) to[KEY] = from[KEY];
}

function references(): References {
  const seen = new Set<string>();
  const nameOf = (collection: string, id: string): string => `${collection} ${id}`;
  return {
    has: (collection, id) => seen.has(nameOf(collection, id)),
    add: (collection, id) => void seen.add(nameOf(collection, id)),
    delete: (collection, id) => seen.delete(nameOf(collection, id)),
  };
}
