/** For how long an answer is right: without this file something that was kept would be given once too often. */
import type { Moment } from '../../replica/replica.ts';

/** What an answer was worked out from. It is right for the same entries and file, from `since` on and before `until`, by the node's own clock. */
export interface Standing {
  /** Null where nothing was served: such an answer is never right again. */
  generation: number | null;
  /** Milliseconds. A clock that was set back is before it. */
  since: number;
  /** When it may become another one by itself; null where nothing is held. */
  until: number | null;
}

/** Whether an answer that stands so is right at `moment`. */
export function stands({ generation, since, until }: Standing, moment: Moment | null): boolean {
  return moment !== null && generation === moment.generation && since <= moment.now && (until === null || moment.now < until);
}

/** The earlier of two moments; null is never. */
export function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
