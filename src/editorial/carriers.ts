/** What an edit of a part or of a name means for the stories that show it. */
import type { PayloadRequest } from 'payload';
import { newestDrafts } from '../database/newestDrafts.ts';
import { actorOf, type Desk } from './desk.ts';
import { recordsWhere } from './records.ts';
import { recordChange } from './sequencer/marks.ts';
import { noteEdit, putBackInReview } from './workflow.ts';

/** After an edit of a part: each live story that carries it goes back in review; each that holds it in its draft knows its last editor. */
export async function reviewCarriers(desk: Desk, req: PayloadRequest, collection: string, id: string): Promise<void> {
  const carriages = await recordsWhere(req, 'carriages', {
    and: [{ collection: { equals: collection } }, { document: { equals: id } }, { releaseAt: { exists: true } }],
  });
  const live = new Set(carriages.map((row) => row.article));
  for (const article of live) await putBackInReview(desk, req, article);
  const field = collection === 'commentaries' ? 'commentaries' : 'excerpts';
  const holders = await newestDrafts(req, 'articles', { [field]: { in: [id] } });
  for (const { id: article } of holders) if (!live.has(article)) await noteEdit(req, article);
}

/** After a change of what editions fix by value: the mark that tells the sequencer to look, if any story ever carried it. */
export async function recordCascade(desk: Desk, req: PayloadRequest, collection: string, id: string): Promise<void> {
  const carried = await recordsWhere(req, 'carriages', { and: [{ collection: { equals: collection } }, { document: { equals: id } }] }, { limit: 1 });
  if (carried.length === 0) return;
  await recordChange(req, collection, id, actorOf(req.user), desk.clock().toISOString());
}
