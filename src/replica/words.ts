/** A reader's words while one question is answered: without this file each step of a long walk would look for them in the index anew. */
import QuickLRU from 'quick-lru';
import type { Order, Place } from './filters.ts';
import { allMatches, isInMany } from './matches.ts';
import type { ReadConnection, View } from './view.ts';

/** In so few stories the words lead; where they are in more, an order or another filter leads, and they are asked about along it. */
const FEW = 5000;
/** Words whose stories are remembered: a bit for each entry of the ledger, 125 kB for a million. */
const REMEMBERED = 32;
/** Words of which it is remembered that they are common. */
const COMMON = 1000;

/** The stories that words are in. */
interface Found {
  /** One bit for each entry of the ledger. */
  bits: Uint8Array;
  count: number;
  /** The newest entry when they were looked for. */
  head: number;
}

/** What one file's readers have asked for. */
interface Memory {
  found: QuickLRU<string, Found>;
  common: QuickLRU<string, true>;
}

const memories = new WeakMap<ReadConnection, Memory>();

/** The words of an FTS5 query, and the stories that they are in. */
export class Words {
  readonly #match: string;
  /** The few stories in an order, the last that was wanted, as of one moment of the ledger. */
  #sorted: { order: Order; head: number; places: readonly Place[] } | undefined;

  constructor(match: string) {
    this.#match = match;
  }

  /** How many stories they are in, where these are so few that they can be looked at one by one. */
  few(view: View): number | undefined {
    const { count } = found(view, this.#match);
    return count <= FEW ? count : undefined;
  }

  /** The next of them after `from` in an order; `placesOf` tells the places of stories in it. */
  next(view: View, order: Order, from: Place, size: number, placesOf: (seqs: readonly number[]) => Place[]): Place[] {
    const { bits, head } = found(view, this.#match);
    const sorted = this.#sorted;
    const known = sorted?.head === head && sorted.order.key === order.key && sorted.order.direction === order.direction;
    const { places } = known ? sorted : (this.#sorted = { order, head, places: placesOf(seqsIn(bits)) });
    const begin = places.findIndex((place) => isAfter(place, from, order));
    return begin === -1 ? [] : places.slice(begin, begin + size);
  }

  /** Those of `seqs` in which they are. */
  among(view: View, seqs: Iterable<number>): Set<number> {
    const { bits } = found(view, this.#match);
    return new Set([...seqs].filter((seq) => has(bits, seq)));
  }
}

/** Whether a single word is in more stories than can be scored. */
export function isCommon(view: View, match: string): boolean {
  const { common } = memoryOf(view.db);
  if (common.has(match)) return true;
  const many = isInMany(view, match, FEW);
  if (many) common.set(match, true);
  return many;
}

/** What was found before, and what was published since. */
function found(view: View, match: string): Found {
  const memory = memoryOf(view.db).found;
  const known = memory.get(match);
  const head = view.db.head().seq;
  if (known?.head === head) return known;
  const before = known !== undefined && known.head < head ? known : { bits: new Uint8Array(0), count: 0, head: 0 };
  const bits = new Uint8Array((head >> 3) + 1);
  bits.set(before.bits);
  const since = allMatches(view, match, before.head);
  for (const seq of since) bits[seq >> 3] = (bits[seq >> 3] ?? 0) | (1 << (seq & 7));
  const now = { bits, count: before.count + since.length, head };
  memory.set(match, now);
  return now;
}

function has(bits: Uint8Array, seq: number): boolean {
  return ((bits[seq >> 3] ?? 0) & (1 << (seq & 7))) !== 0;
}

function seqsIn(bits: Uint8Array): number[] {
  const seqs: number[] = [];
  bits.forEach((byte, place) => {
    for (let bit = 0; byte !== 0 && bit < 8; bit += 1) if ((byte & (1 << bit)) !== 0) seqs.push(place * 8 + bit);
  });
  return seqs;
}

function memoryOf(db: ReadConnection): Memory {
  let memory = memories.get(db);
  if (!memory) memories.set(db, (memory = { found: new QuickLRU({ maxSize: REMEMBERED }), common: new QuickLRU({ maxSize: COMMON }) }));
  return memory;
}

function isAfter(place: Place, from: Place, { direction }: Order): boolean {
  const difference = place.key - from.key || place.tie - from.tie || place.story - from.story;
  return direction === 'ASC' ? difference > 0 : difference < 0;
}
