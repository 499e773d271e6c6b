/** Without this file a save and a later re-check could judge one excerpt by two rules. */
import { isDeepStrictEqual } from 'node:util';
import { sha256 } from '../digest.ts';
import type { QuoteCheck, Verification } from './check.ts';
import { compareQuote, RULE } from './compare.ts';
import { isMadeFromQuote } from './madeFromQuote.ts';

/** The fields of an excerpt that its verification depends on. */
export interface Examined {
  quote?: unknown;
  leadIn?: string | null;
  title?: string | null;
  snapshot?: { text?: string | null } | null;
}

/** What is kept with the excerpt: the result for readers, the rest for staff. */
export interface Examination {
  verification: Verification;
  quoteCheck: QuoteCheck | null;
}

const NOTHING_PROVED: Examination = { verification: 'unverified', quoteCheck: null };

/**
 * Compares the quote of `excerpt` with its snapshot, where it has both. A snapshot in which the quote is found and that was made from it
 * proves nothing: `madeFromQuote`.
 */
export function examine(excerpt: Examined, at: Date): Examination & { madeFromQuote: boolean } {
  const snapshot = excerpt.snapshot?.text ?? '';
  const quote = paragraphsIn(excerpt.quote);
  if (snapshot.trim() === '') return { ...NOTHING_PROVED, madeFromQuote: false };
  const { verification, paragraphs } = compareQuote(quote, snapshot);
  const madeFromQuote = verification === 'verified' && isMadeFromQuote(snapshot, { ...excerpt, quote });
  if (verification === 'unverified' || madeFromQuote) return { ...NOTHING_PROVED, madeFromQuote };
  return { verification, quoteCheck: { rule: RULE, snapshotSha256: sha256(snapshot), at: at.toISOString(), paragraphs }, madeFromQuote };
}

/** The paragraphs of a quote as they are stored, in NFC; none when the value is not a quote. */
export function paragraphsIn(quote: unknown): string[] {
  return Array.isArray(quote) && quote.every((one): one is string => typeof one === 'string') ? quote.map((one) => one.normalize('NFC')) : [];
}

/** Whether two examinations found the same, whenever they were made. */
export function foundTheSame(one: Examination, other: Examination): boolean {
  return isDeepStrictEqual(told(one), told(other));
}

function told({ verification, quoteCheck }: Examination): unknown {
  return [verification, quoteCheck === null ? null : { ...quoteCheck, at: '' }];
}
