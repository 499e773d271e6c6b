/** When to ask again, and when to leave it: without this file a newsroom that is busy for a second would be an error on somebody's page, or be asked to death. */
import { ConnectionError, ProblemError } from './problem.ts';
import type { Signals, Surroundings } from './surroundings.ts';

export interface Patience {
  /** How often to ask again. */
  retries: number;
  /** Milliseconds; whoever has to wait longer is told at once. */
  longestWait: number;
  /** Any of these ends the waiting. */
  signals: Signals;
}

const FIRST_PAUSE = 250;
/** 502 and 504 are what proxies say of a newsroom that restarts. */
const PASSING = [429, 502, 503, 504];

/** Whether the same question may have an answer in a moment. */
export function isPassing(error: unknown): boolean {
  return error instanceof ConnectionError || (error instanceof ProblemError && PASSING.includes(error.status));
}

/** Does `work`, again where that may help. @throws what it threw last */
export async function withRetries<Result>(
  work: () => Promise<Result>,
  { retries, longestWait, signals }: Patience,
  surroundings: Surroundings,
): Promise<Result> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      const pause = pauseAfter(failures, error, surroundings);
      if (failures >= retries || !isPassing(error) || pause > longestWait) throw error;
      await surroundings.wait(pause, signals);
    }
  }
}

/** Milliseconds: twice as many after each failure, a little differently for each client; never fewer than the newsroom asked for. */
export function pauseAfter(failures: number, error: unknown, { random }: Pick<Surroundings, 'random'>, first = FIRST_PAUSE): number {
  const asked = error instanceof ProblemError ? (error.retryAfter ?? 0) : 0;
  const whole = first * 2 ** Math.min(failures, 10);
  // All who were turned away at once shall not come back at once.
  return asked > 0 ? asked + (random() * first) / 2 : whole / 2 + (random() * whole) / 2;
}

/** What `Retry-After` asks for (RFC 9110, section 10.2.3): seconds, or a date by the server's own clock. In milliseconds; null where it says nothing. */
export function retryAfterIn(headers: Headers, now: number): number | null {
  const value = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  // A number is no date, but Date.parse would take some for years.
  const at = /^[A-Z]/i.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(at)) return null;
  const theirs = Date.parse(headers.get('Date') ?? '');
  return Math.max(0, at - (Number.isNaN(theirs) ? now : theirs));
}
