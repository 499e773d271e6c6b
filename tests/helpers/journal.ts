/** Without this file nobody could say afterwards what the newsroom had promised: every answer that a client was given. */

import type { Shown } from './publicReading.ts';

/** What a client knows of a document: the fields it was told are kept, and the revision that goes with them. */
export interface Known {
  collection: string;
  id: string;
  rev: number;
  fields: Record<string, unknown>;
}

/** The answer to a step after which readers see something else than before. */
export interface Told {
  article: string;
  transition: string;
  /** The node that answered, by its address: each life of a server has one of its own. */
  by: string;
  /** The how-manieth such step of the story it was. */
  number: number;
  /** The story's title in the client's eyes. */
  title: unknown;
  /** Its number in the ledger, where the answer said one. */
  seq: number | null;
  /** What the very next read on the same node showed; null when the node was gone by then. */
  next: Shown | null;
}

/** Everything that clients were told was written, and nothing that they only asked for. */
export class Journal {
  readonly documents = new Map<string, Known>();
  /** The transitions of each story, in the order in which they were answered. */
  readonly moves = new Map<string, string[]>();
  readonly told: Told[] = [];
  acknowledged = 0;
  /** Requests whose answer never came. */
  unanswered = 0;
  #listeners: Array<{ count: number; reached: () => void }> = [];

  wrote(known: Known): void {
    const { fields } = this.documents.get(known.id) ?? known;
    this.documents.set(known.id, { ...known, fields: { ...fields, ...known.fields } });
    this.#count();
  }

  moved(article: string, ...transitions: string[]): void {
    this.moves.set(article, [...(this.moves.get(article) ?? []), ...transitions]);
    this.#count();
  }

  revisionOf(id: string): number {
    const known = this.documents.get(id);
    if (!known) throw new Error(`Nothing is known of ${id}.`);
    return known.rev;
  }

  /** Resolves as soon as `count` writes have been acknowledged. */
  reaches(count: number): Promise<void> {
    if (this.acknowledged >= count) return Promise.resolve();
    return new Promise((reached) => this.#listeners.push({ count, reached }));
  }

  #count(): void {
    this.acknowledged += 1;
    for (const { count, reached } of this.#listeners) if (this.acknowledged >= count) reached();
  }
}
