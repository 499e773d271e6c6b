/** Lets readers see what was approved, now or at the end of its embargo: approved → draft, and live. */
import { approvalBy } from '../approval.ts';
import { carry } from '../carriages.ts';
import { insertRecord, type WorkflowRow } from '../records.ts';
import { showApproved } from '../release.ts';
import { keepSlug } from '../slugs.ts';
import { nextStage } from '../stages.ts';
import { takeStep, workflowOf } from '../workflow.ts';
import type { Order } from './order.ts';

/** @throws {Problem} 409 when nothing is approved. */
export async function publishStory({ req, article, by, desk, reason, notice, firstPublishedAt }: Order): Promise<void> {
  const row = await workflowOf(req, article);
  nextStage('publish', row);
  const approval = await approvalBy(req, row.approval);
  const now = desk.clock();
  const embargo = embargoAhead(approval.documents.article.data.embargoUntil, now);
  const releaseAt = releaseOf(row, embargo, now);
  const seenSince = row.firstPublishedAt && new Date(row.firstPublishedAt) <= now ? row.firstPublishedAt : null;
  const backfill = seenSince === null && firstPublishedAt !== undefined;
  const first = seenSince ?? (firstPublishedAt ?? releaseAt).toISOString();
  const number = row.number + 1;

  await insertRecord(req, 'publications', {
    article,
    number,
    approval: approval.id,
    kind: row.publication === 'live' ? 'updated' : 'published',
    notice: notice ?? null,
    by,
    at: now.toISOString(),
    embargoUntil: embargo?.toISOString() ?? null,
    firstPublishedAt: first,
    backfill,
  });
  await keepSlug(req, article, approval.content.language, approval.content.slug);
  await showApproved(req, approval, releaseAt, now);
  await carry(req, article, approval.documents.carried, releaseAt.toISOString());
  await takeStep(req, row, { transition: 'publish', by, at: now, reason, notice }, {
    approval: null,
    published: approval.id,
    number,
    firstPublishedAt: first,
    scheduledFor: null,
    releaseAt: releaseAt.toISOString(),
    releaseDue: releaseAt > now ? releaseAt.toISOString() : null,
  });
}

function embargoAhead(embargoUntil: string | null | undefined, now: Date): Date | null {
  const end = embargoUntil ? new Date(embargoUntil) : null;
  return end !== null && end > now ? end : null;
}

/** A story that readers have seen stays released since then; any other is released at the end of its embargo, or now. */
function releaseOf(row: WorkflowRow, embargo: Date | null, now: Date): Date {
  const released = row.publication === 'live' && row.releaseAt ? new Date(row.releaseAt) : null;
  return released !== null && released <= now ? released : (embargo ?? now);
}
