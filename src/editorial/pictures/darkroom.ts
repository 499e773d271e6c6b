/** Keeps a process that works on pictures, one order at a time; without it each upload would start another decoder, all of them at once. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Problem } from '../../errors.ts';
import type { DarkroomCall, DarkroomOrder, DarkroomOutcome } from './darkroomProtocol.ts';

const program = fileURLToPath(new URL('./darkroom.mjs', import.meta.url));
/** A process that nobody needs gives its memory back after this many milliseconds. */
const IDLE = 30_000;

/** It gets none of ours: nothing that a broken picture could make it say is a secret. */
const NO_SETTINGS = { NODE_ENV: 'production' } as const;

export interface DarkroomOptions {
  /** Niceness of the process, 0 to 19. */
  nice: number;
  /** Milliseconds that one order may take; then the process is ended and the order has failed. */
  patience: number;
  /** Orders that may wait; more are refused with 503. */
  queue: number;
}

type Done = (outcome: DarkroomOutcome) => void;

/** Starts its process with the first order, and again after it died. */
export class Darkroom {
  readonly #options: DarkroomOptions;
  #child: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #calls = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: DarkroomOptions) {
    this.#options = options;
  }

  /** What came of `order`. @throws {Problem} 503 when too many wait already. */
  develop(order: DarkroomOrder): Promise<DarkroomOutcome> {
    if (this.#waiting >= this.#options.queue) throw new Problem(503, 'pictures-waiting', 'Too many pictures are waiting. Try again in a moment.');
    this.#waiting += 1;
    const turn = this.#last.then(() => this.#develop(order)).finally(() => (this.#waiting -= 1));
    this.#last = turn;
    return turn;
  }

  /** Ends the process; what it was at has failed. */
  async close(): Promise<void> {
    clearTimeout(this.#idle);
    this.#child?.kill('SIGKILL');
    await this.#last;
  }

  #develop(order: DarkroomOrder): Promise<DarkroomOutcome> {
    clearTimeout(this.#idle);
    this.#calls += 1;
    const call: DarkroomCall = { call: this.#calls, order };
    const child = (this.#child ??= this.#start());
    child.channel?.ref();
    return new Promise<DarkroomOutcome>((resolve) => {
      const done: Done = (outcome) => {
        clearTimeout(late);
        child.off('message', hear);
        child.off('exit', died);
        if (this.#child === child) {
          child.channel?.unref();
          this.#idle = setTimeout(() => child.kill(), IDLE).unref();
        }
        resolve(outcome);
      };
      const hear = (message: unknown) => {
        const answer = message as { call: number; outcome: DarkroomOutcome };
        if (answer.call === call.call) done(answer.outcome);
      };
      const died = () => {
        done({ failed: 'The darkroom ended before the picture was done.' });
      };
      const late = setTimeout(() => child.kill('SIGKILL'), this.#options.patience);
      child.on('message', hear);
      child.once('exit', died);
      child.send(call, (error) => {
        if (error) child.kill('SIGKILL');
      });
    });
  }

  #start(): ChildProcess {
    const child = fork(program, [String(this.#options.nice)], { env: NO_SETTINGS, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    child.unref();
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined;
    });
    child.on('error', () => child.kill('SIGKILL'));
    return child;
  }
}
