/** Payload shows only the sentence of an error that is not its own; here a problem keeps its name and what belongs to it. */
import type { AfterErrorHook } from 'payload';
import { noteTransient } from '../../src/database/answerRetry.ts';
import { payloadError, Problem } from '../../src/errors.ts';

/** Puts a problem's name and data into Payload's error shape. */
export const tellProblem: AfterErrorHook = ({ error, result }) => {
  if (result === undefined) return undefined;
  const problem = error instanceof Problem ? error : noteTransient(error) ? new Problem(503, 'busy', 'Others are writing to this just now. Try again.') : null;
  return problem === null ? undefined : { response: { errors: [payloadError(problem)] }, status: problem.status };
};
