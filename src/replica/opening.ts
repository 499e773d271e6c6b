/** Without this file a cache could show a page past the end of an embargo. */
import type { View } from './view.ts';

/** The next moment (milliseconds) at which something changes by itself; null when nothing is held. */
export function nextOpening({ db, now }: View): number | null {
  return db.statement('SELECT min("from") FROM stories WHERE steady = 0 AND "from" > ?').pluck().get(now) as number | null;
}
