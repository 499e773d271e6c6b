/** What one operation knows: without it each resolver would ask again for what another has asked, and nobody would know what the answer shows. */
import { setImmediate as others } from 'node:timers/promises';
import type { PublishedStory } from '../../domain/publishedStory.ts';
import type { RenditionContext } from '../../renditions/context.ts';
import type { Read } from '../../replica/lists.ts';
import type { Questions } from '../../replica/questions.ts';
import { countsOf, type ShownName, type Thing } from '../names.ts';
import { keyOf, MANY, surrogateKeys } from '../surrogateKeys.ts';

/** How many stories a name has, by the filter that finds them. */
type Counts = Readonly<Record<string, number>>;

/** More than a few stories in one answer would have more keys than a header holds. */
const MOST_KEYS = 50;

/** The replica as one operation reads it: the only way from a resolver to what is published, and to nothing else. */
export class Reading {
  readonly #counts = new Map<string, Counts>();
  readonly #keys = new Set<string>();
  #turn = Promise.resolve();

  constructor(
    readonly read: Read,
    readonly context: RenditionContext,
    readonly questions: Questions,
  ) {}

  /** Resolves when the next page of stories may be read: one after the other, with a turn for others in between. */
  turn(): Promise<void> {
    return (this.#turn = this.#turn.then(() => others()));
  }

  /** Asked once for each name, however many stories of a page show it. */
  countsOf(thing: Thing, id: string): Counts {
    const known = this.#counts.get(keyOf(thing, id));
    if (known) return known;
    this.showsMany();
    const counts = this.read((view) => countsOf(view, thing, id));
    this.#counts.set(keyOf(thing, id), counts);
    return counts;
  }

  /** A name that was asked for is counted already. */
  knows(thing: Thing, { id, articles }: ShownName): void {
    this.#counts.set(keyOf(thing, id), articles);
  }

  /** The answer shows this story. */
  shows(story: PublishedStory): void {
    for (const key of surrogateKeys(story).split(' ')) this.#keys.add(key);
  }

  /** Any edition can make it another answer. */
  showsMany(): void {
    this.#keys.add(MANY);
  }

  /** `Surrogate-Key` of the answer. What is thrown away with every edition needs no other key. */
  get keys(): string {
    return this.#keys.has(MANY) || this.#keys.size > MOST_KEYS ? MANY : [...this.#keys].join(' ');
  }
}
