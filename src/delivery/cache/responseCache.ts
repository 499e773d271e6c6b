/** Without this file every reader of the same page would have it worked out, compressed and signed off anew. */
import { LRUCache } from 'lru-cache';
import type { Moment, Replica } from '../../replica/replica.ts';
import { nextOpening } from '../../replica/opening.ts';
import type { Answer } from '../answer.ts';
import { stands, type Standing } from './standing.ts';
import { freshFrom, type Fresh, type Worked, type Working } from './workOut.ts';

/** What `/metrics` tells. */
export interface Figures {
  hits: number;
  misses: number;
  bytes: number;
  entries: number;
}
export type CacheFigures = () => Figures;

/** How a question is kept, and how this client spelt it. */
export interface Kept {
  key: string;
  /** Undefined where the spelling is not worth remembering. */
  spelling: string | undefined;
}

/** What an entry takes beside its bytes, about. */
const ENTRY = 1024;
/** Of what there is for all: the largest single answer, all that is not there or elsewhere, all spellings. */
const PART = 16;

/**
 * Answers that anybody may be given. One is given again only while it is certain to be what would be worked out now: until the next entry or file is shown,
 * or something changes by itself; an answer with a stamp outlives both, if its stamp is the same afterwards.
 *
 * That something is not there is kept apart: whoever asks for a thousand things that never were does not push out what others read.
 */
export class ResponseCache {
  readonly #replica: Pick<Replica, 'read' | 'moment'>;
  readonly #pages: LRUCache<string, Worked>;
  readonly #asides: LRUCache<string, Worked>;
  /** Keys by how clients spell the question: looked up without understanding it. */
  readonly #spellings: LRUCache<string, string>;
  readonly #herds = new Map<string, Working>();
  #hits = 0;
  #misses = 0;

  constructor(replica: Pick<Replica, 'read' | 'moment'>, bytes: number) {
    this.#replica = replica;
    const part = Math.max(1, Math.floor(bytes / PART));
    const sizeCalculation = (worked: Worked, key: string) => ENTRY + 2 * key.length + sizeOf(worked.answer);
    this.#pages = new LRUCache({ maxSize: Math.max(1, bytes - 2 * part), maxEntrySize: part, sizeCalculation });
    this.#asides = new LRUCache({ maxSize: part, sizeCalculation });
    this.#spellings = new LRUCache({ maxSize: part, sizeCalculation: (key, spelling) => ENTRY / 4 + 2 * (key.length + spelling.length) });
  }

  readonly figures: CacheFigures = () => {
    const bytes = [this.#pages, this.#asides, this.#spellings].reduce((sum, { calculatedSize }) => sum + calculatedSize, 0);
    return { hits: this.#hits, misses: this.#misses, bytes, entries: this.#pages.size + this.#asides.size };
  };

  /** A page that was asked for in just these words before, if it is right now. */
  page(spelling: string): Fresh | undefined {
    const key = this.#spellings.get(spelling);
    const found = key === undefined ? undefined : this.#rightOn(this.#pages, key);
    if (found === undefined) return undefined;
    this.#hits += 1;
    return freshFrom(found, this.#replica.moment());
  }

  /** What is kept and right, or what somebody else is working out at this moment, or else what `begin` works out. @throws what that throws; such is not kept. */
  async answer({ key, spelling }: Kept, begin: () => Working): Promise<Worked> {
    const moment = this.#replica.moment();
    const herd = this.#herds.get(key);
    // Nothing is waited for between the look and the start of work: whoever asks meanwhile would begin as well.
    const awaited = herd !== undefined && stands(herd.standing, moment) ? await herd.worked : undefined;
    const found = awaited && stands(awaited.standing, moment) ? awaited : (this.#rightOn(this.#pages, key) ?? this.#rightOn(this.#asides, key));
    if (found !== undefined) {
      this.#hits += 1;
      return this.#spelt(key, spelling, found);
    }
    this.#misses += 1;
    const working = begin();
    this.#herds.set(key, working);
    try {
      const worked = await working.worked;
      this.#keep(key, worked);
      return this.#spelt(key, spelling, worked);
    } finally {
      if (this.#herds.get(key) === working) this.#herds.delete(key);
    }
  }

  #keep(key: string, worked: Worked): void {
    const { answer, standing, stamp } = worked;
    if (stamp === undefined && !stands(standing, this.#replica.moment())) return;
    const page = 'body' in answer;
    (page ? this.#asides : this.#pages).delete(key);
    if (!page) {
      this.#asides.set(key, worked);
      return;
    }
    answer.body.grown = () => {
      if (this.#pages.peek(key) !== worked) return;
      // Set anew, it is measured anew.
      this.#pages.delete(key);
      this.#pages.set(key, worked);
    };
    this.#pages.set(key, worked);
  }

  #spelt(key: string, spelling: string | undefined, worked: Worked): Worked {
    if (spelling !== undefined && 'body' in worked.answer) this.#spellings.set(spelling, key);
    return worked;
  }

  #rightOn(shelf: LRUCache<string, Worked>, key: string): Worked | undefined {
    const worked = shelf.get(key);
    if (worked === undefined) return undefined;
    const moment = this.#replica.moment();
    if (stands(worked.standing, moment) || this.#standsAgain(worked, moment)) return worked;
    shelf.delete(key);
    return undefined;
  }

  /** Whether what it depends on is as it was, though other things are not. */
  #standsAgain(worked: Worked, moment: Moment | null): boolean {
    const { stamp } = worked;
    if (stamp === undefined || moment === null) return false;
    const standing = this.#replica.read((view): Standing | null => {
      return stamp.again(view) === stamp.value ? { generation: moment.generation, since: view.now, until: nextOpening(view) } : null;
    });
    if (standing !== null) worked.standing = standing;
    return standing !== null;
  }
}

function sizeOf(answer: Answer): number {
  const headers = 'more' in answer ? Object.entries(answer.more ?? {}).reduce((sum, [name, value]) => sum + name.length + value.length, 0) : 0;
  return answer.keys.length + headers + ('body' in answer ? answer.body.size : 0);
}
