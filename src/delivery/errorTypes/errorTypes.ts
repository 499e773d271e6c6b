/** Every kind of error that this newsroom tells of, by the last segment of its `type`: without this table an answer would point at a page that is not there. */
import { Problem, problemBody } from '../../errors.ts';
import { editingErrors } from './editing.ts';
import type { ErrorType } from './errorType.ts';
import { readingErrors } from './reading.ts';
import { receivingErrors } from './receiving.ts';

export const errorTypes: Readonly<Record<string, ErrorType>> = { ...readingErrors, ...receivingErrors, ...editingErrors };

/** The same for who leafs through them. */
export const errorGroups: readonly { title: string; types: Readonly<Record<string, ErrorType>> }[] = [
  { title: 'Reading what is published', types: readingErrors },
  { title: 'Any request', types: receivingErrors },
  { title: 'Editing, moving and importing stories', types: editingErrors },
];

/** What an answer about it looks like. */
export function exampleOf(code: string, { status, example }: ErrorType, base: string): Record<string, unknown> {
  const problem = new Problem(status, code, example.detail, example.errors, example.more);
  return problemBody(problem, base, '4b1c1e0a-5f0e-4f0b-9b55-1d4f0f4f7d11');
}
