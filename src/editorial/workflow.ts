/** The one place where a story's stage is read and changed; without it two people could move one story twice. */
import type { PayloadRequest } from 'payload';
import { writeServerFields } from '../database/fields.ts';
import { Problem } from '../errors.ts';
import { actorOf, type Actor, type Desk } from './desk.ts';
import { changeRecord, insertRecord, recordsWhere, type WorkflowRow } from './records.ts';
import { nextStage, type Publication, type Stage, type TransitionName, type Work } from './stages.ts';

/** A step of a story, with the words that go with it. */
export interface Step {
  transition: TransitionName;
  by: Actor;
  at: Date;
  reason?: string | undefined;
  notice?: string | undefined;
}

/** Opens the row of a new story: nothing done yet, nothing out. */
export async function openWorkflow(desk: Desk, req: PayloadRequest, article: string): Promise<void> {
  const at = desk.clock().toISOString();
  await insertRecord(req, 'workflow', { article, work: 'draft', publication: 'none', number: 0, lastEditedBy: editorOf(req), changedAt: at });
}

/**
 * The story's row.
 * @throws {Problem} 404 when there is no such story.
 */
export async function workflowOf(req: PayloadRequest, article: string): Promise<WorkflowRow> {
  const [row] = await recordsWhere(req, 'workflow', { article: { equals: article } }, { limit: 1 });
  if (row === undefined) throw new Problem(404, 'not-found', 'There is no such story.');
  return row;
}

/** Remembers who last edited the story; also makes an edit and a transition of one moment conflict, so that neither sees half of the other. */
export async function noteEdit(req: PayloadRequest, article: string): Promise<void> {
  await touchRow(req, await workflowOf(req, article));
}

/**
 * Takes `step` from the stage that `row` is in, records it, and returns the new stage.
 * @throws {Problem} 409 when the step is not possible from there.
 */
export async function takeStep(req: PayloadRequest, row: WorkflowRow, step: Step, change: Partial<WorkflowRow> = {}): Promise<Stage> {
  const from: Stage = { work: row.work, publication: row.publication };
  const to = nextStage(step.transition, from);
  await recordMove(req, row, step.transition, from, to, step, change);
  return to;
}

/** A part of a live story changed: somebody has to look at the story again. Approved and scheduled stories keep their frozen text. */
export async function putBackInReview(desk: Desk, req: PayloadRequest, article: string): Promise<void> {
  const row = await workflowOf(req, article);
  await touchRow(req, row);
  if (row.publication !== 'live' || row.work !== 'draft') return;
  const from: Stage = { work: row.work, publication: row.publication };
  await recordMove(
    req,
    row,
    'submit',
    from,
    { ...from, work: 'in_review' },
    { transition: 'submit', by: actorOf(req.user), at: desk.clock(), reason: 'A part of the live story was edited.' },
    {},
  );
}

const batches = new WeakMap<object, { articles: Set<string>; rows: Promise<Map<string, WorkflowRow>> }>();

/** The stage of one story of a list; the stories of one list are looked up together. */
export async function stageOf(req: PayloadRequest, article: string): Promise<{ work: Work; publication: Publication } | null> {
  let batch = batches.get(req.context);
  if (batch === undefined) {
    const articles = new Set<string>();
    const rows = Promise.resolve().then(async () => {
      // Two turns: every document of the list has asked by then.
      await Promise.resolve();
      batches.delete(req.context);
      const found = await recordsWhere(req, 'workflow', { article: { in: [...articles] } });
      return new Map(found.map((row) => [row.article, row]));
    });
    batch = { articles, rows };
    batches.set(req.context, batch);
  }
  batch.articles.add(article);
  const row = (await batch.rows).get(article);
  return row === undefined ? null : { work: row.work, publication: row.publication };
}

async function recordMove(
  req: PayloadRequest,
  row: WorkflowRow,
  transition: string,
  from: Stage,
  to: Stage,
  step: Step,
  change: Partial<WorkflowRow>,
): Promise<void> {
  const at = step.at.toISOString();
  // Whatever stood in the story's way, it has moved.
  await changeRecord(req, 'workflow', row.id, { ...to, changedAt: at, problem: null, nextAttemptAt: null, ...change });
  await insertRecord(req, 'transitions', {
    article: row.article,
    transition,
    from,
    to,
    by: step.by,
    at,
    reason: step.reason ?? null,
    notice: step.notice ?? null,
    scheduledFor: step.transition === 'schedule' ? (change.scheduledFor ?? null) : null,
  });
}

/** A write even where the same person edits again: only a write of the same row makes two transactions conflict on MongoDB. */
async function touchRow(req: PayloadRequest, { id }: WorkflowRow): Promise<void> {
  await writeServerFields({ payload: req.payload, req, collection: 'workflow', id, values: { lastEditedBy: editorOf(req) } });
}

function editorOf(req: PayloadRequest): string | null {
  return req.user ? String(req.user.id) : null;
}
