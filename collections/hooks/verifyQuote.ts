/** Without this hook a client could call its own quote verified, or prove it by itself: compares quote and snapshot on every save, by whatever door. */
import { ValidationError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { RULE } from '../../src/domain/quotes/compare.ts';
import { examine, type Examination, type Examined } from '../../src/domain/quotes/examine.ts';
import { staffOf } from '../../src/domain/roles.ts';

interface Snapshot {
  text?: string | null;
  capturedBy?: string | null;
  capturedAt?: string | null;
}

interface Excerpt extends Examined, Partial<Examination> {
  snapshot?: Snapshot | null;
}

/**
 * Sets `verification` and `quoteCheck`, and who captured the snapshot and when, whatever was sent for them. A copy and a restored version keep
 * who captured theirs. Refuses (400, naming `snapshot.text`) a snapshot that was made from the quote.
 */
export const verifyQuote: CollectionBeforeChangeHook = ({ collection, data, originalDoc, req }) => {
  const [now, before] = [data as Excerpt, (originalDoc ?? {}) as Excerpt];
  const snapshot = { ...now.snapshot, ...captureOf(req, now.snapshot ?? {}, before.snapshot ?? {}) };
  const isAsBefore = sameText(now.snapshot?.text, before.snapshot?.text) && JSON.stringify(now.quote ?? null) === JSON.stringify(before.quote ?? null);
  if (isAsBefore && sameText(now.leadIn, before.leadIn) && sameText(now.title, before.title) && before.quoteCheck?.rule === RULE) {
    return { ...data, snapshot, verification: before.verification, quoteCheck: before.quoteCheck };
  }
  const { verification, quoteCheck, madeFromQuote } = examine(now, new Date());
  if (madeFromQuote && !isAsBefore)
    throw new ValidationError({ collection: collection.slug, errors: [{ path: 'snapshot.text', message: PROVES_ITSELF }], req });
  return { ...data, snapshot, verification, quoteCheck };
};

const PROVES_ITSELF =
  'This says hardly more than the quote itself, and a quote cannot prove itself. Paste the whole report as it stands at its source: ' +
  'headline, date, and what is written before and after the quoted passage.';

function captureOf(req: PayloadRequest, { text, capturedBy, capturedAt }: Snapshot, before: Snapshot): Pick<Snapshot, 'capturedBy' | 'capturedAt'> {
  if (isEmpty(text)) return { capturedBy: null, capturedAt: null };
  // These come from the version, not from whoever restores it.
  if (req.context.isRestoringVersion === true) return { capturedBy: capturedBy ?? null, capturedAt: capturedAt ?? null };
  if (sameText(text, before.text)) return { capturedBy: before.capturedBy ?? null, capturedAt: before.capturedAt ?? null };
  return { capturedBy: staffOf(req)?.id ?? null, capturedAt: new Date().toISOString() };
}

function sameText(one: string | null | undefined, other: string | null | undefined): boolean {
  return (one ?? '') === (other ?? '');
}

function isEmpty(text: string | null | undefined): boolean {
  return typeof text !== 'string' || text.trim() === '';
}
