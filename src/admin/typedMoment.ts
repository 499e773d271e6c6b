/** Without this file the panel and the server could mean two instants by what an editor typed. */
import { readMoment, shownIn, type Choice } from '../domain/localTime.ts';

/** What stands in a date-time box, and which of two instants was chosen where a clock change leaves two. */
export interface Typed {
  text: string;
  choice: number | null;
}

interface Meaning {
  /** RFC 3339 in UTC; null while nothing, or not one instant, is meant. */
  instant: string | null;
  fault: 'no-time' | 'skipped' | 'twice' | null;
  choices: readonly [Choice, Choice] | null;
}

/** The instant that was typed, by the clocks of `timeZone`. */
export function readTyped({ text, choice }: Typed, timeZone: string): Meaning {
  const moment = readMoment(text, timeZone);
  if ('instant' in moment) return { instant: moment.instant.toISOString(), fault: null, choices: null };
  if (!('choices' in moment)) return { instant: null, fault: moment.fault, choices: null };
  const chosen = choice === null ? undefined : moment.choices[choice];
  return { instant: chosen === undefined ? null : new Date(chosen.utc).toISOString(), fault: moment.fault, choices: moment.choices };
}

/** An instant as the box shows it in `timeZone`; where that time comes twice, with the one that is meant chosen. */
export function typedFor(instant: string | null | undefined, timeZone: string): Typed {
  const date = instant ? new Date(instant) : null;
  if (date === null || Number.isNaN(date.getTime())) return { text: '', choice: null };
  const text = shownIn(date, timeZone).at.slice(0, 'YYYY-MM-DDTHH:MM'.length);
  const moment = readMoment(text, timeZone);
  const choice = 'choices' in moment ? moment.choices.findIndex(({ utc }) => new Date(utc).getTime() === date.getTime()) : -1;
  return { text, choice: choice < 0 ? null : choice };
}

/** `instant` for people: by the newsroom's clocks, with their zone. */
export function momentInWords(instant: string, language: string, timeZone: string): string {
  const day = { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(language, { ...day, timeZone, timeZoneName: 'short' }).format(new Date(instant));
}
