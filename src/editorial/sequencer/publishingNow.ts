/** Somebody who publishes waits for an answer; who works through a hundred thousand stories does not, and stands aside meanwhile. */

/** Longest that long work stands aside, in milliseconds: a newsroom that publishes without a pause must not keep a name from changing. */
const PATIENCE = 250;
const LATELY = 1_000;

export class PublishingNow {
  #count = 0;
  #begun = 0;
  #last = Number.NEGATIVE_INFINITY;
  #waiting: (() => void)[] = [];

  /** Runs `work`, for which others stand aside. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#count += 1;
    this.#begun += 1;
    try {
      return await work();
    } finally {
      this.#count -= 1;
      this.#last = performance.now();
      if (this.#count === 0) for (const go of this.#waiting.splice(0)) go();
    }
  }

  /** How many have begun to publish so far: another number tells whoever began long work that somebody came since. */
  get begun(): number {
    return this.#begun;
  }

  /** Whether somebody published a moment ago, and may do so again. */
  get lately(): boolean {
    return performance.now() - this.#last < LATELY;
  }

  /** Resolves as soon as nobody is publishing, or after a while. */
  async over(): Promise<void> {
    if (this.#count === 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((go) => {
      this.#waiting.push(go);
      timer = setTimeout(go, PATIENCE);
    });
    clearTimeout(timer);
  }
}
