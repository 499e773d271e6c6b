/** Without this file the line under "Written for … by" would stay one string: who wrote, and as what. */
import { looksLikeName, nameRange } from './names.ts';
import { seen, trimmed, wordsOf, type Row } from './rows.ts';
import type { Language } from './languages/language.ts';
import type { Range } from './story.ts';

/** A name and the role printed with it, line by line. */
export interface Person {
  name: Range;
  role: Range[];
}

/** Names and roles of one line: "Ana Lind", "Ana Lind, Chair", "Ana Lind (Chair)", "Ana Lind and Ben Okoro". */
export function peopleOnLine(text: string, line: Range, language: Language): Person[] {
  const range = nameRange(text, line);
  const names = partsOf(text, range, language.nameSeparator);
  if (names.length > 1) {
    const [first, ...others] = names;
    // "Ana Lind, Ben Okoro and Carla Ruiz"
    const all = [...(first ? partsOf(text, first, /\s*[,،]\s*/dgu) : []), ...others];
    if (all.every((name) => isFullName(text, name, language))) return all.map((name) => ({ name: nameRange(text, name), role: [] }));
    // "Ana Lind, Chair and Ben Okoro, Member"
    if (names.every((part) => withRole(text, part, language)?.role.length === 1 && isFullName(text, nameOf(text, part, language), language))) {
      return names.flatMap((part) => withRole(text, part, language) ?? []);
    }
  }
  const person = withRole(text, range, language);
  return person ? [person] : [];
}

/** People in the rows after a sign-off: a name on its line, then its role on one line or several; then perhaps the next. */
export function peopleInRows(text: string, rows: readonly Row[], language: Language): { people: Person[]; joints: Row[]; taken: number } {
  const people: Person[] = [];
  const joints: Row[] = [];
  let current: Person[] = [];
  let taken = 0;
  let blankBefore = false;
  for (const [index, row] of rows.entries()) {
    if (row.kind === 'blank' || row.kind === 'rule') {
      blankBefore = true;
      continue;
    }
    const words = seen(wordsOf(text, row));
    if (current.length > 0 && language.onlySeparator.test(words)) {
      joints.push(row);
      current = [];
    } else if (current.length === 0 || (current.every(({ role }) => role.length > 0) && startsPerson(text, rows, index, blankBefore, language))) {
      if (words.length > 200) break;
      current = peopleOnLine(text, { start: row.from, end: row.to }, language);
      people.push(...current);
    } else if (isRoleLine(words) && current.every(({ role }) => role.length === 0 || !blankBefore || goesOn(text, role, words))) {
      for (const { role } of current) role.push(nameRange(text, { start: row.from, end: row.to }));
    } else break;
    taken = index + 1;
    blankBefore = false;
  }
  return { people, joints, taken };
}

/** Whether a new author begins here: a name after a blank line, with a role below it; two lines of names may as well be two sites. */
function startsPerson(text: string, rows: readonly Row[], index: number, blankBefore: boolean, language: Language): boolean {
  const row = rows[index];
  if (!blankBefore || row === undefined) return false;
  const words = wordsOf(text, row);
  const below = rows.slice(index + 1).find(({ kind }) => kind !== 'blank');
  const role = below?.kind === 'text' ? wordsOf(text, below) : '';
  return /\s/.test(words) && looksLikeName(words, language) && (language.roleWord.test(role) || /^\p{Ll}/u.test(role));
}

function isRoleLine(words: string): boolean {
  return words.length <= 160 && !/https?:|@|^\p{P}*$/u.test(words);
}

/** A role that goes on after a blank line: the line before ends with a comma, or this one begins in lower case. */
function goesOn(text: string, role: readonly Range[], words: string): boolean {
  const last = role.at(-1);
  return /^\p{Ll}/u.test(words) || (last !== undefined && /[,،]$/.test(text.slice(last.start, last.end)));
}

function withRole(text: string, range: Range, language: Language): Person | null {
  const { start, end } = trimmed(text, range);
  if (start === end) return null;
  const words = text.slice(start, end);
  const inBrackets = /^([^()]{2,80}?)\s*\(([^()]{2,160})\)\.?$/.exec(words);
  if (inBrackets?.[1] !== undefined && inBrackets[2] !== undefined) {
    const open = start + words.indexOf('(') + 1;
    return { name: nameRange(text, { start, end: start + inBrackets[1].length }), role: [trimmed(text, { start: open, end: open + inBrackets[2].length })] };
  }
  const name = nameOf(text, { start, end }, language);
  const joint = /^\s*(?:[,،]|\s[–—-]\s)\s*/.exec(text.slice(name.end, end));
  const role = joint ? trimmed(text, { start: name.end + joint[0].length, end }) : { start: end, end };
  return { name: nameRange(text, name), role: role.start < role.end ? [nameRange(text, role)] : [] };
}

/** The name that opens `range`: up to the first comma or dash, letters after the name included. */
function nameOf(text: string, { start, end }: Range, language: Language): Range {
  let at = start;
  for (const found of text.slice(start, end).matchAll(/[,،]\s*|\s+[–—-]\s+/g)) {
    const next = start + found.index;
    const word = /^[^,،–—]+/.exec(text.slice(next + found[0].length, end))?.[0].trim() ?? '';
    at = next;
    if (!(/^[,،]/.test(found[0]) && language.postNominal.test(word))) return { start, end: at };
    at = next + found[0].length + word.length;
  }
  return { start, end };
}

function isFullName(text: string, range: Range, language: Language): boolean {
  const words = text.slice(range.start, range.end).trim();
  return /\s/.test(words) && looksLikeName(words, language);
}

function partsOf(text: string, { start, end }: Range, separator: RegExp): Range[] {
  const parts: Range[] = [];
  let at = start;
  for (const found of text.slice(start, end).matchAll(separator)) {
    parts.push({ start: at, end: start + found.index });
    at = start + found.index + found[0].length;
  }
  parts.push({ start: at, end });
  return parts.filter((part) => part.end > part.start);
}
