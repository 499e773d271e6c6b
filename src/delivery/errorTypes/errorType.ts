/** What there is to say of a kind of error: without this shape some would be explained and some only named. */
import type { ProblemPart, ProblemStatus } from '../../errors.ts';

export interface ErrorType {
  status: ProblemStatus;
  /** A few words, as a headline. */
  title: string;
  /** What happened. */
  happened: string;
  /** What whoever asked can do about it. */
  remedy: string;
  /** As it is told: the sentence, and whatever else is in the answer. */
  example: { detail: string; errors?: readonly ProblemPart[]; more?: Readonly<Record<string, unknown>> };
}
