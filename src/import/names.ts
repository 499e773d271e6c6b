/** Without this file the marks around a name would become part of it: what is printed, without its emphasis or its link. */
import { seen, trimmed } from './rows.ts';
import type { Range } from './story.ts';

const wrappers = ['***', '___', '**', '__', '*', '_'] as const;

/** `range` without emphasis marks that wrap the whole of it. */
export function unwrapped(text: string, range: Range): Range {
  let { start, end } = trimmed(text, range);
  for (let layer = 0; layer < 3; layer += 1) {
    const mark = wrappers.find(
      (wrapper) => end - start > 2 * wrapper.length && text.startsWith(wrapper, start) && text.startsWith(wrapper, end - wrapper.length),
    );
    if (mark === undefined) break;
    const inner = { start: start + mark.length, end: end - mark.length };
    if (text.slice(inner.start, inner.end).includes(mark)) break;
    ({ start, end } = trimmed(text, inner));
  }
  return { start, end };
}

/** `range` as a name: without emphasis, a link's address, and characters that print nothing at its ends. */
export function nameRange(text: string, range: Range): Range {
  let { start, end } = unwrapped(text, range);
  const link = end - start > 500 ? null : /^\[([^[\]]+)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)$/.exec(text.slice(start, end));
  if (link?.[1] !== undefined) ({ start, end } = unwrapped(text, { start: start + 1, end: start + 1 + link[1].length }));
  while (start < end && seen(text.charAt(start)).trim() === '') start += 1;
  while (end > start && seen(text.charAt(end - 1)).trim() === '') end -= 1;
  return { start, end };
}

/** Whether `words` could be a person's name as printed: a few capitalised words, none of them a role. */
export function looksLikeName(words: string, language: { nameParticles: readonly string[]; roleWord: RegExp }): boolean {
  const bare = seen(words).trim();
  if (bare.length > 80 || /[\d:!?@|/"“”<>[\]{}]/.test(bare) || language.roleWord.test(bare)) return false;
  const parts = bare.split(/\s+/);
  if (parts.length > 7) return false;
  return parts.every(
    (part, at) =>
      /^['’]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(part) ||
      /^[\p{Ll}]['’-]\p{Lu}/u.test(part) ||
      (at < parts.length - 1 && language.nameParticles.includes(part.toLowerCase().replace(/-.*/, ''))),
  );
}
