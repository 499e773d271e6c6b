/** Without this file the author's name would end up as the last paragraph of the comment: the sign-off, and the footer below it. */
import { looksLikeName, nameRange } from './names.ts';
import { peopleInRows, peopleOnLine, type Person } from './people.ts';
import { readable } from './readable.ts';
import { wordsOf, type Row } from './rows.ts';
import { isFooter, isPlainLine, siteLines, sitesOn, trailingSites } from './sites.ts';
import type { Language } from './languages/language.ts';
import type { Range } from './story.ts';

/** What stands at the end of a part, below its paragraphs. */
export interface SignOff {
  line: number;
  organisation: Range | null;
  people: Person[];
  /** The printed words around names and sites. */
  phrases: Range[];
  sites: Range[];
  /** The last of the lines that nothing but their place tells as sites. */
  doubtful: number | null;
}

interface Opening {
  row: number;
  start: number;
  organisation: Range | null;
  name: Range | null;
  /** Where the byline begins. */
  end: number;
}

/** Parts the rows of a part into its body and its sign-off, if it has one. `short` allows forms without organisation ("By Ana Lind"). */
export function splitSignOff(text: string, rows: readonly Row[], language: Language, short: boolean): { body: readonly Row[]; signOff: SignOff | null } {
  const opening = findOpening(text, rows, language, short);
  if (opening) return { body: rows.slice(0, opening.row), signOff: readSignOff(text, rows, opening, language) };
  const footer = trailingSites(text, rows);
  if (footer.length === 0) return { body: rows, signOff: null };
  const signOff: SignOff = { line: footer[0]?.number ?? 1, organisation: null, people: [], phrases: [], sites: [], doubtful: null };
  readFooter(text, footer, language, signOff);
  return { body: rows.slice(0, rows.indexOf(footer[0] as Row)), signOff };
}

function findOpening(text: string, rows: readonly Row[], language: Language, short: boolean): Opening | null {
  let below = 0;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    if (!row || row.kind === 'blank' || row.kind === 'rule') continue;
    const opening = openingAt(text, rows, index, language, short && below < 8);
    if (opening) return opening.organisation ? opening : (openedAbove(text, rows, opening, language) ?? opening);
    below += 1;
  }
  return null;
}

/** "Written for the Forum" on the lines above "by Ana Lind": one sign-off, not two. */
function openedAbove(text: string, rows: readonly Row[], byline: Opening, language: Language): Opening | null {
  for (let index = byline.row - 1; index >= Math.max(0, byline.row - 4); index -= 1) {
    if (rows[index]?.kind !== 'text') continue;
    const opening = openingAt(text, rows, index, language, false);
    if (opening) return opening.end > byline.start || nothingBetween(rows.slice(index + 1, byline.row), opening) ? opening : null;
  }
  return null;
}

/** Whether nothing with words stands between the opening and its byline. */
function nothingBetween(between: readonly Row[], opening: Opening): boolean {
  return between.every((row) => row.kind === 'blank' || row.to <= opening.end);
}

function openingAt(text: string, rows: readonly Row[], index: number, language: Language, short: boolean): Opening | null {
  const row = rows[index];
  const last = rows.at(-1);
  if (!row || !last) return null;
  const { words, back } = readable(text.slice(row.from, Math.min(last.end, row.from + 500)));
  const marks = /^[*_]{0,3}/.exec(words)?.[0].length ?? 0;
  const window = words.slice(marks);
  const at = (index: number): number => row.from + back(index + marks);
  for (const form of language.signOffs) {
    const found = form.exec(window);
    if (!found) continue;
    const opening = openingOf(found, index, at);
    if (opening.name ? namesOne(text, opening.name, language) : bylineFollows(text, row, opening, language)) return opening;
  }
  if (!short || row.to - row.from > 120) return null;
  for (const form of language.bylines) {
    const found = form.exec(window);
    if (!found) continue;
    const opening = openingOf(found, index, at);
    const byline = { start: opening.end, end: row.to };
    if (namesOne(text, byline, language) && !/\p{Ll}{3}[.!?…]$/u.test(wordsOf(text, row))) return opening;
  }
  return null;
}

function openingOf(found: RegExpExecArray, row: number, at: (index: number) => number): Opening {
  const group = (name: string): Range | null => {
    const range = found.indices?.groups?.[name];
    return range ? { start: at(range[0]), end: at(range[1]) } : null;
  };
  return { row, start: at(0), organisation: group('organisation'), name: group('name'), end: at(found[0].length) };
}

/** A byline on the same line must name somebody; a sentence of the comment that only begins like a sign-off does not. */
function bylineFollows(text: string, row: Row, opening: Opening, language: Language): boolean {
  const { organisation } = opening;
  if (organisation && text.slice(organisation.start, organisation.end).split(/\s+/).length > 14) return false;
  if (opening.end >= row.to) return true;
  const rest = text.slice(opening.end, row.to).trim();
  return /^[*_]*$/.test(rest) || (rest.length <= 200 && namesOne(text, { start: opening.end, end: row.to }, language));
}

function namesOne(text: string, range: Range, language: Language): boolean {
  const [person] = peopleOnLine(text, range, language);
  if (!person) return false;
  const words = text.slice(person.name.start, person.name.end).replace(/,.*$/, '');
  return /\s/.test(words) && looksLikeName(words, language);
}

function readSignOff(text: string, rows: readonly Row[], opening: Opening, language: Language): SignOff {
  const first = rows[opening.row];
  const signOff: SignOff = { line: first?.number ?? 1, organisation: null, people: [], phrases: [], sites: [], doubtful: null };
  if (opening.organisation) signOff.organisation = nameRange(text, opening.organisation);
  const named = [signOff.organisation, opening.name].filter((range) => range !== null).sort((a, b) => a.start - b.start);
  let at = opening.start;
  for (const range of named) {
    signOff.phrases.push({ start: at, end: range.start });
    at = range.end;
  }
  signOff.phrases.push({ start: at, end: opening.end });

  let rest = rows
    .slice(opening.row)
    .filter(({ to }) => to > opening.end)
    .map((row) => (row.from < opening.end ? bylineRow(text, row, opening.end) : row));
  if (opening.name) {
    const people = peopleOnLine(text, opening.name, language);
    signOff.people.push(...people);
    // The line below is their role.
    const role = rest.find(({ kind }) => kind === 'text');
    if (role && !isFooter(text, role, language) && people.every(({ role: printed }) => printed.length === 0) && role.to - role.from <= 160) {
      for (const person of people) person.role.push(nameRange(text, { start: role.from, end: role.to }));
      rest = rest.slice(rest.indexOf(role) + 1);
    }
  }
  let above = 0;
  const footerAt = rest.findIndex((row, index) => {
    if (isFooter(text, row, language) || siteLines(text, rest, index, above, language).length > 0) return true;
    if (row.kind === 'text') above += 1;
    return false;
  });
  const names = footerAt < 0 ? rest : rest.slice(0, footerAt);
  if (!opening.name) {
    const { people, joints } = peopleInRows(text, names, language);
    signOff.people = people;
    for (const { from, to } of joints) signOff.phrases.push({ start: from, end: to });
  }
  if (footerAt >= 0) readFooter(text, rest.slice(footerAt), language, signOff, above);
  return signOff;
}

/** The rest of the line that the sign-off opened; nothing but marks is a blank line. */
function bylineRow(text: string, row: Row, from: number): Row {
  return { ...row, start: from, from, kind: /^[\s*_:]*$/.test(text.slice(from, row.to)) ? 'blank' : 'text' };
}

/** Sites line by line are read as such from the line that opens them; a short line between two addresses is a site as well. */
function readFooter(text: string, rows: readonly Row[], language: Language, signOff: SignOff, above = 0): void {
  const lines = new Set(siteLines(text, rows, 0, above, language));
  const last = rows.findLastIndex((row) => isFooter(text, row, language));
  for (const [index, row] of rows.entries()) {
    const between = index < last && isPlainLine(text, row, language);
    if (!isFooter(text, row, language) && !lines.has(row) && !between) continue;
    const { phrase, sites } = sitesOn(text, row, language);
    if (phrase) signOff.phrases.push(phrase);
    for (const site of sites) signOff.sites.push(site);
    if (lines.has(row) && last < 0) signOff.doubtful = row.number;
  }
}
