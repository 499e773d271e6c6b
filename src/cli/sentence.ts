/** Without this file a person at the terminal would be shown a stack: whatever was thrown, in one line. */
import { messageOf } from '../errors.ts';

/** One line about `thrown`; the names and sentences of the fields where a document was not acceptable. */
export function sentenceOf(thrown: unknown): string {
  const fields = fieldErrors(thrown);
  return oneLine(fields.length > 0 ? fields.map(({ path, message }) => `${path}: ${message}`).join(' ') : messageOf(thrown));
}

/** Where something is wrong and what it is, in the form that editors and terminals make clickable: `file:line: reason`. */
export function located(file: string, line: number | null, reason: string): string {
  return line === null ? `${file}: ${reason}` : `${file}:${line}: ${reason}`;
}

/** What Payload's ValidationError carries; asked by shape, so that `--help` need not load Payload. */
function fieldErrors(thrown: unknown): { path: string; message: string }[] {
  if (!(thrown instanceof Error) || thrown.name !== 'ValidationError' || !('data' in thrown)) return [];
  const { errors } = thrown.data as { errors?: { path: string; message: string }[] };
  return errors ?? [];
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}
