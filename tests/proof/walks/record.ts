/** Without this file nobody could say afterwards what people had been told and readers had seen on a walk. */

/** What somebody who asked for a step was told: that it is made, that it is not, or nothing at all. */
export type Fate = 'made' | 'refused' | 'unknown';

export interface AskedStep {
  article: string;
  transition: string;
  fate: Fate;
}

/** A text that a reader was shown. `until` is the newsroom's time when the answer was there. */
export interface Sighting {
  collection: string;
  id: string;
  text: string;
  until: string;
}

/** What is remembered of a walk, beside what the newsroom remembers. */
export class WalkRecord {
  /** By the reason that was given with it, which is another one each time. */
  readonly steps = new Map<string, AskedStep>();
  /** By the new name, which is another one each time. */
  readonly renames = new Map<string, { document: string; fate: Fate }>();
  readonly sightings: Sighting[] = [];
  /** Answers that no client may ever get. */
  readonly shameful: string[] = [];
  #words = 0;

  /** A word that was never used before. */
  word(): string {
    this.#words += 1;
    return `word-${this.#words}`;
  }
}
