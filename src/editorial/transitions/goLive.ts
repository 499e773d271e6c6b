/** What every way of showing a story has in common: the publication's record, the rows that readers see, the workflow. */
import type { Approval } from '../approval.ts';
import { carry } from '../carriages.ts';
import type { PublicationRow, WorkflowRow } from '../records.ts';
import { recordPublication, type Published } from '../sequencer/marks.ts';
import { forgetShown, showApproved } from '../release.ts';
import { embargoAhead, refuseEmbargoOnSeen, seenByReaders } from '../embargo.ts';
import { keepSlug } from '../slugs.ts';
import type { TransitionName } from '../stages.ts';
import { takeStep } from '../workflow.ts';
import type { Order } from './order.ts';

export interface GoingLive {
  row: WorkflowRow;
  transition: TransitionName;
  kind: PublicationRow['kind'];
  approval: Approval;
}

/**
 * Shows `approval` to readers, now or at the end of its embargo, and records that it did.
 * @returns what the ledger is to be told of.
 * @throws {Problem} 409 when it is under embargo and readers have seen the story.
 */
export async function goLive(
  { desk, req, article, by, reason, notice, firstPublishedAt }: Order,
  { row, transition, kind, approval }: GoingLive,
): Promise<Published> {
  const now = desk.clock();
  const embargo = embargoAhead(approval.documents.article.data.embargoUntil, now);
  const releaseAt = releaseOf(row, embargo, now);
  const seen = seenByReaders(row, now);
  refuseEmbargoOnSeen(seen, embargo);
  const seenSince = seen ? (row.firstPublishedAt ?? null) : null;
  const backfill = seenSince === null && firstPublishedAt !== undefined;
  const first = seenSince ?? (firstPublishedAt ?? releaseAt).toISOString();
  const number = row.number + 1;

  const published = await recordPublication(req, {
    article,
    number,
    approval: approval.id,
    kind,
    notice: notice ?? null,
    by,
    at: now.toISOString(),
    embargoUntil: embargo?.toISOString() ?? null,
    firstPublishedAt: first,
    backfill,
  });
  await keepSlug(req, article, approval.content.language, approval.content.slug);
  await showApproved(req, approval, releaseAt, now);
  await forgetShown(req, await carry(req, article, approval.documents.carried, releaseAt.toISOString()), now);
  await takeStep(
    req,
    row,
    { transition, by, at: now, reason, notice },
    {
      // Reinstating takes what was out before; what is approved or scheduled meanwhile stays so.
      ...(transition === 'reinstate' ? {} : { approval: null, scheduledFor: null }),
      published: approval.id,
      number,
      firstPublishedAt: first,
      releaseAt: releaseAt.toISOString(),
      releaseDue: releaseAt > now ? releaseAt.toISOString() : null,
    },
  );
  return published;
}

/** A story that readers have seen stays released since then; any other is released at the end of its embargo, or now. */
function releaseOf(row: WorkflowRow, embargo: Date | null, now: Date): Date {
  const released = row.publication === 'live' && row.releaseAt ? new Date(row.releaseAt) : null;
  return released !== null && released <= now ? released : (embargo ?? now);
}
