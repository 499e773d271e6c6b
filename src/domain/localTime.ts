/** Without this file a story that is to go out at half past two on the night of a clock change would go out at one of two times, or at none. */
import { Temporal } from 'temporal-polyfill';

/** One instant, as the newsroom's clock shows it (RFC 3339 with offset) and in UTC. */
export interface Choice {
  at: string;
  utc: string;
}

/** An instant, or why a text names none: it is no time, the clocks skip it, or they show it twice. */
export type Moment = { instant: Date } | { fault: 'no-time' } | { fault: 'skipped' | 'twice'; choices: readonly [Choice, Choice] };

/**
 * Reads a date and time: with an offset or `Z` (RFC 3339; seconds may be left out) it is taken as it stands, without one it is what the clocks
 * of `timeZone` (an IANA name) show. Where a clock change skips or repeats that time, both instants that can be meant are named, the earlier first.
 * Parts of a millisecond are rounded up, so that nothing happens early.
 */
export function readMoment(text: string, timeZone: string): Moment {
  if (!DATE_TIME.test(text)) return { fault: 'no-time' };
  try {
    return OFFSET.test(text) ? { instant: toDate(Temporal.Instant.from(text)) } : onTheClock(Temporal.PlainDateTime.from(text), timeZone);
  } catch (error) {
    if (error instanceof RangeError) return { fault: 'no-time' };
    throw error;
  }
}

/** `instant` as the clocks of `timeZone` show it, and in UTC. */
export function shownIn(instant: Date, timeZone: string): Choice {
  const exact = Temporal.Instant.fromEpochMilliseconds(instant.getTime());
  return {
    at: exact.toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never' }),
    utc: exact.toString(),
  };
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/i;
const OFFSET = /(Z|[+-]\d{2}:\d{2})$/i;

function onTheClock(wall: Temporal.PlainDateTime, timeZone: string): Moment {
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.equals(later)) return { instant: toDate(earlier.toInstant()) };
  const choices = [shownIn(toDate(earlier.toInstant()), timeZone), shownIn(toDate(later.toInstant()), timeZone)] as const;
  return { fault: earlier.toPlainDateTime().equals(wall) ? 'twice' : 'skipped', choices };
}

function toDate(instant: Temporal.Instant): Date {
  return new Date(instant.round({ smallestUnit: 'millisecond', roundingMode: 'ceil' }).epochMilliseconds);
}
