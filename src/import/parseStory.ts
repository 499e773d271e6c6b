/** Without this file the importer could not take a document apart: title, reports, comments, sign-off, footer, and the rest, with no character lost. */
import { footersOf, notesOf, withoutAsides } from './asides.ts';
import { readCommentary, sign } from './commentary.ts';
import { chooseLanguage } from './documentLanguage.ts';
import { readExcerpt } from './excerpt.ts';
import { divide, type Part } from './parts.ts';
import { isCalendarDate } from './printedDate.ts';
import { Placement } from './placement.ts';
import { readRows, type Row } from './rows.ts';
import { splitSignOff, type SignOff } from './signOff.ts';
import { sitesOn } from './sites.ts';
import { findTitle } from './title.ts';
import { fallbackLanguage, languageFor } from './languages/registry.ts';
import type { FormatName } from './formats/format.ts';
import { firstEndingAfter, type Layout } from './formats/layout.ts';
import { shortened } from './formats/leftOut.ts';
import { markdownImages } from './formats/markdownImages.ts';
import type { ParsedCommentary, ParsedStory, Range } from './story.ts';

export interface ParseOptions {
  /** BCP 47; labels, dates and sign-offs are read in this language. When none is given, the document's labels tell, or else it is `defaultLanguage`. */
  language?: string | null;
  /** BCP 47; English when it is not given. */
  defaultLanguage?: string;
  format: FormatName;
  /** YYYY-MM-DD: the document's own date, or what `--date` gives; a date printed without its year is completed from it. */
  date?: string | null;
  /** What the format told about the text, where it is one with a layout. */
  layout?: Layout | null;
}

/**
 * Takes the text of a document apart, by the contract of DESIGN section 4. Pure: no clock, no files, the same answer every time.
 * Never throws for what a document holds: what is not understood is kept in `unplaced`, with a warning that names its line.
 * @throws {RangeError} when `date` is no day of the calendar.
 */
export function parseStory(text: string, options: ParseOptions): ParsedStory {
  const date = options.date ?? null;
  if (date !== null && !isCalendarDate(date)) throw new RangeError(`"${date}" is not a date of the form YYYY-MM-DD`);
  const layout = options.layout ?? null;
  const rows = readRows(text, options.format, layout);
  const { body: bodyRows, asides } = withoutAsides(rows);
  const placement = new Placement(text);
  const { tag, warning } = chooseLanguage(text, bodyRows, options.language ?? null, options.defaultLanguage ?? fallbackLanguage.tag);
  const language = languageFor(tag) ?? fallbackLanguage;
  const images = (layout?.images ?? []).map((image) => ({ ...image, line: lineOf(rows, image.start) }));
  const story: ParsedStory = { ...emptyStory(), language: tag, images };
  const warn = (line: number, message: string): number => story.warnings.push({ line, message });
  if (warning !== null) warn(1, warning);

  const { preamble, parts } = divide(text, bodyRows, language);
  const title = findTitle(text, preamble, parts.length > 0);
  if (title) {
    placement.claim('title', title);
    // A no-break space is the typesetter's and stays.
    story.title = placement.value(title).replace(/[^\S\u00a0\u202f]+/g, ' ');
  } else warn(1, 'no title was found');

  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    placement.claim('label', part.label.range);
    if (part.label.doubtful) warn(part.line, 'the first word of this line was read as a label');
    const { body, signOff } =
      part.kind === 'comment' || last ? splitSignOff(text, part.rows, language, part.kind === 'comment') : { body: part.rows, signOff: null };
    const excerpt =
      part.kind === 'news' ? readExcerpt(placement, body, story.excerpts.length, { language, date, warn: (warning) => story.warnings.push(warning) }) : null;
    const commentary =
      part.kind === 'comment'
        ? readCommentary(placement, [...body, ...notesOf(asides, part)], story.commentaries.length, { format: options.format, layout })
        : null;
    if (excerpt) story.excerpts.push(excerpt);
    if (commentary) story.commentaries.push(commentary);
    if (!excerpt && !commentary) warn(part.line, `the ${part.kind} part under this label is empty`);
    if (signOff) placeSignOff(placement, story, signOff, part, last);
  }
  if (parts.length === 0) {
    const { signOff } = splitSignOff(
      text,
      preamble.filter(({ from }) => !title || from >= title.end),
      language,
      false,
    );
    if (signOff) placeSignOff(placement, story, signOff, null, true);
  }
  if (story.excerpts.length === 0) warn(1, 'no news part was found');
  if (story.commentaries.length === 0) warn(1, 'no comment was found');
  else if (story.commentaries.some(({ authors }) => authors.length === 0)) warn(1, 'a comment has no author');
  for (const row of story.outlets.length === 0 ? footersOf(text, asides) : []) placeSites(placement, story, sitesOn(text, row, language).sites);
  for (const { at, message } of layout?.remarks ?? []) warn(lineOf(rows, at), message);
  for (const { at, address } of options.format === 'markdown' ? markdownImages(text) : [])
    warn(lineOf(rows, at + 1), `a picture was not taken in, as Markdown only names it, and its mark is kept as text: ${shortened(address)}`);
  return finish(story, placement, rows);
}

function lineOf(rows: readonly Row[], offset: number): number {
  return rows[firstEndingAfter(rows, offset - 1)]?.number ?? 1;
}

function placeSites(placement: Placement, story: ParsedStory, sites: readonly Range[]): void {
  for (const site of sites) {
    placement.claim('outlet', site, { index: story.outlets.length });
    story.outlets.push(placement.value(site));
  }
}

/** A sign-off goes to the comment it stands under; the last one of a document, to every comment that has no author yet. */
function placeSignOff(placement: Placement, story: ParsedStory, signOff: SignOff, part: Part | null, last: boolean): void {
  for (const phrase of signOff.phrases) placement.claim('signOff', phrase);
  if (signOff.organisation) {
    const organisation = placement.value(signOff.organisation).replace(/\s+/g, ' ');
    if (story.writtenFor === null || story.writtenFor === organisation) {
      story.writtenFor = organisation;
      placement.claim('writtenFor', signOff.organisation);
    } else story.warnings.push({ line: signOff.line, message: `a second organisation, "${organisation}", was not placed` });
  }
  const own = part?.kind === 'comment' ? story.commentaries.slice(-1) : [];
  const unsigned = (last ? story.commentaries : own).filter(({ authors }) => authors.length === 0);
  const first: ParsedCommentary | undefined = unsigned[0];
  if (first && signOff.people.length > 0) sign(placement, unsigned, story.commentaries.lastIndexOf(first), signOff.people);
  placeSites(placement, story, signOff.sites);
  if (signOff.doubtful !== null) story.warnings.push({ line: signOff.doubtful, message: 'the last lines were read as the sites that the story runs on' });
}

function finish(story: ParsedStory, placement: Placement, rows: readonly { number: number; end: number }[]): ParsedStory {
  story.pieces = placement.finish();
  let row = 0;
  for (const piece of story.pieces) {
    if (piece.field !== 'unplaced') continue;
    while ((rows[row]?.end ?? Infinity) <= piece.start) row += 1;
    const words = placement.value(piece);
    story.unplaced.push(words);
    story.warnings.push({
      line: rows[row]?.number ?? 1,
      message: `not placed: "${words.length > 60 ? `${[...words.slice(0, 60)].slice(0, -1).join('')}…` : words}"`,
    });
  }
  story.warnings.sort((a, b) => a.line - b.line);
  return story;
}

function emptyStory(): ParsedStory {
  return { title: null, language: '', excerpts: [], commentaries: [], writtenFor: null, outlets: [], unplaced: [], warnings: [], pieces: [], images: [] };
}
