/** Tells whoever listens what was published: without this file a site that rebuilds itself would ask again and again. */
import { Problem } from '../errors.ts';
import { changesSince, heardNow, type Change, type Heard } from '../replica/changes.ts';
import type { Read } from '../replica/lists.ts';

/** Where events are written to. */
export type Tell = (text: string) => void;

/** Milliseconds between looks at the replica, which costs microseconds; nobody looks while nobody listens. */
const INTERVAL = 250;
/** Looks between two signs of life, so that no proxy takes the line for dead. */
const LIFE = 60;
const MOST_LISTENERS = 1000;

/** One for all listeners of a node. */
export class ChangeStream {
  readonly #read: Read;
  readonly #listeners = new Map<Tell, () => void>();
  #heard: Heard | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looks = 0;
  #closed = false;

  constructor(read: Read) {
    this.#read = read;
  }

  /** Tells `tell` what happens from now on, or what has happened since the event `last`; `end` is called when the node stops. @returns what ends it. */
  listen(tell: Tell, end: () => void, last: string | undefined): () => void {
    if (this.#closed || this.#listeners.size >= MOST_LISTENERS)
      throw new Problem(503, 'too-many-listeners', 'Too many are listening on this node. Try again in a moment.');
    const since = heardIn(last);
    const missed = this.#read((view) => {
      this.#look();
      return since && changesSince(view, since);
    });
    tell(': Counterpoint tells what is published: {articleId, revision, kind}\nretry: 2000\n\n');
    if (this.#heard) tell(missed === null ? resetAt(this.#heard) : eventsOf(missed?.changes ?? [], missed?.heard ?? this.#heard) || placeOf(this.#heard));
    this.#listeners.set(tell, end);
    this.#timer ??= setInterval(() => {
      this.#look();
    }, INTERVAL).unref();
    return () => {
      this.#listeners.delete(tell);
      if (this.#listeners.size === 0) this.#rest();
    };
  }

  /** Ends all lines. */
  close(): void {
    this.#closed = true;
    const ends = [...this.#listeners.values()];
    this.#listeners.clear();
    this.#rest();
    for (const end of ends) end();
  }

  #look(): void {
    try {
      this.#tellAll(
        this.#read((view) => {
          const told = this.#heard && changesSince(view, this.#heard);
          this.#heard = heardNow(view);
          return told === null ? resetAt(this.#heard) : eventsOf(told?.changes ?? [], this.#heard);
        }),
      );
    } catch (error) {
      // A replica that is built anew tells afterwards what has happened meanwhile.
      if (!(error instanceof Problem)) throw error;
    }
  }

  #tellAll(text: string): void {
    this.#looks += 1;
    const said = text === '' && this.#looks % LIFE === 0 ? ':\n\n' : text;
    if (said !== '') for (const tell of this.#listeners.keys()) tell(said);
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#heard = undefined;
  }
}

/** Only the last of them says where the line is: one that breaks in their middle is taken up before the first. */
function eventsOf(changes: readonly Change[], heard: Heard): string {
  const events = changes.map((change) => `data: ${JSON.stringify(change)}\n\n`);
  const last = events.pop();
  return last === undefined ? '' : `${events.join('')}${idOf(heard)}${last}`;
}

/** Sent where too much has happened to be told piece by piece. */
function resetAt(heard: Heard): string {
  return `event: reset\n${idOf(heard)}data: {}\n\n`;
}

/** No event, but what a listener says when it comes back. */
function placeOf(heard: Heard): string {
  return `${idOf(heard)}\n`;
}

function idOf({ seq, time }: Heard): string {
  return `id: ${seq}-${time}\n`;
}

/** The `Last-Event-ID` of somebody who was away; undefined where it is none of ours. */
function heardIn(last: string | undefined): Heard | undefined {
  const [, seq, time] = /^(\d{1,15})-(\d{1,15})$/.exec(last ?? '') ?? [];
  return seq === undefined || time === undefined ? undefined : { seq: Number(seq), time: Number(time) };
}
