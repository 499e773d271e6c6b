/** Without this test GraphQL could leave out what it promises, or say of a story what /v1 does not. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askGraphql, graphqlAddress, postGraphql, type GraphqlAnswer } from '../../../tests/helpers/askGraphql.ts';
import { BELL, NOW, openFilledRoom, type FilledRoom } from '../../../tests/helpers/filledRoom.ts';
import { aContent, anEdition } from '../../../tests/helpers/memoryLedger.ts';
import { openReadingRoom } from '../../../tests/helpers/readingRoom.ts';
import { asRest, wholeSelection } from '../../../tests/helpers/wholeSelection.ts';
import { newId } from '../../domain/ids.ts';
import { publishedSchema } from './schema.ts';

const whole = wholeSelection(publishedSchema(), 'Article');
let room: FilledRoom;
beforeAll(async () => {
  room = await openFilledRoom();
});
afterAll(() => room.close());
beforeEach(() => {
  room.now = NOW;
});

interface Page {
  edges: { cursor: string; node: { id: string; title: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
  totalCountIsExact: boolean;
}

/** An answer without an error. */
async function ask<Data = Record<string, never>>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const answer = await askGraphql(room.url, query, variables);
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
  return answer.json<GraphqlAnswer<Data>>().data;
}
const rest = async (path: string) =>
  (await room.get(path)).json<Record<string, unknown> & { data: { id: string }[]; page: { next: string | null; total: number } }>();
const idsOf = ({ edges }: Pick<Page, 'edges'>) => edges.map(({ node }) => node.id);
const list = async (given: string) => (await ask<{ articles: Page }>(`{ articles(${given}) { edges { node { id } } } }`)).articles;

describe('a story', () => {
  it('is the same as at its address in /v1, every field of every story', async () => {
    for (const id of room.out) {
      const { article } = await ask(`query ($id: ID) { article(id: $id) ${whole} }`, { id });
      expect(asRest(article)).toEqual(await rest(`/v1/articles/${id}`));
    }
    const { articles } = await ask<{ articles: Page }>(`{ articles(first: 100) { edges { node ${whole} } } }`);
    expect(articles.edges.map(({ node }) => asRest(node))).toEqual((await rest('/v1/articles?view=full&limit=100')).data);
  });

  it('is found by its language and its slug, spelt in any way', async () => {
    const { article } = await ask('{ article(language: "EN-gb", slug: "ferry-2") { id language slug } }');
    expect(article).toEqual({ id: room.out[2], language: 'en-GB', slug: 'ferry-2' });
  });

  it('is found under every slug that it had, and says which one it has', async () => {
    const moving = await openReadingRoom(NOW);
    try {
      const id = newId();
      const [first, second] = ['2026-02-26T10:00:00.000Z', '2026-02-26T11:00:00.000Z'];
      await moving.enter(
        anEdition({ article: id, revision: 1, at: first, content: aContent(id, { slug: 'the-ferry' }) }),
        anEdition({ article: id, revision: 2, at: second, kind: 'updated', firstPublishedAt: first, content: aContent(id, { slug: 'the-late-ferry' }) }),
      );
      const answer = await askGraphql(
        moving.url,
        '{ old: article(language: "en", slug: "the-ferry") { id slug } new: article(language: "en", slug: "the-late-ferry") { id slug } }',
      );
      const found = { id, slug: 'the-late-ferry' };
      expect(answer.json()).toEqual({ data: { old: found, new: found } });
    } finally {
      await moving.close();
    }
  });

  it('is nobody’s to see while it is held or after it was taken back, and the latter is told', async () => {
    for (const id of [room.held, room.withdrawn, room.killed]) expect(await ask(`{ article(id: "${id}") { id title } }`)).toEqual({ article: null });
    const told = async (id: string) => (await ask(`{ takenBack(id: "${id}") { id kind notice at } }`)).takenBack;
    const at = '2026-02-27T13:00:00.000Z';
    expect(await told(room.withdrawn)).toEqual({ id: room.withdrawn, kind: 'withdrawn', notice: 'It was not so.', at });
    expect(await told(room.killed)).toEqual({ id: room.killed, kind: 'killed', notice: 'By order.', at });
    expect([await told(room.held), await told(room.corrected), await told('nobody')]).toEqual([null, null, null]);
    expect((await ask('{ takenBack(language: "en", slug: "takenback") { kind } }')).takenBack).toEqual({ kind: 'withdrawn' });
  });

  it('under embargo comes out at its second, in every list and under its names', async () => {
    const query = `{ article(id: "${room.held}") { id } articles(first: 100) { totalCount edges { node { id } } }
      search(q: "embargoed") { edges { node { id } } } author(slug: "author-embargoed") { name articleCount } topics(first: 100) { edges { node { slug } } } }`;
    room.now = BELL - 1;
    const before = await askGraphql(room.url, query);
    expect(before.text).not.toContain('mbargoed');
    expect(before.text).not.toContain(room.held);
    expect(before.headers['cache-control']).toContain('s-maxage=0,');
    room.now = BELL;
    const after = await ask<{ articles: Page; author: unknown }>(query);
    expect([idsOf(after.articles)[0], after.articles.totalCount, after.author]).toEqual([room.held, 25, { name: 'Ana embargoed', articleCount: 1 }]);
    expect(JSON.stringify(after)).toContain('topic-embargoed');
  });
});

describe('the connection of stories', () => {
  it('finds what /v1 finds, by the same filters', async () => {
    for (const [given, parameters] of [
      ['topic: "topic-1"', 'topic=topic-1'],
      ['topic: ["topic-0", "topic-1"], source: ["wire-3", "source-1"]', 'topic=topic-0,topic-1&source=wire-3,source-1'],
      ['writtenFor: "river-forum", sort: firstPublishedAt_asc', 'writtenFor=river-forum&sort=firstPublishedAt'],
      ['author: "mara-lind", outlet: "quay-news", language: "EN"', 'author=mara-lind&outlet=quay-news&language=EN'],
      ['from: "2026-02-26T12:00:00Z", to: "2026-02-26T15:00:00+01:00"', 'from=2026-02-26T12:00:00Z&to=2026-02-26T15:00:00%2B01:00'],
      ['q: "lighthouse"', 'q=lighthouse'],
      ['q: "ferry", sort: relevance', 'q=ferry&sort=relevance'],
      ['sort: updatedAt_asc', 'sort=updatedAt'],
      ['sort: updatedAt_desc', 'sort=-updatedAt'],
      ['topic: null, first: null', ''],
      ['topic: "nobody"', 'topic=nobody'],
    ] as const) {
      const found = (await rest(`/v1/articles?limit=100&${parameters}`)).data.map(({ id }) => id);
      expect(idsOf(await list(given.includes('first') ? `${given}` : `first: 100, ${given}`)), given).toEqual(
        given.includes('first') ? found.slice(0, 20) : found,
      );
    }
  });

  it('begins behind any of its edges, and behind a page of /v1', async () => {
    const query = `query ($after: String) { articles(first: 5, after: $after, topic: "topic-1", sort: updatedAt_desc) {
      edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount totalCountIsExact } }`;
    const page = async (after: string | null) => (await ask<{ articles: Page }>(query, { after })).articles;
    const all = (await rest('/v1/articles?limit=100&topic=topic-1&sort=-updatedAt')).data.map(({ id }) => id);
    const first = await page(null);
    expect(idsOf(first)).toEqual(all.slice(0, 5));
    expect(first.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: first.edges[0]?.cursor, endCursor: first.edges[4]?.cursor });
    expect([first.totalCount, first.totalCountIsExact]).toEqual([12, true]);
    for (const [place, { cursor }] of first.edges.entries()) expect(idsOf(await page(cursor))).toEqual(all.slice(place + 1, place + 6));
    const { page: listed } = await rest('/v1/articles?limit=10&topic=topic-1&sort=-updatedAt');
    const last = await page(listed.next);
    expect([idsOf(last), last.pageInfo.hasNextPage, last.pageInfo.hasPreviousPage]).toEqual([all.slice(10), false, true]);
    const none = await page(last.edges.at(-1)?.cursor ?? null);
    expect([none.edges, none.pageInfo]).toEqual([[], { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null }]);
  });

  it('by relevance goes on as far as there is something', async () => {
    const query = 'query ($after: String) { search(q: "ferry", first: 7, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }';
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const { search }: { search: Page } = await ask(query, { after });
      expect(search.pageInfo.endCursor).toBe(search.edges.at(-1)?.cursor);
      seen.push(...idsOf(search));
      ({ endCursor: after, hasNextPage: more } = search.pageInfo);
    }
    expect(seen.sort()).toEqual([...room.out].sort());
  });
});

describe('a search', () => {
  it('says what it found and what could narrow it, as /v1 does', async () => {
    const query = `{ search(q: "ferry", topic: "topic-1", first: 3) { totalCount edges { node ${whole} highlights { field text } }
      facets { ${['outlet', 'source', 'author', 'topic', 'language', 'year'].map((kind) => `${kind} { value name count }`).join(' ')} approximate } } }`;
    const { search } = await ask<{ search: { totalCount: number; facets: unknown; edges: { node: unknown; highlights: unknown }[] } }>(query);
    const told = await rest('/v1/search?q=ferry&topic=topic-1&limit=3&view=full&count=true');
    expect(search.facets).toEqual(told.facets);
    expect(search.edges.map(({ node, highlights }) => ({ ...asRest(node), highlights }))).toEqual(told.data);
    expect(search.totalCount).toBe(told.page.total);
  });
});

describe('corrections and names', () => {
  it('are as /v1 has them, page by page', async () => {
    const { corrections } = await ask<{ corrections: Page }>(
      `{ corrections(language: "en") { edges { cursor node { id corrections { notice } } } pageInfo { hasNextPage } } }`,
    );
    expect(corrections.edges).toMatchObject([{ node: { id: room.corrected, corrections: [{ notice: 'It was on time.' }] } }]);
    const { corrections: none } = await ask<{ corrections: Page }>(
      `{ corrections(language: "en", after: "${corrections.edges[0]?.cursor ?? ''}") { edges { cursor } } }`,
    );
    expect(none.edges).toEqual([]);
    const query =
      'query ($after: String) { outlets(first: 2, after: $after, language: "fr") { edges { cursor node { id slug name language homepage outlet: articleCount source: articleCount(as: source) writtenFor: articleCount(as: writtenFor) } } pageInfo { hasNextPage endCursor } } }';
    const seen: unknown[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { outlets }: { outlets: Page } = await ask(query, { after });
      expect(outlets.pageInfo.endCursor).toBe(outlets.edges.at(-1)?.cursor);
      seen.push(...outlets.edges.map(({ node }) => node));
      ({ endCursor: after, hasNextPage: more } = outlets.pageInfo);
    }
    const told = (await rest('/v1/outlets?limit=100&language=fr')).data as unknown as { articles: object }[];
    expect(seen).toEqual(told.map(({ articles, ...outlet }) => ({ ...outlet, ...articles })));
  });

  it('lead to their stories, from a story too', async () => {
    const { topic, outlet, author, nobody } = await ask(`{
      topic(slug: "topic-1") { id name mediaTopic articleCount articles(first: 2) { totalCount edges { node { id } } } }
      outlet(slug: "wire-3", language: "fr") { name language articleCount articleCountAsSource: articleCount(as: source)
        articles(as: source, first: 1, sort: firstPublishedAt_asc, language: "fr") { edges { node { id authors { articleCount } } } } }
      author(slug: "mara-lind") { id articleCount articles(first: 1, from: "2026-02-27") { totalCount } }
      nobody: author(slug: "nobody") { id } }`);
    expect(topic).toMatchObject({
      id: 'topic-1',
      articleCount: 12,
      articles: { totalCount: 12, edges: [{ node: { id: room.out[23] } }, { node: { id: room.out[21] } }] },
    });
    expect(outlet).toMatchObject({
      name: 'Wire 3',
      language: 'fr',
      articleCount: 0,
      articleCountAsSource: 6,
      articles: { edges: [{ node: { id: room.out[7], authors: [{ articleCount: 24 }] } }] },
    });
    expect([author, nobody]).toEqual([{ id: 'author-mara', articleCount: 24, articles: { totalCount: 10 } }, null]);
  });
});

describe('an answer', () => {
  const query = '{ articles(first: 2) { edges { node { id } } } }';

  it('to a GET may be kept and asked about again, like any of /v1', async () => {
    const first = await askGraphql(room.url, query);
    expect(first.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, max-age=0, s-maxage=30, must-revalidate',
      vary: 'Accept, Accept-Encoding',
      'surrogate-key': 'stories',
      etag: expect.stringMatching(/^"[^"]+"$/) as string,
    });
    const again = await room.get(graphqlAddress(query), { 'If-None-Match': String(first.headers.etag) });
    expect([again.status, again.text]).toEqual([304, '']);
    const head = await room.get(graphqlAddress(query), {}, 'HEAD');
    expect([head.status, head.headers.etag, head.text]).toEqual([200, first.headers.etag, '']);
    for (const coding of ['br', 'gzip'])
      expect((await room.get(graphqlAddress(query), { 'Accept-Encoding': coding })).headers['content-encoding']).toBe(coding);
  });

  it('names what it shows, so that a cache throws it away in time', async () => {
    const keysOf = async (asked: string) => (await askGraphql(room.url, asked)).headers['surrogate-key'];
    const one = `article(id: "${room.corrected}") { title }`;
    expect(await keysOf(`{ ${one} }`)).toContain(`article-${room.corrected} `);
    expect(await keysOf(`{ ${one} }`)).not.toContain('stories');
    for (const also of [
      'missing: article(id: "nobody") { id }',
      'topic(slug: "nobody") { id }',
      `other: article(id: "${room.corrected}") { authors { articleCount } }`,
    ])
      expect(await keysOf(`{ ${one} ${also} }`), also).toBe('stories');
    expect(await keysOf('{ __typename }')).toBeUndefined();
  });

  it('is in the words that the client asks for', async () => {
    const typeFor = async (accept: string) => (await room.get(graphqlAddress(query), { Accept: accept })).headers['content-type'];
    expect(await typeFor('application/graphql-response+json')).toBe('application/graphql-response+json; charset=utf-8');
    expect(await typeFor('application/graphql-response+json;q=0.5, application/json')).toBe('application/json; charset=utf-8');
    expect(await typeFor('text/html, */*;q=0.1')).toBe('application/json; charset=utf-8');
    expect((await room.get(graphqlAddress(query), { Accept: 'text/html' })).status).toBe(406);
  });

  it('to a POST is the same, and kept by nobody', async () => {
    const variables = { first: 2 };
    const answer = await postGraphql(room.url, {
      query: 'query A($first: Int) { articles(first: $first) { edges { node { id } } } } query B { __typename }',
      variables,
      operationName: 'A',
    });
    expect([answer.status, answer.headers.get('Cache-Control'), answer.headers.get('ETag')]).toEqual([200, 'no-store', null]);
    expect(JSON.parse(answer.text)).toEqual((await askGraphql(room.url, query)).json());
    const typed = await postGraphql(room.url, { query }, { Accept: 'application/graphql-response+json', 'Content-Type': 'application/json; charset=utf-8' });
    expect([typed.status, typed.headers.get('Content-Type')]).toEqual([200, 'application/graphql-response+json; charset=utf-8']);
  });
});
