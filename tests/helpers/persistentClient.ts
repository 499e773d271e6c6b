/** Without this file a client whose request was cut off would not know whether it was done: it asks, as a careful client has to. */
import type { Journal } from './journal.ts';
import type { Answer, Caller, Doc } from './staff.ts';

/** A client that goes on until it is answered, and enters what it is told in the journal. */
export class PersistentClient {
  readonly #chief: () => Promise<Caller>;
  readonly #journal: Journal;

  constructor(chief: () => Promise<Caller>, journal: Journal) {
    this.#chief = chief;
    this.#journal = journal;
  }

  /** Makes a document; one whose answer never came is left behind, and another is made. */
  async create(collection: string, fields: Record<string, unknown>): Promise<string> {
    for (;;) {
      const answer = await this.#send<{ doc: Doc }>('POST', `/api/${collection}?depth=0`, fields);
      if (answer === undefined) continue;
      expectStatus(answer, 201, `creating in ${collection}`);
      const { id, rev = 0 } = answer.body.doc;
      this.#journal.wrote({ collection, id, rev, fields });
      return id;
    }
  }

  /** Changes `fields` of a document; where the answer never came, looks whether it was done. */
  async edit(collection: string, id: string, fields: Record<string, unknown>): Promise<void> {
    for (;;) {
      const rev = this.#journal.revisionOf(id);
      const answer = await this.#send<{ doc: Doc }>('PATCH', `/api/${collection}/${id}?depth=0`, fields, { 'If-Match': `"${rev}"` });
      if (answer) expectStatus(answer, 200, `editing ${collection}/${id}`);
      const now = answer?.body.doc ?? (await this.#read<Doc>(`/api/${collection}/${id}?draft=true&depth=0`));
      if (now.rev === rev) continue;
      this.#journal.wrote({ collection, id, rev: now.rev ?? 0, fields });
      return;
    }
  }

  /** Moves a story; where the answer never came, looks whether it was done. */
  async move(article: string, transition: string, words: Record<string, unknown> = {}): Promise<void> {
    for (;;) {
      const revision = { 'If-Match': `"${this.#journal.revisionOf(article)}"` };
      const answer = await this.#send('POST', `/api/articles/${article}/${transition}`, words, revision);
      if (answer) expectStatus(answer, 200, `${transition} of ${article}`);
      else if ((await this.#movesOf(article)) === (this.#journal.moves.get(article) ?? []).length) continue;
      this.#journal.moved(article, transition);
      return;
    }
  }

  async #movesOf(article: string): Promise<number> {
    return (await this.#read<{ totalDocs: number }>(`/api/transitions?limit=1&where[article][equals]=${article}`)).totalDocs;
  }

  async #read<Body>(path: string): Promise<Body> {
    for (;;) {
      const answer = await this.#send<Body>('GET', path);
      if (answer === undefined) continue;
      expectStatus(answer, 200, path);
      return answer.body;
    }
  }

  /** Undefined when the connection broke before the answer was whole. */
  async #send<Body>(...request: Parameters<Caller['send']>): Promise<Answer<Body> | undefined> {
    const chief = await this.#chief();
    try {
      return await chief.send<Body>(...request);
    } catch (error) {
      // What fetch throws when the other side is gone (Fetch standard, network error).
      if (!(error instanceof TypeError)) throw error;
      this.#journal.unanswered += 1;
      return undefined;
    }
  }
}

function expectStatus({ status, body }: Answer<unknown>, wanted: number, what: string): void {
  if (status !== wanted) throw new Error(`${what} was answered with ${status}: ${JSON.stringify(body)}`);
}
