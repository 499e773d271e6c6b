/** What every editorial rule works with; passed in, so that a test brings its own clock. */
import type { Payload } from 'payload';

/** Who did something: a person, or one of the newsroom's own routines. */
export type Actor = { user: string } | { system: 'samples' | 'schedule' | 'cascade' };

export interface Desk {
  payload: Payload;
  clock: () => Date;
  /** Nobody approves what they last edited. */
  fourEyes: boolean;
  /** The newsroom's default language, in which names are found when a story's own has none. */
  language: string;
  /** IANA name of the zone whose clocks hang in the newsroom. */
  timeZone: string;
}

/** The actor behind a request, for records of what a hook does on somebody's behalf. */
export function actorOf(user: { id: string | number } | null | undefined): Actor {
  return user === null || user === undefined ? { system: 'cascade' } : { user: String(user.id) };
}
