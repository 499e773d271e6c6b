/** Without this file a write conflict would be a 500: Payload turns what a transaction threw into an answer before anybody could try again. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { isTransient, withTransientRetry } from './retry.ts';

interface Attempt {
  conflict: unknown;
}

const attempts = new AsyncLocalStorage<Attempt>();

/** Tells the attempt under way that what it failed with may succeed at a second try; called where errors become answers. */
export function noteTransient(error: unknown): boolean {
  if (!isTransient(error)) return false;
  const attempt = attempts.getStore();
  if (attempt) attempt.conflict = error;
  return true;
}

/** Answers with the first of a few attempts that met no conflict, or else with the last one's answer. */
export async function answerWithRetry<Answer>(answer: () => Promise<Answer>): Promise<Answer> {
  let last: { answer: Answer } | undefined;
  try {
    return await withTransientRetry(async () => {
      const attempt: Attempt = { conflict: undefined };
      last = { answer: await attempts.run(attempt, answer) };
      if (attempt.conflict !== undefined) throw attempt.conflict as Error;
      return last.answer;
    });
  } catch (error) {
    if (last !== undefined && isTransient(error)) return last.answer;
    throw error;
  }
}
