/** A list page by page, or story by story: without this file everybody would write the loop over cursors again, and some would end it too early. */
import type { Question, Transport } from './transport.ts';
import type { CallOptions } from './settings.ts';
import type { PageInfo } from './types.ts';

export interface Page<Item> {
  data: Item[];
  page: PageInfo;
}

/** The ways to read a list of `Item`; `Query` is what can be asked. */
export interface List<Query, Item> {
  /** One page. */
  list: (query?: Query, options?: CallOptions) => Promise<Page<Item>>;
  /** One page after the other. */
  pages: (query?: Query, options?: CallOptions) => AsyncGenerator<Page<Item>, void, undefined>;
  /** Everything, item by item, a page at a time: a hundred where `limit` does not say otherwise. */
  all: (query?: Query, options?: CallOptions) => AsyncGenerator<Item, void, undefined>;
}

const MOST = 100;

/** The list at `path`. */
export function listAt<Query extends object, Item>(transport: Transport, path: string): List<Query, Item> {
  const list: List<Query, Item>['list'] = (query, options) => transport.json({ path, query }, options);
  return {
    list,
    pages: (query, options) => pagesOf<Page<Item>>(transport, { path, query }, options),
    all: (query, options) => allOf(transport, { path, query }, options),
  };
}

/** Each page of the list that `question` asks for. An empty page is not the end: what says so is that there is no next one. */
export async function* pagesOf<Shown extends Page<unknown>>(
  transport: Transport,
  question: Question,
  options?: CallOptions,
): AsyncGenerator<Shown, void, undefined> {
  let query: object = { limit: MOST, ...question.query };
  for (;;) {
    const page: Shown = await transport.json({ ...question, query }, options);
    yield page;
    const { next } = page.page;
    if (next === null) return;
    query = { ...query, cursor: next };
  }
}

/** Each item of those pages. */
export async function* allOf<Item>(transport: Transport, question: Question, options?: CallOptions): AsyncGenerator<Item, void, undefined> {
  for await (const { data } of pagesOf<Page<Item>>(transport, question, options)) yield* data;
}
