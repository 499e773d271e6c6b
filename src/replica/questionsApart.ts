/** Without this file nobody would start the thread that answers long questions, or hear that it died. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { CalledThread } from '../database/calledThread.ts';
import { errorOf, type Failure } from './failures.ts';
import type { Question, QuestionOrder } from './questionProtocol.ts';
import { answeredHere, type Questions } from './questions.ts';
import type { Read } from './view.ts';

/** The same file from src/ under test and from dist/ at run time. */
const own = fileURLToPath(import.meta.url);
const threadFile = path.join(path.dirname(own), `questionThread${path.extname(own)}`);

class QuestionThread extends CalledThread<QuestionOrder, unknown, Failure> {
  constructor(execArgv?: string[]) {
    super(new Worker(threadFile, { name: 'counterpoint-questions', ...(execArgv ? { execArgv } : {}) }), {
      errorOf,
      gone: { message: 'The thread for questions stopped before it answered.', code: 'THREAD_GONE' },
    });
  }
}

export interface Askable {
  /** Asks the file in this thread. */
  read: Read;
  /** The file that is served at this moment. @throws Problem 503 while there is none. */
  path: () => string;
  /** What is thrown when an answer failed; may note why. */
  refused: (error: unknown) => unknown;
  execArgv?: string[] | undefined;
}

/** Has long questions answered by a thread of its own, which is started when the first is asked; those that are quick are answered here. */
export class QuestionsApart {
  readonly #of: Askable;
  #thread: QuestionThread | undefined;

  constructor(of: Askable) {
    this.#of = of;
  }

  /** Questions of this moment (milliseconds). */
  at(now: number): Questions {
    const here = answeredHere((work) => this.#of.read((view) => work({ ...view, now })));
    return {
      list: (...asked) => (asked[0].match === undefined ? here.list(...asked) : this.#ask({ do: 'list', asked, now })),
      count: (...asked) => this.#ask({ do: 'count', asked, now }),
      search: (...asked) => this.#ask({ do: 'search', asked, now }),
      facets: (...asked) => this.#ask({ do: 'facets', asked, now }),
    };
  }

  /** Resolves when the thread has closed the file, which another is to replace. */
  async leave(): Promise<void> {
    await this.#thread?.ask({ do: 'close' }).catch(() => undefined);
  }

  /** Ends the thread. */
  async stop(): Promise<void> {
    await this.leave();
    await this.#thread?.terminate();
  }

  async #ask<Answer>(question: Pick<Question, 'do' | 'asked' | 'now'>): Promise<Answer> {
    const order = { ...question, path: this.#of.path() } as Question;
    if (!this.#thread?.alive) this.#thread = new QuestionThread(this.#of.execArgv);
    try {
      return (await this.#thread.ask(order)) as Answer;
    } catch (error) {
      throw this.#of.refused(error);
    }
  }
}
