/** Without this test the client could speak of doors that the newsroom does not have: it reads from the routes of delivery themselves. */
import { afterAll, beforeAll, expect, expectTypeOf, it } from 'vitest';
import { newId } from '../../src/domain/ids.ts';
import { openFilledRoom, type FilledRoom } from '../../tests/helpers/filledRoom.ts';
import { aContent, anEdition } from '../../tests/helpers/memoryLedger.ts';
import { createClient, GoneError, GraphqlError } from './index.ts';
import type { Article, ArticleQuery, ArticleSummary, Client, CorrectionsQuery, Facets, NameQuery, NamesQuery, SearchQuery, StreamEvent } from './index.ts';
import type { operations } from './openapi.ts';

let room: FilledRoom;
let client: Client;
beforeAll(async () => {
  room = await openFilledRoom();
  client = createClient({ baseUrl: room.url, retries: 0 });
});
afterAll(() => room.close());

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

it('every story is read once, the newest first, however long a page is', async () => {
  const ids = room.out.toReversed();
  for (const limit of [undefined, 5, 24]) expect((await all(client.articles.all({ limit }))).map(({ id }) => id)).toEqual(ids);
  const pages = await all(client.articles.pages({ limit: 10, fields: ['id'] }));
  expect(pages.map(({ data }) => data.length)).toEqual([10, 10, 4]);
  expect(pages.flatMap(({ data }) => data)).toEqual(ids.map((id) => ({ id })));
});

it('a story is got by its id, by its address and in other shapes, with its history', async () => {
  const [, id = ''] = room.out;
  const story = await client.articles.get(id);
  expect(await client.articles.get({ language: story.language, slug: story.slug })).toEqual(story);
  expect(await client.articles.rendition(id, 'md')).toContain('The ferry is late.');
  expect(JSON.parse(await client.articles.rendition(id, 'jsonld'))).toMatchObject({ headline: story.title });
  const { data } = await client.articles.editions(room.corrected);
  expect(data.map(({ revision, kind, notice }) => [revision, kind, notice])).toEqual([
    [2, 'corrected', 'It was on time.'],
    [1, 'published', null],
  ]);
  expect(await client.articles.edition(room.corrected, 1)).toMatchObject({ header: { revision: 1 }, content: { id: room.corrected } });
  const carried = { articles: [{ id }] };
  expect(await client.excerpts.get(story.excerpts[0]?.id ?? '')).toMatchObject({ quote: ['The ferry is late.', 'It is.'], ...carried });
  expect(await client.commentaries.get(story.commentaries[0]?.id ?? '')).toMatchObject({ text: 'A bench is a promise.', ...carried });
});

it('what is not there is told as such: taken back, held back, or never there', async () => {
  await expect(client.articles.get(room.withdrawn)).rejects.toThrow(GoneError);
  await expect(client.articles.find(room.killed)).rejects.toMatchObject({ notice: 'By order.' });
  expect(await client.articles.find(room.held)).toBeNull();
  expect(await client.topics.find('topic-embargoed')).toBeNull();
});

it('names, corrections, the search and the ledger’s head are read alike', async () => {
  expect(await client.outlets.get('wire-1')).toMatchObject({ articles: { source: 6, outlet: 0 } });
  expect((await all(client.outlets.all({ limit: 2 }))).map(({ slug }) => slug).sort()).toEqual([
    'quay-news',
    'river-forum',
    'wire-0',
    'wire-1',
    'wire-2',
    'wire-3',
  ]);
  expect((await all(client.authors.all())).map(({ slug, articles }) => [slug, articles.author])).toEqual([['mara-lind', 24]]);
  expect((await all(client.topics.all())).map(({ slug }) => slug).sort()).toEqual(['topic-0', 'topic-1']);
  expect((await all(client.corrections.all())).map(({ id }) => id)).toEqual([room.corrected]);
  const { data, facets } = await client.search.list({ q: 'lighthouse', count: true });
  expect(data.flatMap(({ highlights }) => highlights)).toEqual([{ field: 'excerpts', text: expect.stringContaining('<mark>lighthouse</mark>') as string }]);
  expect(facets.language).toEqual([{ value: 'fr', name: null, count: 1 }]);
  expect((await all(client.search.all({ q: 'ferry', limit: 7, fields: ['id'] }))).length).toBe(24);
  expect((await client.ledgerHead()).seq).toBeGreaterThan(24);
});

it('GraphQL is asked over the same line', async () => {
  interface Found {
    articles: { edges: { node: { title: string } }[] };
  }
  const { articles } = await client.graphql<Found>('query ($n: Int) { articles(first: $n) { edges { node { title } } } }', { n: 2 });
  expect(articles.edges.map(({ node }) => node.title)).toEqual(['Ferry 23 & <more>', 'Ferry 22 & <more>']);
  await expect(client.graphql('{ articles { colour } }')).rejects.toThrow(GraphqlError);
});

it('a mistyped parameter is refused with what was meant', async () => {
  const mistyped = { langauge: 'en' } as ArticleQuery;
  await expect(client.articles.list(mistyped)).rejects.toMatchObject({ status: 400, errors: [{ parameter: 'langauge', detail: 'Did you mean language?' }] });
});

it('whoever listens hears of what is published, and after a break of what came meanwhile', async () => {
  const heard: StreamEvent[] = [];
  const published: string[] = [];
  const publish = async (): Promise<void> => {
    const id = newId();
    published.push(id);
    await room.enter(anEdition({ article: id, revision: 1, at: new Date(room.now).toISOString(), content: aContent(id) }));
  };
  const { seq } = await client.ledgerHead();
  await publish();
  for await (const event of client.stream({ lastEventId: `${seq}-${room.now}` })) {
    heard.push(event);
    if (heard.length === 2) break;
    await publish();
  }
  await publish();
  for await (const event of client.stream({ lastEventId: heard[1]?.id ?? '' })) {
    heard.push(event);
    break;
  }
  expect(heard).toMatchObject(published.map((articleId) => ({ articleId, revision: 1, kind: 'published' })));
});

it('answers have the types that the query asks for', () => {
  // Never called: the compiler reads it.
  const ask = async (asked: ArticleQuery) => {
    expectTypeOf((await client.articles.list()).data[0]!).toEqualTypeOf<ArticleSummary>();
    expectTypeOf((await client.articles.list({ view: 'full', limit: 3 })).data[0]!).toEqualTypeOf<Article>();
    expectTypeOf((await client.articles.list({ fields: ['id', 'title'] })).data[0]!).toEqualTypeOf<Pick<ArticleSummary, 'id' | 'title'>>();
    expectTypeOf((await client.articles.list({ view: 'full', fields: ['excerpts'] })).data[0]!.excerpts[0]!.quote).toEqualTypeOf<string[]>();
    expectTypeOf((await client.articles.list(asked)).data[0]!).toEqualTypeOf<Partial<ArticleSummary>>();
    expectTypeOf((await client.search.list({ q: 'a' })).facets).toEqualTypeOf<Facets>();
    expectTypeOf((await client.search.list({ q: 'a', facets: false })).facets).toEqualTypeOf<Facets | undefined>();
  };
  expect(ask).toBeTypeOf('function');
});

it('everything that can be asked of a list can be asked through the client', () => {
  type AskedOf<Operation extends keyof operations> = keyof NonNullable<operations[Operation]['parameters']['query']>;
  expectTypeOf<keyof ArticleQuery>().toEqualTypeOf<AskedOf<'listArticles'>>();
  expectTypeOf<keyof SearchQuery>().toEqualTypeOf<AskedOf<'searchArticles'>>();
  expectTypeOf<keyof CorrectionsQuery>().toEqualTypeOf<AskedOf<'listCorrections'>>();
  expectTypeOf<keyof NamesQuery>().toEqualTypeOf<AskedOf<'listAuthors'>>();
  expectTypeOf<keyof NameQuery>().toEqualTypeOf<AskedOf<'getAuthor'>>();
  expect(createClient).toBeTypeOf('function');
});
