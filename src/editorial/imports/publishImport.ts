/** Takes an imported story from its draft to its readers, by the same transitions that people use. */
import type { TypedUser } from 'payload';
import type { Desk } from '../desk.ts';
import { inTransaction, runTransition } from '../runTransition.ts';
import type { TransitionName } from '../stages.ts';
import { workflowOf } from '../workflow.ts';
import { importsOf, isUnedited } from './importRecords.ts';

export interface PublishOrder {
  article: string;
  /** The identity it was imported under. */
  key: string;
  by: { user: TypedUser } | { system: 'samples' };
  /** When it was first out; now, when null or still to come. */
  firstPublishedAt: Date | null;
}

const NEXT: Record<string, TransitionName | undefined> = { draft: 'submit', in_review: 'approve', approved: 'publish', scheduled: 'publish' };

/**
 * Submits, approves and publishes the story; one that an earlier run left on the way goes on from there.
 * @returns false when there was nothing to do: it was published before, or somebody has edited it since the import.
 * @throws {Problem} naming what the story lacks, or what its user may not do; the draft stays.
 */
export async function publishImport(desk: Desk, { article, key, by, firstPublishedAt }: PublishOrder): Promise<boolean> {
  const begun = desk.clock();
  const backfill = firstPublishedAt !== null && firstPublishedAt <= begun ? { firstPublishedAt } : {};
  for (let steps = 0; steps < 3; steps += 1) {
    const transition = await nextStep(desk, article, key);
    if (transition === null) return steps > 0;
    await runTransition(desk, { transition, article, ...by, ...(transition === 'publish' ? backfill : {}) });
  }
  return true;
}

async function nextStep(desk: Desk, article: string, key: string): Promise<TransitionName | null> {
  return inTransaction(desk, null, async (req) => {
    const stage = await workflowOf(req, article);
    const row = (await importsOf(req, key)).find((one) => one.article === article);
    if (stage.number > 0 || row === undefined || !(await isUnedited(req, row))) return null;
    return NEXT[stage.work] ?? null;
  });
}
