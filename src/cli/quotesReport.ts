/** Without this file neither a person nor a program could read which quote is wrong, and where. */
import type { ParagraphCheck } from '../domain/quotes/check.ts';
import { jsonObject, print, type JsonObject } from './terminal.ts';
import type { Finding, QuotesReport, QuotesTotals } from './verifyQuotes.ts';

/** One JSON object, printed while it comes to be; nothing before there is something to say. */
export function jsonReport(): QuotesReport {
  let begun: JsonObject | null = null;
  const object = (): JsonObject => (begun ??= jsonObject('excerpts'));
  return {
    finding: ({ id, leadIn, verification, before, changed, madeFromQuote, paragraphs }) => {
      object().item({ id, leadIn, verification, before, changed, ...(madeFromQuote ? { madeFromQuote } : {}), paragraphs });
    },
    end: (totals) => {
      object().end({ ...totals });
    },
  };
}

/** A line for each excerpt, and one for each paragraph that was not found. */
export function plainReport(): QuotesReport {
  return {
    finding: (finding) => {
      for (const line of linesOf(finding)) print(line);
    },
    end: ({ checked, verified, mismatch, unverified, changed }: QuotesTotals) => {
      print(`${checked} excerpts; verified: ${verified}, mismatch: ${mismatch}, unverified: ${unverified}; found otherwise than before: ${changed}.`);
    },
  };
}

function linesOf({ id, verification, before, changed, madeFromQuote, paragraphs }: Finding): string[] {
  const was = changed && before !== verification ? ` (was ${before})` : changed ? ' (found otherwise than before)' : '';
  const why = madeFromQuote ? ': the text says hardly more than the quote itself' : '';
  return [`${verification.padEnd(10)} ${id}${was}${why}`, ...paragraphs.flatMap((check, index) => lineOf(check, index + 1))];
}

const FAULTS = { words: 'not found', order: 'its pieces come in another order', part: 'begins or ends within a word' };

function lineOf(check: ParagraphCheck, number: number): string[] {
  if (check.found) return [];
  return [`           paragraph ${number}: ${FAULTS[check.fault]}: ${check.difference.map(marked).join(' ').replace(/\s+/g, ' ')}`];
}

/** What only the quote has in [-…-], what only the source has in {+…+}, as `git diff --word-diff` writes it. */
function marked({ in: where, text }: { in: 'both' | 'quote' | 'snapshot'; text: string }): string {
  const words = text.trim();
  return where === 'both' ? words : where === 'quote' ? `[-${words}-]` : `{+${words}+}`;
}
