/** Writes what was approved into the rows that readers see; nothing else in the newsroom may. */
import type { PayloadRequest } from 'payload';
import { writeServerFields } from '../database/fields.ts';
import { releasing } from '../database/publishedRows.ts';
import { approvalBy, type Approval, type Carried } from './approval.ts';
import { carriersOf } from './carriages.ts';
import type { DraftedDocument } from './gatheredStory.ts';
import { recordsWhere } from './records.ts';

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
    const row = await shownRow(req, part.collection, part.data.id);
    if (row === null) continue;
    const out = isOut(row, now);
    // Ids of approvals grow with time (UUIDv7), so a later approval compares greater.
    const behind = out && (row.shownApproval ?? '') > approval.id;
    if (behind || (releaseAt > now && (out || (await shownEarlier(req, approval, part, releaseAt))))) continue;
    await show(req, part, approval.id, now);
  }
}

/**
 * A text that readers no longer see must not come back with another story's release, be it for the moment until the sweep comes by:
 * parts that a story let go of, and that nobody sees now, take the text of the story that will show them first, or forget what they showed.
 */
export async function forgetShown(req: PayloadRequest, letGo: readonly Carried[], now: Date): Promise<void> {
  for (const { collection, document } of letGo) {
    if (!isPart(collection)) continue;
    const row = await shownRow(req, collection, document);
    if (row === null || isOut(row, now)) continue;
    const next = row.publicFrom ? await nextToShow(req, collection, document) : null;
    if (next !== null) await show(req, next.part, next.approval, now);
    else await writeServerFields({ payload: req.payload, req, collection, id: document, values: { shownApproval: null } });
  }
}

/** What the story that is released first among those that carry a part will show of it. */
async function nextToShow(
  req: PayloadRequest,
  collection: string,
  document: string,
): Promise<{ part: DraftedDocument<{ id: string }>; approval: string } | null> {
  const [first] = await carriersOf(req, collection, document);
  const [story] = first === undefined ? [] : await recordsWhere(req, 'workflow', { article: { equals: first.article } }, { limit: 1 });
  if (story === undefined) return null;
  const { id, documents } = await approvalBy(req, story.published);
  const part = documents.parts.find((one) => one.collection === collection && one.data.id === document);
  return part === undefined ? null : { part, approval: id };
}

function isPart(collection: string): collection is 'news-excerpts' | 'commentaries' {
  return collection === 'news-excerpts' || collection === 'commentaries';
}

function isOut({ publicFrom }: ShownRow, now: Date): boolean {
  return publicFrom ? Date.parse(publicFrom) <= now.getTime() : false;
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

async function shownRow(req: PayloadRequest, collection: string, id: string): Promise<ShownRow | null> {
  return req.payload.db.findOne<ShownRow>({ collection, where: { id: { equals: id } }, req });
}

async function shownEarlier(req: PayloadRequest, approval: Approval, part: DraftedDocument<{ id: string }>, releaseAt: Date): Promise<boolean> {
  const carriers = await carriersOf(req, part.collection, part.data.id);
  return carriers.some((other) => other.article !== approval.article && Date.parse(other.releaseAt ?? '') < releaseAt.getTime());
}
