/** Without this file a page for a story that never was would be made in a `catch`. */
import { ProblemError } from './problem.ts';

/** What `answer` is, or null when there is no such thing (404). */
export async function orNull<Result>(answer: Promise<Result>): Promise<Result | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return null;
    throw error;
  }
}
