/** Without this file the same public question would be worked out anew for everybody who asks it. */
import type { Request } from 'express';
import type { SanitizedConfig } from 'payload';
import QuickLRU from 'quick-lru';
import type { PublicData } from '../editorial/publicData.ts';

const MOST_ANSWERS = 512;
const MOST_BYTES = 128 * 1024;

interface Kept {
  version: number;
  /** Milliseconds since 1970; from then on a story is out that was not. */
  until: number;
  headers: [string, string][];
  body: ArrayBuffer;
}

/**
 * Answers to anonymous GETs of public collections, given again only while the database has seen no write and no release has come due
 * since the question was first asked. A request that says who it is, by Authorization or Cookie, never meets them.
 * At most 512 answers of 128 KiB.
 */
export class PublicAnswers {
  readonly #data: PublicData;
  readonly #collections: ReadonlySet<string>;
  readonly #kept = new QuickLRU<string, Kept>({ maxSize: MOST_ANSWERS });
  #next: { version: number; asked: number; release: Promise<number> } | undefined;

  constructor(data: PublicData, config: Pick<SanitizedConfig, 'collections'>) {
    this.#data = data;
    const published = config.collections.filter(({ flattenedFields }) => flattenedFields.some(({ name }) => name === 'publicFrom'));
    this.#collections = new Set(published.map(({ slug }) => slug));
  }

  /** The answer that `request` was given before, if it would be given again now. */
  kept(request: Request): Response | undefined {
    if (!this.#isPublic(request)) return undefined;
    const kept = this.#kept.get(keyOf(request));
    if (kept === undefined || kept.version !== this.#data.version() || kept.until <= Date.now()) return undefined;
    return new Response(kept.body, { headers: kept.headers });
  }

  /** Called before `request` is worked out; what it returns keeps the answer. Undefined when this request's answer is not to be kept. */
  keeping(request: Request): ((answer: Response) => Promise<void>) | undefined {
    const version = this.#isPublic(request) ? this.#data.version() : undefined;
    if (version === undefined) return undefined;
    // Before the question: a write or release meanwhile makes what is kept too old, never too new.
    const asked = Date.now();
    return async (answer) => {
      if (answer.status !== 200 || answer.headers.has('Set-Cookie') || !answer.headers.get('Content-Type')?.includes('json')) return;
      const body = await answer.clone().arrayBuffer();
      if (body.byteLength > MOST_BYTES) return;
      this.#kept.set(keyOf(request), { version, until: await this.#nextRelease(version, asked), headers: [...answer.headers], body });
    };
  }

  async #nextRelease(version: number, asked: number): Promise<number> {
    if (this.#next?.version === version && this.#next.asked <= asked) {
      const release = await this.#next.release;
      if (release > asked) return release;
    }
    // What cannot be told is taken to be over: such an answer is never given again.
    this.#next = { version, asked, release: this.#data.nextRelease(asked).catch(() => 0) };
    return this.#next.release;
  }

  #isPublic({ method, headers, path }: Request): boolean {
    if (method !== 'GET' || headers.authorization !== undefined || headers.cookie !== undefined) return false;
    const [, api, collection = '', , more] = path.split('/');
    return api === 'api' && more === undefined && this.#collections.has(collection);
  }
}

/** Everything of an anonymous request that an answer can depend on. */
function keyOf({ originalUrl, protocol, headers }: Request): string {
  return [originalUrl, protocol, headers.host, headers['accept-language'], headers.accept].join('\n');
}
