/** Opens the newsroom for `quotes verify`; without this file the command would load all of it to print its help. */
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { ParagraphCheck, Verification } from '../domain/quotes/check.ts';
import { examine } from '../domain/quotes/examine.ts';
import { countExcerpts, recheckQuotes, type Rechecked } from '../editorial/quotes/recheck.ts';
import { messageOf } from '../errors.ts';
import { formatOf, readDocument } from '../import/importer.ts';
import { progressBar } from './progress.ts';
import { WrongUse } from './outcome.ts';
import { withNewsroom } from './withNewsroom.ts';

/** An excerpt that is a mismatch, is found otherwise than before, or was asked for. */
export interface Finding {
  id: string;
  leadIn: string | null;
  verification: Verification;
  before: Verification;
  changed: boolean;
  madeFromQuote: boolean;
  paragraphs: readonly ParagraphCheck[];
}

export interface QuotesTotals extends Record<Verification, number> {
  checked: number;
  changed: number;
}

/** Is told each finding as it is made, and the totals at the end. */
export interface QuotesReport {
  finding: (finding: Finding) => void;
  end: (totals: QuotesTotals) => void;
}

/** Looks for all quotes in their sources, or for that of `excerpt`, be it `against` a file. Resolves to how many of them are not proved. */
export async function verifyQuotes(
  { excerpt, against }: { excerpt?: string | undefined; against?: string | undefined },
  report: QuotesReport,
): Promise<number> {
  const text = against === undefined ? null : await textOf(against);
  return withNewsroom(async ({ desk }) => {
    const totals: QuotesTotals = { checked: 0, verified: 0, mismatch: 0, unverified: 0, changed: 0 };
    const expected = excerpt === undefined ? await countExcerpts(desk) : 0;
    const progress = progressBar(expected);
    let unproved = 0;
    try {
      for await (const checked of recheckQuotes(desk, { only: excerpt, keep: text === null })) {
        const finding = text === null ? findingOf(checked) : findingIn(checked, text, desk.clock());
        totals.checked += 1;
        totals[finding.verification] += 1;
        if (finding.changed) totals.changed += 1;
        if (isUnproved(finding)) unproved += 1;
        if (excerpt !== undefined || finding.changed || isUnproved(finding)) report.finding(finding);
        progress.step(1, Math.max(totals.checked, expected));
      }
    } finally {
      progress.end();
    }
    if (excerpt !== undefined && totals.checked === 0) throw new WrongUse(`There is no excerpt ${excerpt}.`);
    report.end(totals);
    return unproved;
  });
}

/** Looked for, and not proved. */
function isUnproved({ verification, madeFromQuote }: Finding): boolean {
  return verification === 'mismatch' || madeFromQuote;
}

function findingOf({ id, leadIn, verification, before, changed, madeFromQuote, quoteCheck }: Rechecked): Finding {
  return { id, leadIn, verification, before, changed, madeFromQuote, paragraphs: quoteCheck?.paragraphs ?? [] };
}

/** The same excerpt, looked for in `text`. */
function findingIn({ id, leadIn, title, quote, before }: Rechecked, text: string, at: Date): Finding {
  const { verification, quoteCheck, madeFromQuote } = examine({ quote, leadIn, title, snapshot: { text } }, at);
  return { id, leadIn, verification, before, changed: false, madeFromQuote, paragraphs: quoteCheck?.paragraphs ?? [] };
}

/** The text of a file as its format renders it. @throws {WrongUse} when it cannot be read. */
async function textOf(path: string): Promise<string> {
  try {
    const name = formatOf(path) === undefined && extname(path) === '' ? `${basename(path)}.txt` : basename(path);
    return readDocument(await readFile(path), name).text;
  } catch (error) {
    throw new WrongUse(`${path} cannot be read: ${messageOf(error)}`);
  }
}
