/** Without this file a publish would be seen at the next tick of a clock instead of at once. */

/** A sleeper that can be woken; a call while it is awake is not lost. */
export class Wakening {
  #called = false;
  #wake: (() => void) | undefined;

  wake(): void {
    this.#called = true;
    this.#wake?.();
  }

  /** Sleeps until it is woken, at most for `milliseconds`. @returns whether it was woken. */
  async within(milliseconds: number): Promise<boolean> {
    if (!this.#called) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        timer = setTimeout(resolve, milliseconds);
        timer.unref();
      });
      clearTimeout(timer);
      this.#wake = undefined;
    }
    const called = this.#called;
    this.#called = false;
    return called;
  }
}
