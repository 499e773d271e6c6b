/** Without this file a client whose request was cut off would not know whether it was done: it asks, as a careful client has to. */
import type { Journal } from './journal.ts';
import { readStory } from './publicReading.ts';
import type { Answer, Caller, Doc, Moved } from './staff.ts';

/** After these, readers see something else than before. */
const SEEN: readonly string[] = ['publish', 'correct', 'withdraw', 'reinstate'];

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

  /** Moves a story, and reads at once what readers see of it; where the answer never came, looks whether it was done. */
  async move(article: string, transition: string, words: Record<string, unknown> = {}): Promise<void> {
    for (;;) {
      const revision = { 'If-Match': `"${this.#journal.revisionOf(article)}"` };
      const answer = await this.#send<Moved>('POST', `/api/articles/${article}/${transition}`, words, revision);
      if (answer) {
        expectStatus(answer, 200, `${transition} of ${article}`);
        await this.#moved(article, transition, answer);
      } else if (await this.#isDone(article)) this.#journal.moved(article, transition);
      else continue;
      return;
    }
  }

  /** Asks several nodes at the same moment for the same step: one of them takes it, the others say that it is taken. */
  async moveOnAll(nodes: readonly Caller[], article: string, transition: string): Promise<void> {
    const revision = { 'If-Match': `"${this.#journal.revisionOf(article)}"` };
    const request = ['POST', `/api/articles/${article}/${transition}`, {}, revision] as const;
    const answers = (await Promise.all(nodes.map((node) => this.#sendTo(node, ...request)))) as (Heard<Moved> | undefined)[];
    const done = answers.filter((answer) => answer?.status === 200);
    for (const answer of answers) if (answer && ![200, 409, 412].includes(answer.status)) expectStatus(answer, 200, `${transition} of ${article}`);
    for (const answer of done) if (answer) await this.#moved(article, transition, answer);
    if (done.length > 0) return;
    if (await this.#isDone(article)) this.#journal.moved(article, transition);
    else await this.move(article, transition);
  }

  async #moved(article: string, transition: string, { body: { seq }, url }: Heard<Moved>): Promise<void> {
    const journal = this.#journal;
    if (SEEN.includes(transition)) {
      const number = (journal.moves.get(article) ?? []).filter((made) => SEEN.includes(made)).length + 1;
      const title = journal.documents.get(article)?.fields.title;
      const next = await readStory(url, article).catch(unlessGone);
      journal.told.push({ article, transition, by: url, number, title, seq: seq ?? null, next });
    }
    journal.moved(article, transition);
  }

  /** Whether the step after those that are known was made. */
  async #isDone(article: string): Promise<boolean> {
    return (await this.#movesOf(article)) > (this.#journal.moves.get(article) ?? []).length;
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
  async #send<Body>(...request: Parameters<Caller['send']>): Promise<Heard<Body> | undefined> {
    return this.#sendTo<Body>(await this.#chief(), ...request);
  }

  async #sendTo<Body>(node: Caller, ...request: Parameters<Caller['send']>): Promise<Heard<Body> | undefined> {
    const answer = await node.send<Body>(...request).catch(unlessGone);
    if (answer !== null) return { ...answer, url: node.url };
    this.#journal.unanswered += 1;
    return undefined;
  }
}

/** An answer, and the node that gave it. */
type Heard<Body> = Answer<Body> & Pick<Caller, 'url'>;

/** What fetch throws when the other side is gone (Fetch standard, network error). */
function unlessGone(error: unknown): null {
  if (error instanceof TypeError) return null;
  throw error;
}

function expectStatus({ status, body }: Answer<unknown>, wanted: number, what: string): void {
  if (status !== wanted) throw new Error(`${what} was answered with ${status}: ${JSON.stringify(body)}`);
}
