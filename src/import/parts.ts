/** Without this file a document would be one run of lines: what stands before the first label, and the part under each. */
import { findLabels, type Label } from './labels.ts';
import type { Row } from './rows.ts';
import type { LabelKind, Language } from './languages/language.ts';

/** The rows under one label, the words after the label on its own line among them. */
export interface Part {
  kind: LabelKind;
  label: Label;
  line: number;
  rows: Row[];
}

/** Divides a document at its labels. */
export function divide(text: string, rows: readonly Row[], language: Language): { preamble: readonly Row[]; parts: Part[] } {
  const labels = findLabels(text, rows, language);
  const parts = labels.map((label, index): Part => {
    const own = rows[label.row];
    const below = rows.slice(label.row + 1, labels[index + 1]?.row);
    const rest = own && label.rest ? [{ ...own, start: label.rest.start, from: label.rest.start, to: label.rest.end, kind: 'text' as const }] : [];
    return { kind: label.kind, label, line: own?.number ?? 1, rows: [...rest, ...below] };
  });
  return { preamble: rows.slice(0, labels[0]?.row), parts };
}
