/** Without this file health checks, the front door and shutdown would each have their own idea of whether the newsroom is open. */

export type Phase = 'starting' | 'ready' | 'stopping';

/** What a supervisor is told beside the phase. */
export interface Standing {
  /** The hash of the newest entry that readers of this node see; null before there is one. */
  ledger: string | null;
  databaseAnswers: boolean;
}

/** Where the process stands between its start and its end, and how many requests it is answering. */
export class Readiness {
  #phase: Phase = 'starting';
  #inFlight = 0;
  #idle: (() => void)[] = [];

  get phase(): Phase {
    return this.#phase;
  }

  open(): void {
    if (this.#phase === 'starting') this.#phase = 'ready';
  }

  stop(): void {
    this.#phase = 'stopping';
  }

  /** Counts a request; call what it returns once it has been answered or given up. */
  enter(): () => void {
    this.#inFlight += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#inFlight -= 1;
      if (this.#inFlight === 0) for (const tell of this.#idle.splice(0)) tell();
    };
  }

  /** Resolves as soon as no request is being answered. */
  async whenIdle(): Promise<void> {
    if (this.#inFlight > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }
}
