/** Without this file the two sides of the thread that answers long questions would each have their own idea of what is said between them. */
import type { Call } from '../database/calledThread.ts';
import type { Questions } from './questions.ts';

/** A question, with the file it is about and the moment for which it is asked (milliseconds). */
export type Question = { [Name in keyof Questions]: { do: Name; asked: Parameters<Questions[Name]>; path: string; now: number } }[keyof Questions];

/** `close` leaves the file alone, whoever is still waiting: another is about to take its place. */
export type QuestionOrder = Question | { do: 'close' };

export type QuestionRequest = Call<QuestionOrder>;
