/** A reader's words while one question is answered: without this file each step of a long walk would look for them in the index anew. */
import QuickLRU from 'quick-lru';
import type { Order, Place } from './filters.ts';
import { isInMany, matchesOf, matchingAmong } from './matches.ts';
import type { Read, ReadConnection, View } from './view.ts';

/** In so few stories the words lead; where they are in more, an order or another filter leads, and the index is asked along it. */
const FEW = 5000;
/** Of words that were asked for before, those in many stories: that they are is not looked up again. */
const REMEMBERED = 1000;

const common = new WeakMap<ReadConnection, QuickLRU<string, true>>();

interface Few {
  seqs: readonly number[];
  /** The newest entry of the ledger when they were looked for. */
  head: number;
  /** The last order in which they were wanted. */
  sorted?: { order: Order; places: readonly Place[] };
}

export class Words {
  readonly match: string;
  #few: Few | undefined;

  private constructor(match: string, few: Few | undefined) {
    this.match = match;
    this.#few = few;
  }

  /** Looks whether the words of an FTS5 query are in few stories or in many. */
  static async lookedUp(read: Read, match: string): Promise<Words> {
    const { head, known } = read(({ db }) => ({ head: db.head().seq, known: commonIn(db).has(match) }));
    if (known) return new Words(match, undefined);
    const seqs: number[] = [];
    for await (const some of matchesOf(read, match, (_view, all) => all, { to: head })) {
      seqs.push(...some);
      if (seqs.length <= FEW) continue;
      read(({ db }) => commonIn(db).set(match, true));
      return new Words(match, undefined);
    }
    return new Words(match, { seqs, head });
  }

  /** The stories that the words are in, where these are few. Some of them may be shown no more. */
  few(view: View): readonly number[] | undefined {
    return this.#current(view)?.seqs;
  }

  /** The next of the few after `from`, in an order; `placesOf` tells the places of stories in it. */
  next(view: View, order: Order, from: Place, size: number, placesOf: (seqs: readonly number[]) => Place[]): Place[] {
    const few = this.#current(view);
    if (!few) return [];
    if (few.sorted?.order.key !== order.key || few.sorted.order.direction !== order.direction) few.sorted = { order, places: placesOf(few.seqs) };
    const { places } = few.sorted;
    const begin = places.findIndex((place) => isAfter(place, from, order));
    return begin === -1 ? [] : places.slice(begin, begin + size);
  }

  /** Those of `seqs` in which the words are. */
  among(view: View, seqs: readonly number[]): Set<number> {
    const few = this.#current(view);
    if (!few) return matchingAmong(view, this.match, seqs);
    const all = new Set(few.seqs);
    return new Set(seqs.filter((seq) => all.has(seq)));
  }

  /** With what was published since they were looked for; when that is much, or the ledger is another one, the words count as being in many. */
  #current(view: View): Few | undefined {
    if (!this.#few) return undefined;
    const { seq } = view.db.head();
    if (seq === this.#few.head) return this.#few;
    const since = Array.from({ length: Math.max(0, Math.min(seq - this.#few.head, FEW)) }, (_, place) => seq - place);
    this.#few = seq < this.#few.head || since.length === FEW ? undefined : { seqs: [...matchingAmong(view, this.match, since), ...this.#few.seqs], head: seq };
    return this.#few;
  }
}

/** Whether a single word, or a phrase, is in more stories than can be looked at one by one. */
export async function isCommon(read: Read, match: string): Promise<boolean> {
  if (read(({ db }) => commonIn(db).has(match))) return true;
  if (!(await isInMany(read, match, FEW))) return false;
  read(({ db }) => commonIn(db).set(match, true));
  return true;
}

function commonIn(db: ReadConnection): QuickLRU<string, true> {
  let known = common.get(db);
  if (!known) common.set(db, (known = new QuickLRU({ maxSize: REMEMBERED })));
  return known;
}

function isAfter(place: Place, from: Place, { direction }: Order): boolean {
  const difference = place.key - from.key || place.tie - from.tie || place.story - from.story;
  return direction === 'ASC' ? difference > 0 : difference < 0;
}
