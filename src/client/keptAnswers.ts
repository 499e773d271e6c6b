/** Answers that were read before, with their ETags: without this file a server that shows the same stories again would carry each of them over the line again. */

export interface KeptAnswer {
  etag: string;
  text: string;
}

/** At most `most` answers; the one that was not asked for longest goes first. */
export class KeptAnswers {
  readonly #answers = new Map<string, KeptAnswer>();

  constructor(readonly most: number) {}

  of(key: string): KeptAnswer | undefined {
    const kept = this.#answers.get(key);
    if (kept) this.keep(key, kept);
    return kept;
  }

  keep(key: string, answer: KeptAnswer): void {
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.most && oldest !== undefined) this.#answers.delete(oldest);
  }
}
