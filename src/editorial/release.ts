/** Writes what was approved into the rows that readers see; nothing else in the newsroom may. */
import type { PayloadRequest } from 'payload';
import { writeServerFields } from '../database/fields.ts';
import { releasing } from '../database/publishedRows.ts';
import type { Approval } from './approval.ts';
import { otherCarriers } from './carriages.ts';
import type { DraftedDocument } from './gatheredStory.ts';

interface ShownRow {
  id: string;
  publicFrom?: string | null;
  shownApproval?: string | null;
}

/**
 * Brings the story and its parts into the approved state. A part that readers already see through another story
 * waits for this story's release; `showParts` is called again then.
 */
export async function showApproved(req: PayloadRequest, approval: Approval, releaseAt: Date, now: Date): Promise<void> {
  await show(req, approval.documents.article, approval.id, now);
  await showParts(req, approval, releaseAt, now);
}

/** Brings each part into the approved state, unless a later approval is out already or readers see it before this story's release. */
export async function showParts(req: PayloadRequest, approval: Approval, releaseAt: Date, now: Date): Promise<void> {
  for (const part of approval.documents.parts) {
    const row = await shownRow(req, part);
    if (row === null) continue;
    const out = row.publicFrom ? Date.parse(row.publicFrom) <= now.getTime() : false;
    // Ids of approvals grow with time (UUIDv7), so a later approval compares greater.
    const behind = out && (row.shownApproval ?? '') > approval.id;
    if (behind || (releaseAt > now && (out || (await shownEarlier(req, approval, part, releaseAt))))) continue;
    await show(req, part, approval.id, now);
  }
}

/** A withdrawn story's text must not come back with another story's release: its parts forget that they show it. */
export async function forgetShown(req: PayloadRequest, approval: Approval): Promise<void> {
  for (const part of approval.documents.parts) {
    const row = await shownRow(req, part);
    if (row !== null && row.shownApproval === approval.id && !row.publicFrom) {
      await writeServerFields({ payload: req.payload, req, collection: part.collection, id: part.data.id, values: { shownApproval: null } });
    }
  }
}

async function show(req: PayloadRequest, document: DraftedDocument<{ id: string }>, approval: string, now: Date): Promise<void> {
  const { collection, data, version } = document;
  // What transitions keep on the row is theirs: the frozen state is from before them.
  const { rev: _rev, publicFrom: _publicFrom, ...text } = data;
  const published = { ...text, _status: 'published', shownApproval: approval, updatedAt: now.toISOString() };
  await releasing(req, async () => {
    await req.payload.db.updateOne({ collection, id: data.id, data: published, req });
    await markVersion(req, document, version);
  });
}

/** The panel's list of versions tells editors which one is out, as long as no newer draft lies on top. */
async function markVersion(req: PayloadRequest, document: DraftedDocument<{ id: string }>, version: string): Promise<void> {
  const { collection, data } = document;
  const { docs } = await req.payload.db.findVersions<Record<string, unknown>>({
    collection,
    where: { and: [{ parent: { equals: data.id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    locale: 'all',
    req,
  });
  const newest = docs[0];
  if (newest === undefined || String(newest.id) !== version) return;
  await req.payload.db.updateVersion({
    collection,
    id: version,
    versionData: { ...newest, version: { ...newest.version, _status: 'published' } },
    req,
  });
}

async function shownRow(req: PayloadRequest, part: DraftedDocument<{ id: string }>): Promise<ShownRow | null> {
  return req.payload.db.findOne<ShownRow>({ collection: part.collection, where: { id: { equals: part.data.id } }, req });
}

async function shownEarlier(req: PayloadRequest, approval: Approval, part: DraftedDocument<{ id: string }>, releaseAt: Date): Promise<boolean> {
  const others = await otherCarriers(req, approval.article, part.collection, part.data.id);
  return others.some((other) => Date.parse(other) < releaseAt.getTime());
}
