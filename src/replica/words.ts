/** A reader's words while one question is answered: without this file each step of a long walk would look for them in the index anew. */
import QuickLRU from 'quick-lru';
import type { Order, Place } from './filters.ts';
import { matchesAmong, newestMatches } from './matches.ts';
import type { ReadConnection, View } from './view.ts';

/** In so few stories the words lead; where they are in more, an order or another filter leads, and they are asked about along it. */
const FEW = 5000;
/** Words of which it is remembered that they are in more. */
const REMEMBERED = 1000;

const common = new WeakMap<ReadConnection, QuickLRU<string, true>>();

/** The stories that words are in, as of one moment of the ledger: undefined where these are many. */
interface Found {
  head: number;
  seqs: readonly number[] | undefined;
}

/** The words of an FTS5 query. */
export class Words {
  readonly #match: string;
  #found: Found | undefined;
  /** The few stories in the order that was wanted last. */
  #sorted: { order: Order; of: Found; places: readonly Place[] } | undefined;

  constructor(match: string) {
    this.#match = match;
  }

  /** How many stories they are in, where these are so few that they can be looked at one by one. */
  few(view: View): number | undefined {
    return this.#look(view).seqs?.length;
  }

  /** The next of the few after `from` in an order; `placesOf` tells the places of stories in it. */
  next(view: View, order: Order, from: Place, size: number, placesOf: (seqs: readonly number[]) => Place[]): Place[] {
    const found = this.#look(view);
    const known = this.#sorted;
    const isKnown = known?.of === found && known.order.key === order.key && known.order.direction === order.direction;
    const { places } = isKnown ? known : (this.#sorted = { order, of: found, places: placesOf(found.seqs ?? []) });
    const begin = places.findIndex((place) => isAfter(place, from, order));
    return begin === -1 ? [] : places.slice(begin, begin + size);
  }

  /** Those of `seqs` in which they are. */
  among(view: View, seqs: Iterable<number>): Set<number> {
    const { seqs: few } = this.#look(view);
    if (few === undefined) return matchesAmong(view, this.#match, seqs);
    const all = new Set(few);
    return new Set([...seqs].filter((seq) => all.has(seq)));
  }

  /** Looks them up, again when something was published since. */
  #look(view: View): Found {
    const head = view.db.head().seq;
    if (this.#found?.head !== head) this.#found = { head, seqs: fewOf(view, this.#match) };
    return this.#found;
  }
}

/** Whether they are in more stories than can be looked at one by one. */
export function isCommon(view: View, match: string): boolean {
  return fewOf(view, match) === undefined;
}

function fewOf(view: View, match: string): number[] | undefined {
  const known = commonIn(view.db);
  if (known.has(match)) return undefined;
  const newest = newestMatches(view, match, Number.MAX_SAFE_INTEGER, FEW + 1);
  if (newest.length <= FEW) return newest;
  known.set(match, true);
  return undefined;
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
