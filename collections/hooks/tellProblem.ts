/** Payload shows only the sentence of an error that is not its own; here a problem keeps its name and what belongs to it. */
import type { AfterErrorHook } from 'payload';
import { payloadError, Problem } from '../../src/errors.ts';

/** Puts a problem's name and data into Payload's error shape. */
export const tellProblem: AfterErrorHook = ({ error, result }) => {
  if (!(error instanceof Problem) || result === undefined) return undefined;
  return { response: { errors: [payloadError(error)] }, status: error.status };
};
