/** Which documents readers may see, because a released story carries them: `publicFrom` is kept in step here and nowhere else. */
import type { PayloadRequest } from 'payload';
import { writeServerFields } from '../database/fields.ts';
import type { Carried } from './approval.ts';
import { changeRecord, insertRecord, recordsWhere, removeRecords, type CarriageRow } from './records.ts';

/** Notes that an approval of `article` names `carried`, so that none of them is deleted before it goes out. */
export async function reserveCarried(req: PayloadRequest, article: string, carried: readonly Carried[]): Promise<void> {
  const known = await recordsWhere(req, 'carriages', { article: { equals: article } });
  for (const { collection, document } of carried) {
    if (!known.some((row) => row.collection === collection && row.document === document)) {
      await insertRecord(req, 'carriages', { article, collection, document, releaseAt: null });
    }
  }
}

/** Lets go of what an approval named that never went out. */
export async function releaseReserved(req: PayloadRequest, article: string): Promise<void> {
  await removeRecords(req, 'carriages', { article: { equals: article } });
}

/**
 * From now on the live story `article` carries exactly `carried`, visible from `releaseAt`; with an empty list it carries nothing.
 * Recomputes `publicFrom` of everything it carries or carried, and returns what it carries no longer.
 */
export async function carry(req: PayloadRequest, article: string, carried: readonly Carried[], releaseAt: string | null): Promise<Carried[]> {
  await reserveCarried(req, article, carried);
  const rows = await recordsWhere(req, 'carriages', { article: { equals: article } });
  const letGo: Carried[] = [];
  for (const row of rows) {
    const stays = carried.some(({ collection, document }) => row.collection === collection && row.document === document);
    const releases = stays ? releaseAt : null;
    if (!sameInstant(row.releaseAt, releases)) {
      await changeRecord(req, 'carriages', row.id, { releaseAt: releases });
      await recomputePublicFrom(req, row.collection, row.document);
      if (!stays) letGo.push({ collection: row.collection, document: row.document });
    }
  }
  return letGo;
}

/** The stories that carry a document to readers, the one that is released first at the front. */
export function carriersOf(req: PayloadRequest, collection: string, document: string, options: { limit?: number } = {}): Promise<CarriageRow[]> {
  return recordsWhere(
    req,
    'carriages',
    { and: [{ collection: { equals: collection } }, { document: { equals: document } }, { releaseAt: { exists: true } }] },
    { sort: 'releaseAt', ...options },
  );
}

async function recomputePublicFrom(req: PayloadRequest, collection: string, document: string): Promise<void> {
  const [earliest] = await carriersOf(req, collection, document, { limit: 1 });
  await writeServerFields({ payload: req.payload, req, collection, id: document, values: { publicFrom: earliest?.releaseAt ?? null } });
}

function sameInstant(one: string | null | undefined, other: string | null): boolean {
  return (one ? Date.parse(one) : null) === (other ? Date.parse(other) : null);
}
