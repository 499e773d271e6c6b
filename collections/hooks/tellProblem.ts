/** Payload shows only the sentence of an error that is not its own; here a problem keeps its name and what belongs to it. */
import type { AfterErrorHook } from 'payload';
import { noteTransient } from '../../src/database/answerRetry.ts';
import { problemOf } from '../../src/database/retry.ts';
import { payloadError } from '../../src/errors.ts';

/** Puts a problem's name and data into Payload's error shape. */
export const tellProblem: AfterErrorHook = ({ error, result }) => {
  if (result === undefined) return undefined;
  noteTransient(error);
  const problem = problemOf(error);
  return problem === undefined ? undefined : { response: { errors: [payloadError(problem)] }, status: problem.status };
};
