/** Without this file two transactions would meet inside the one writing connection, and a forgotten `req` would hang for ever. */
import { Problem } from '../errors.ts';

/** The right to use the writer until `release`. */
export interface Turn {
  /** Kept up to date by the holder, so that whoever waits too long can be told what held the writer. */
  doing: string;
  /** Gives the writer to the next in line; a second call does nothing. */
  release(): void;
}

/** First come, first served; whoever waits longer than `limit` milliseconds is refused. */
export class WriterQueue {
  readonly #limit: number;
  readonly #waiting: Array<(turn: Turn) => void> = [];
  #holder: { turn: Turn; since: number } | undefined;
  #idle: Array<() => void> = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Waits for the writer. @throws Problem 503 `database-busy` when it does not come free in time. */
  take(doing: string): Promise<Turn> {
    if (!this.#holder) return Promise.resolve(this.#grant(doing));
    return new Promise((resolve, reject) => {
      const granted = (turn: Turn): void => {
        clearTimeout(timer);
        turn.doing = doing;
        resolve(turn);
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(granted), 1);
        reject(this.#tooLong(doing));
      }, this.#limit);
      this.#waiting.push(granted);
    });
  }

  /** Resolves when nobody holds the writer and nobody waits for it. */
  drained(): Promise<void> {
    return this.#holder ? new Promise((resolve) => this.#idle.push(resolve)) : Promise.resolve();
  }

  #grant(doing: string): Turn {
    const turn: Turn = {
      doing,
      release: () => {
        if (this.#holder?.turn === turn) this.#next();
      },
    };
    this.#holder = { turn, since: Date.now() };
    return turn;
  }

  #next(): void {
    this.#holder = undefined;
    const next = this.#waiting.shift();
    if (next) next(this.#grant(''));
    else this.#idle.splice(0).forEach((resolve) => resolve());
  }

  #tooLong(wanted: string): Problem {
    const held = this.#holder ? Math.round((Date.now() - this.#holder.since) / 1000) : 0;
    const limit = Math.round(this.#limit / 100) / 10;
    return new Problem(
      503,
      'database-busy',
      `Waited ${limit} s to write (${wanted}). A transaction has held the writer for ${held} s (${this.#holder?.turn.doing ?? 'nobody'}). ` +
        'Either a hook wrote without passing `req` and waits for its own transaction, or the database is busy.',
    );
  }
}
