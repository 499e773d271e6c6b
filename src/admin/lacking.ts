/** Without this file "/commentaries/0/authors" would be all that an editor is told about what a story lacks. */
import type { ProblemPart } from '../errors.ts';
import { filled, type Lacking, type Words } from './words.ts';

/** One sentence for each thing that is missing, in the panel's language, naming which report or comment is meant. */
export function lackingInWords(parts: readonly ProblemPart[], words: Words): string[] {
  return [...new Set(parts.map((part) => sentenceFor(part, words)))];
}

function sentenceFor({ pointer = '', detail }: ProblemPart, words: Words): string {
  const steps = pointer.split('/').slice(1);
  const place = steps.find((step) => /^\d+$/.test(step));
  const name = steps.filter((step) => step !== place).join('.');
  return name in words.lacking ? filled(words.lacking[name as Lacking], { n: Number(place) + 1 }) : detail;
}
