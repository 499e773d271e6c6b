/** Without this file the answer to a publish could come before the story is to be seen. */

/** Who waits until a node shows an entry. */
export class Waiting {
  #seq = 0;
  #queue: { seq: number; resolve: () => void; reject: (error: Error) => void }[] = [];

  until(seq: number): Promise<void> {
    if (seq <= this.#seq) return Promise.resolve();
    return new Promise((resolve, reject) => this.#queue.push({ seq, resolve, reject }));
  }

  /** Everything up to `seq` is shown; 0 when nothing is any more. */
  reached(seq: number): void {
    this.#seq = seq;
    const there = this.#queue.filter((one) => one.seq <= seq);
    this.#queue = this.#queue.filter((one) => one.seq > seq);
    for (const { resolve } of there) resolve();
  }

  giveUp(error: Error): void {
    for (const { reject } of this.#queue.splice(0)) reject(error);
  }
}
