/** Without this file nobody could tell where the report ends and the answer begins: News and Comment, in all their clothes. */
import { seen, trimmed, wordsOf, type Row } from './rows.ts';
import { labelKinds, longestLabel } from './labelWords.ts';
import { unwrapped } from './names.ts';
import type { LabelKind, Language } from './languages/language.ts';
import type { Range } from './story.ts';

/** A label and where the words after it begin; `doubtful` when only its colon told it from a sentence. */
export interface Label {
  kind: LabelKind;
  row: number;
  range: Range;
  /** The rest of the line, when the label is not alone on it. */
  rest: Range | null;
  doubtful: boolean;
}

interface Clothes {
  kind: LabelKind;
  colon: boolean;
  /** A heading, or bold. */
  dressed: boolean;
}

/** The labels of a document in order. A label that runs into its text ("News: On 24 May …") counts only where none of its kind stands alone. */
export function findLabels(text: string, rows: readonly Row[], language: Language): Label[] {
  const titleRow = rows.findIndex(({ kind }) => kind !== 'blank');
  const alone: Label[] = [];
  for (const [index, row] of rows.entries()) {
    const clothes = labelAlone(text, row, language);
    if (clothes && standsAlone(text, rows, index, clothes, alone.length === 0, titleRow)) {
      alone.push({ kind: clothes.kind, row: index, range: { start: row.start, end: row.end }, rest: null, doubtful: false });
    }
  }
  const rowsAlone = new Set(alone.map(({ row }) => row));
  const kindsAlone = new Set(alone.map(({ kind }) => kind));
  const runIn: Label[] = [];
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    const opensBlock = !before || before.kind !== 'text' || rowsAlone.has(index - 1);
    const label = opensBlock ? labelRunIn(text, row, index, language) : null;
    if (label && !kindsAlone.has(label.kind)) runIn.push(label);
  }
  return [...alone, ...runIn].sort((a, b) => a.row - b.row);
}

/** The languages that have a label on any row, be it one that stands or not. */
export function languagesWithLabels(text: string, rows: readonly Row[]): Set<Language> {
  const found = new Set<Language>();
  for (const row of rows) {
    const alone = undress(text, row)?.words ?? '';
    const words = alone !== '' && alone.length <= longestLabel ? alone : (runInHead(text, row)?.[2] ?? '');
    for (const language of labelKinds(words).keys()) found.add(language);
  }
  return found;
}

function labelAlone(text: string, row: Row, language: Language): Clothes | null {
  const undressed = undress(text, row);
  const kind = undressed && kindOf(undressed.words, language);
  // Lower case and undressed: a word that fell on a line of its own.
  if (!undressed || !kind || (!undressed.dressed && /^\p{Ll}/u.test(undressed.words))) return null;
  return { kind, colon: undressed.colon, dressed: undressed.dressed };
}

/** The words of a row without heading marks, emphasis and colon; null where the row is too long for a label. */
function undress(text: string, row: Row): { words: string; colon: boolean; dressed: boolean } | null {
  if (row.kind === 'blank' || row.kind === 'rule' || row.to - row.from > 80) return null;
  let words = seen(wordsOf(text, row));
  let dressed = row.kind === 'heading' || row.bold || words.startsWith('#');
  words = words.replace(/^#{1,6}|#{1,6}$/g, '');
  let colon = false;
  for (let layer = 0; layer < 4; layer += 1) {
    words = words.trim();
    if (/[:：]$/.test(words)) {
      colon = true;
      words = words.slice(0, -1);
    }
    const { start, end } = unwrapped(words, { start: 0, end: words.length });
    if (end - start < words.length && start > 0) dressed = true;
    words = words.slice(start, end);
  }
  return { words, colon, dressed };
}

function kindOf(words: string, language: Language): LabelKind | null {
  return labelKinds(words).get(language) ?? null;
}

/** A plain line between others is a label only where a sentence has ended before it and none goes on after it. */
function standsAlone(text: string, rows: readonly Row[], index: number, clothes: Clothes, first: boolean, titleRow: number): boolean {
  if (clothes.dressed) return true;
  const before = rows[index - 1];
  const after = rows[index + 1];
  if (after?.kind === 'text' && /^\p{Ll}/u.test(text.slice(after.from, after.from + 2))) return false;
  if (!before || before.kind !== 'text') return true;
  if (first && (clothes.colon || index === titleRow + 1)) return true;
  return /[.!?…:|؟۔"”’»“)\]]$/.test(text.slice(Math.max(before.from, before.to - 1), before.to));
}

function runInHead(text: string, row: Row): RegExpExecArray | null {
  if (row.kind !== 'text' && row.kind !== 'heading') return null;
  const head = text.slice(row.from, Math.min(row.to, row.from + 2 * longestLabel));
  // Without its colon it is none, and most lines have none.
  if (!head.includes(':') && !head.includes('：')) return null;
  return /^(\*\*|__)?([\p{L}\p{M}\p{N} '’]{2,40}?)(\*\*|__)?\s*[:：]\s*(\*\*|__)?(?=\s)/u.exec(head);
}

function labelRunIn(text: string, row: Row, index: number, language: Language): Label | null {
  const found = runInHead(text, row);
  if (!found) return null;
  const marks = [found[1], found[3] ?? found[4]];
  const kind = marks[0] === marks[1] ? kindOf(found[2] ?? '', language) : null;
  if (kind === null || /^\p{Ll}/u.test(found[2] ?? '')) return null;
  const end = row.from + found[0].length;
  const rest = trimmed(text, { start: end, end: row.to });
  if (rest.start === rest.end) return null;
  // The title of a document may well begin with "News:".
  if (row.kind === 'heading' && index === 0) return null;
  return { kind, row: index, range: { start: row.start, end }, rest, doubtful: marks[0] === undefined };
}
