/** Without this file nobody could say afterwards what the newsroom had promised: every answer that a client was given. */

/** What a client knows of a document: the fields it was told are kept, and the revision that goes with them. */
export interface Known {
  collection: string;
  id: string;
  rev: number;
  fields: Record<string, unknown>;
}

/** Everything that clients were told was written, and nothing that they only asked for. */
export class Journal {
  readonly documents = new Map<string, Known>();
  /** The transitions of each story, in the order in which they were answered. */
  readonly moves = new Map<string, string[]>();
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
