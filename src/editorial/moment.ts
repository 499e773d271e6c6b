/** A time that somebody typed becomes one instant here, or a sentence that says what to type instead. */
import { readMoment, type Choice } from '../domain/localTime.ts';
import { Problem } from '../errors.ts';

/** What is wrong with a time, and the two times that can be meant where a clock change is the reason. */
export interface MomentFault {
  sentence: string;
  choices?: readonly Choice[];
}

/** The instant that `text` names in `timeZone`, or what is wrong with it. */
export function instantOrFault(text: string, timeZone: string): { instant: Date } | MomentFault {
  const moment = readMoment(text.trim(), timeZone);
  if ('instant' in moment) return moment;
  if (moment.fault === 'no-time') {
    return { sentence: `This is not a date and time. Write it like 2026-05-24T09:30 (${timeZone}) or, with an offset, 2026-05-24T09:30:00+02:00.` };
  }
  const [first, second] = moment.choices;
  const why = moment.fault === 'twice' ? 'comes twice' : 'does not exist';
  const sentence = `${text.trim()} ${why} in ${timeZone}, because the clocks change. Choose ${first.at} (${first.utc}) or ${second.at} (${second.utc}).`;
  return { sentence, choices: moment.choices };
}

/**
 * The instant that `text` names in `timeZone`.
 * @throws {Problem} 422 naming `field`, with `choices` where a clock change leaves two.
 */
export function momentOf(text: string | undefined, field: string, timeZone: string): Date {
  const read = instantOrFault(text ?? '', timeZone);
  if ('instant' in read) return read.instant;
  const { sentence, choices } = read;
  throw new Problem(422, 'bad-time', sentence, [{ pointer: `/${field}`, detail: sentence, ...(choices === undefined ? {} : { choices }) }]);
}
