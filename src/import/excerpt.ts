/** Without this file a news part would be paragraphs without a source: its lead-in, outlet and date, then the quotation, whole. */
import { findLeadIn, type LeadIn } from './leadIn.ts';
import { paragraphText, paragraphsOf, type Paragraph } from './paragraphs.ts';
import { resolveDate } from './printedDate.ts';
import { trimmed, type Row } from './rows.ts';
import type { Language } from './languages/language.ts';
import type { Placement } from './placement.ts';
import type { ParsedExcerpt, ParseWarning } from './story.ts';

/**
 * Reads the rows of a news part as excerpt number `part` and places every one of them. Quotation marks decide nothing here.
 * Returns null when the part holds no text.
 */
export function readExcerpt(
  placement: Placement,
  rows: readonly Row[],
  part: number,
  context: { language: Language; date: string | null; warn: (warning: ParseWarning) => void },
): ParsedExcerpt | null {
  const { text } = placement;
  let paragraphs = paragraphsOf(text, rows);
  const [first] = paragraphs;
  if (!first) return null;
  const excerpt: ParsedExcerpt = {
    leadIn: null,
    outlet: null,
    outletRange: null,
    publishedOn: null,
    publishedOnPartial: null,
    publishedOnInferred: false,
    paragraphs: [],
  };
  const { leadIn, at } = leadInOf(text, paragraphs, context.language);
  if (leadIn) {
    placement.claim('leadIn', leadIn.range, { part });
    fillIn(excerpt, placement, leadIn, context, paragraphs[at]?.line ?? first.line);
    paragraphs = afterLeadIn(text, paragraphs.slice(at), leadIn);
  } else {
    context.warn({ line: first.line, message: 'no lead-in with a colon was found; outlet and date are missing' });
  }
  for (const [index, { ranges }] of paragraphs.entries()) {
    for (const range of ranges) placement.claim('quote', range, { part, index });
    excerpt.paragraphs.push(paragraphText(text, ranges));
  }
  if (paragraphs.length === 0) context.warn({ line: first.line, message: 'nothing is quoted after the lead-in' });
  return excerpt;
}

/** The lead-in opens the part, or follows a heading or one short line of its own, which then stays unplaced. */
function leadInOf(text: string, paragraphs: readonly Paragraph[], language: Language): { leadIn: LeadIn | null; at: number } {
  const [first, second] = paragraphs.map(({ ranges }) => ranges[0]);
  if (!first) return { leadIn: null, at: 0 };
  const leadIn = findLeadIn(text, first, language);
  if (leadIn || !second) return { leadIn, at: 0 };
  const words = text.slice(first.start, first.end);
  const isHeadline = paragraphs[0]?.heading || (words.length <= 120 && !/[\r\n]|[.!?:;,"”’»]$|^["“„«]/.test(words));
  const next = isHeadline ? findLeadIn(text, second, language) : null;
  return next && (next.date ?? next.outlet) ? { leadIn: next, at: 1 } : { leadIn: null, at: 0 };
}

function fillIn(
  excerpt: ParsedExcerpt,
  placement: Placement,
  leadIn: LeadIn,
  context: { date: string | null; warn: (warning: ParseWarning) => void },
  line: number,
): void {
  excerpt.leadIn = placement.value(leadIn.range);
  if (leadIn.outlet) {
    excerpt.outlet = placement.value(leadIn.outlet).replace(/\s+/g, ' ');
    excerpt.outletRange = leadIn.outlet;
  } else context.warn({ line, message: 'the lead-in names no outlet that was understood' });
  if (leadIn.date) {
    const { warning, ...published } = resolveDate(leadIn.date, context.date);
    Object.assign(excerpt, published);
    if (warning !== null) context.warn({ line, message: warning });
  } else context.warn({ line, message: 'the lead-in names no date that was understood' });
}

/** The paragraphs without the lead-in that opens the first; marks that closed its emphasis go with it. */
function afterLeadIn(text: string, paragraphs: readonly Paragraph[], leadIn: LeadIn): Paragraph[] {
  const [first, ...others] = paragraphs;
  const [own, ...lines] = first?.ranges ?? [];
  if (!first || !own) return [...others];
  const opening = text.slice(own.start, leadIn.range.start);
  const closing = opening !== '' && text.startsWith(opening, leadIn.range.end) ? opening.length : 0;
  const rest = trimmed(text, { start: leadIn.range.end + closing, end: own.end });
  const ranges = rest.start < rest.end ? [rest, ...lines] : lines;
  return ranges.length > 0 ? [{ ...first, ranges }, ...others] : others;
}
