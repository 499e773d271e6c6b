/** A time that somebody typed becomes one instant here, or a sentence that says what to type instead. */
import { readMoment, type Moment } from '../domain/localTime.ts';
import { Problem } from '../errors.ts';

/**
 * The instant that `text` names: as it stands with an offset, and by the clocks of `timeZone` without one.
 * @throws {Problem} 422 naming `field`, with `choices` where a clock change leaves two.
 */
export function momentOf(text: string | undefined, field: string, timeZone: string): Date {
  const typed = text?.trim() ?? '';
  const moment = readMoment(typed, timeZone);
  if ('instant' in moment) return moment.instant;
  const sentence = inWords(moment, typed, timeZone);
  throw new Problem(422, 'bad-time', sentence, [{ pointer: `/${field}`, detail: sentence, ...('choices' in moment ? { choices: moment.choices } : {}) }]);
}

function inWords(moment: Exclude<Moment, { instant: Date }>, typed: string, timeZone: string): string {
  if (moment.fault === 'no-time') {
    return `This is not a date and time. Write it like 2026-05-24T09:30 (${timeZone}) or, with an offset, 2026-05-24T09:30:00+02:00.`;
  }
  const [first, second] = moment.choices;
  const why = moment.fault === 'twice' ? 'comes twice' : 'does not exist';
  return `${typed} ${why} in ${timeZone}, because the clocks change. Choose ${first.at} (${first.utc}) or ${second.at} (${second.utc}).`;
}
