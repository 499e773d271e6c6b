/** Asks about documents as editors see them; without it a query on the main rows would answer with what was created or published. */
import { appendVersionToQueryKey, type PayloadRequest, type Where } from 'payload';

/** The newest text of each document of a drafted `collection` that `where` finds, at most `limit` (0: all); its `fields`, or all of it. */
export async function newestDrafts<Stored>(
  req: PayloadRequest,
  collection: string,
  where: Where,
  options: { limit?: number; sort?: string; fields?: readonly string[] } = {},
): Promise<(Stored & { id: string })[]> {
  const { docs } = await req.payload.db.queryDrafts<Stored & { id: string }>({
    collection,
    where: appendVersionToQueryKey(where),
    limit: options.limit ?? 0,
    pagination: false,
    ...(options.sort === undefined ? {} : { sort: `version.${options.sort}` }),
    ...(options.fields === undefined ? {} : { select: { parent: true, version: Object.fromEntries(options.fields.map((field) => [field, true])) } }),
    req,
  });
  return docs;
}
