/** Without this file the items of a list would be paragraphs: in a word processor a list is only a number that its paragraphs share. */
import type { TextBuilder } from './textBuilder.ts';

/** Which list a paragraph is an item of; `0` is none. */
export interface ListPlace {
  id: string;
  /** From 0. */
  level: number;
}

const deepest = 5;

/** Opens and closes lists in `builder` from one paragraph to the next. */
export class DocxLists {
  #id: string | null = null;
  /** A list, an item of it, a list in that item … */
  #open = 0;

  constructor(
    readonly builder: TextBuilder,
    readonly counts: (id: string, level: number) => boolean,
  ) {}

  /** The next block is an item of `place`, or of no list. */
  place(place: ListPlace | null): void {
    if (place === null || place.id === '0' || place.id === '') {
      this.leave();
      return;
    }
    if (place.id !== this.#id) this.leave();
    this.#id = place.id;
    const level = Math.min(Math.max(Number.isInteger(place.level) ? place.level : 0, 0), deepest);
    while (this.#open > 2 * level + 1) this.#leaveOne();
    while (this.#open < 2 * level + 2) this.#enterOne(place.id);
  }

  leave(): void {
    while (this.#open > 0) this.#leaveOne();
    this.#id = null;
  }

  #enterOne(id: string): void {
    this.builder.enter(this.#open % 2 === 0 ? { kind: 'list', ordered: this.counts(id, this.#open / 2) } : { kind: 'item' });
    this.#open += 1;
  }

  #leaveOne(): void {
    this.builder.leave();
    this.#open -= 1;
  }
}
