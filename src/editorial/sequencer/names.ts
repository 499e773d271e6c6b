/** Reads what carries names as it is stored now, for the editions that show it. */
import type { Payload } from 'payload';
import type { CurrentNames, NamedCollection } from '../assemble/currentNames.ts';

/** The documents of `ids`, by collection; those that are gone are left out. */
export async function currentNames(payload: Payload, ids: Readonly<Partial<Record<NamedCollection, readonly string[]>>>): Promise<CurrentNames> {
  const [outlets, authors, topics, media] = await Promise.all([
    stored<CurrentNames['outlets']>(payload, 'outlets', ids.outlets),
    stored<CurrentNames['authors']>(payload, 'authors', ids.authors),
    stored<CurrentNames['topics']>(payload, 'topics', ids.topics),
    stored<CurrentNames['media']>(payload, 'media', ids.media),
  ]);
  return { outlets, authors, topics, media };
}

type ValueOf<Map> = Map extends ReadonlyMap<string, infer Value> ? Value : never;

async function stored<Among extends ReadonlyMap<string, { id: string }>>(
  payload: Payload,
  collection: NamedCollection,
  ids: readonly string[] = [],
): Promise<Map<string, ValueOf<Among>>> {
  if (ids.length === 0) return new Map();
  const { docs } = await payload.db.find<ValueOf<Among> & { id: string }>({
    collection,
    where: { id: { in: [...ids] } },
    limit: 0,
    pagination: false,
    locale: 'all',
  });
  return new Map(docs.map((doc) => [doc.id, doc]));
}
