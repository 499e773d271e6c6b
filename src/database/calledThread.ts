/** Without this file each thread that does one caller's work would pair orders with answers, and refuse what it died over, in its own way. */
import type { Worker } from 'node:worker_threads';

/** An order under way; `call` pairs it with its reply. */
export interface Call<Order> {
  call: number;
  order: Order;
}

/** The reply to one call. */
export type Reply<Outcome, Failure> = { call: number; outcome: Outcome } | { call: number; failed: Failure };

interface Terms<Failure> {
  /** How a failure that crossed from the thread is thrown here. */
  errorOf: (failure: Failure) => Error;
  /** What is thrown for everything that the thread did not answer. */
  gone: { message: string; code: string };
}

/** One life of a thread; when it is over, everything it was asked is refused, and so is everything it would be asked. */
export abstract class CalledThread<Order, Outcome, Failure> {
  readonly #worker: Worker;
  readonly #terms: Terms<Failure>;
  readonly #pending = new Map<number, { resolve: (outcome: Outcome) => void; reject: (error: Error) => void }>();
  readonly #exited: Promise<void>;
  #calls = 0;
  #death: Error | undefined;

  constructor(worker: Worker, terms: Terms<Failure>) {
    this.#worker = worker;
    this.#terms = terms;
    // A process may end while the thread is idle, never while it works.
    worker.unref();
    worker.on('message', (reply: Reply<Outcome, Failure>) => this.#hear(reply));
    worker.on('error', (error) => this.#die(error));
    this.#exited = new Promise((resolve) => {
      worker.on('exit', (code) => {
        this.onExit(this.#die(new Error(`exit code ${code}`)));
        resolve();
      });
    });
  }

  get alive(): boolean {
    return this.#death === undefined;
  }

  /** Asks once. @throws what the thread threw, or the error for a thread that is gone when it died before it answered. */
  ask(order: Order): Promise<Outcome> {
    if (this.#death) return Promise.reject(this.#death);
    return new Promise((resolve, reject) => {
      const call = (this.#calls += 1);
      this.#pending.set(call, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ call, order });
    });
  }

  /** Ends the thread at once, as a crash would. */
  async terminate(): Promise<void> {
    await this.#worker.terminate();
    await this.exited();
  }

  /** Resolves when the thread is no more. */
  protected exited(): Promise<void> {
    return this.#exited;
  }

  /** Is told that the thread is no more, and of what it died. */
  protected onExit(_death: Error): void {}

  #hear(reply: Reply<Outcome, Failure>): void {
    const pending = this.#pending.get(reply.call);
    this.#pending.delete(reply.call);
    if (this.#pending.size === 0) this.#worker.unref();
    if ('failed' in reply) pending?.reject(this.#terms.errorOf(reply.failed));
    else pending?.resolve(reply.outcome);
  }

  #die(cause: Error): Error {
    const { message, code } = this.#terms.gone;
    this.#death ??= Object.assign(new Error(message, { cause }), { code });
    for (const { reject } of this.#pending.values()) reject(this.#death);
    this.#pending.clear();
    return this.#death;
  }
}
