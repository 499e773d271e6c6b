/** Without this test a list could leave out what it promises, tell more than is out, or take a typing error for a wish. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { BELL, NOW, openFilledRoom, type FilledRoom } from '../../tests/helpers/filledRoom.ts';
import { ORIGIN } from '../../tests/helpers/readingRoom.ts';
import { newId } from '../domain/ids.ts';
import {
  articleListSchema,
  authorAnswerSchema,
  authorsSchema,
  commentaryAnswerSchema,
  correctionsSchema,
  excerptAnswerSchema,
  outletAnswerSchema,
  outletsSchema,
  problemSchema,
  searchSchema,
  topicAnswerSchema,
  topicsSchema,
} from './schemas/answers.ts';
import { articleFields, articleSchema, articleSummarySchema } from './schemas/article.ts';

let room: FilledRoom;
beforeAll(async () => {
  room = await openFilledRoom();
});
afterAll(() => room.close());
beforeEach(() => {
  room.now = NOW;
});

/** An answer of 200 that is what its schema says. */
async function read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  const answer = await room.get(path);
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
  return schema.parse(answer.json());
}
const list = (query = '') => read(`/v1/articles${query}`, articleListSchema);
const idsOf = (data: readonly { id?: string | undefined }[]) => data.map(({ id }) => id);
const numbersOf = async (query: string) =>
  idsOf((await list(`${query}&limit=100`)).data)
    .map((id) => room.out.indexOf(id ?? ''))
    .sort((a, b) => a - b);
const those = (fits: (number: number) => boolean) => room.out.map((_id, number) => number).filter(fits);

describe('the list of stories', () => {
  it('is newest first, summed up, 20 at a time, and says where it goes on', async () => {
    const first = await room.get('/v1/articles');
    const { data, page } = articleListSchema.parse(first.json());
    expect(idsOf(data)).toEqual(room.out.toReversed().slice(0, 20));
    for (const story of data) articleSummarySchema.parse(story);
    expect(page.limit).toBe(20);
    const link = /^<(.+)>; rel="next"$/.exec(String(first.headers.link))?.[1] ?? '';
    expect(link).toContain(`${ORIGIN}/v1/articles?`);
    const second = await list(link.slice(`${ORIGIN}/v1/articles`.length));
    expect([idsOf(second.data), second.page]).toEqual([room.out.slice(0, 4).reverse(), { limit: 20, next: null }]);
    expect((await room.get('/v1/articles?limit=100')).headers.link).toBeUndefined();
  });

  it.each(['-firstPublishedAt', 'firstPublishedAt', '-updatedAt', 'updatedAt'])('is walked by %s page by page, each story once', async (sort) => {
    const seen: (string | undefined)[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { data, page } = await list(`?limit=5&sort=${sort}${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...idsOf(data));
      cursor = page.next;
    }
    const [changed = '', ...others] = room.out;
    const expected = sort.endsWith('updatedAt') ? [...others, changed] : room.out;
    expect(seen).toEqual(sort.startsWith('-') ? expected.toReversed() : expected);
  });

  it('shows whole stories, or the fields that are asked for, in the contract’s order', async () => {
    const { data } = await list('?view=full&limit=3');
    for (const story of data) articleSchema.parse(story);
    const named = await list('?fields=title,id,excerpts&limit=1');
    expect(Object.keys(named.data[0] ?? {})).toEqual(['id', 'title', 'excerpts']);
    expect(JSON.stringify(named.data)).not.toContain('"quote"');
    expect(JSON.stringify((await list('?fields=excerpts&view=full&limit=1')).data)).toContain('"quote"');
    expect(articleFields).toContain('digest');
  });

  it('keeps to its filters: any of several values, all of several kinds', async () => {
    expect(await numbersOf('?topic=topic-1')).toEqual(those((number) => number % 2 === 1));
    expect(await numbersOf('?topic=topic-0,topic-1&source=wire-3,source-1')).toEqual(those((number) => number % 4 === 3 || number % 4 === 1));
    expect(await numbersOf('?topic=topic-0&source=wire-1')).toEqual([]);
    expect(await numbersOf('?writtenFor=river-forum')).toEqual(those((number) => number % 5 === 0));
    expect(await numbersOf('?author=mara-lind&outlet=quay-news')).toEqual(those(() => true));
    expect(await numbersOf('?outlet=wire-1')).toEqual([]);
    expect(await numbersOf('?language=FR')).toEqual(those((number) => number % 3 === 1));
    expect(await numbersOf('?language=en')).toEqual(those((number) => number % 3 !== 1));
    expect(await numbersOf('?language=en-gb')).toEqual(those((number) => number % 3 === 2));
    expect(await numbersOf('?topic=nobody')).toEqual([]);
    expect(await numbersOf('?q=lighthouse')).toEqual([7]);
  });

  it('keeps to days and times of first publication, both ends included', async () => {
    expect(await numbersOf('?to=2026-02-26')).toEqual(those((number) => number < 14));
    expect(await numbersOf('?from=2026-02-27')).toEqual(those((number) => number >= 14));
    expect(await numbersOf('?from=2026-02-26T12:00:00Z&to=2026-02-26T15:00:00%2B01:00')).toEqual([2, 3, 4]);
    expect(await numbersOf('?from=2026-02-26T12:00:00Z&to=2026-02-26T15:00:00%2B01:00&sort=firstPublishedAt&topic=topic-1')).toEqual([3]);
  });

  it('counts what it finds when asked to', async () => {
    expect((await list('?count=true&limit=1&topic=topic-1')).page.total).toBe(12);
    expect((await list('?limit=1')).page).not.toHaveProperty('total');
  });

  it('goes on with another view or length, and refuses a cursor in another query', async () => {
    const { page } = await list('?topic=topic-1&limit=2');
    const cursor = `cursor=${page.next ?? ''}`;
    expect(idsOf((await list(`?topic=topic-1&limit=3&view=full&${cursor}`)).data)).toEqual([19, 17, 15].map((number) => room.out[number]));
    for (const other of [
      'topic=topic-0',
      'topic=topic-1&sort=updatedAt',
      'topic=topic-1&q=ferry',
      'topic=topic-1&language=en',
      'topic=topic-1&from=2026-01-01',
    ])
      expect((await room.get(`/v1/articles?${other}&${cursor}`)).json(), other).toMatchObject({ status: 400, errors: [{ parameter: 'cursor' }] });
  });
});

describe('a search', () => {
  const search = (query: string) => read(`/v1/search?${query}`, searchSchema);

  it('says what it found, in the story’s own words, with everything else escaped', async () => {
    const { data, page } = await search('q=lighthouse');
    expect(idsOf(data)).toEqual([room.out[7]]);
    expect(data[0]?.highlights).toEqual([{ field: 'excerpts', text: 'A <mark>lighthouse</mark> far away, and 渡轮 too.' }]);
    expect(page).toEqual({ limit: 20, next: null });
    const title = (await search('q=%22Ferry%207%22')).data[0]?.highlights[0];
    expect(title).toEqual({ field: 'title', text: '<mark>Ferry 7</mark> &amp; &lt;more&gt;' });
    expect((await search('q=ou+CAFES&limit=1')).data[0]?.highlights).toEqual([
      { field: 'summary', text: '<mark>Où</mark> sont les <mark>cafés</mark> de l’été ?' },
    ]);
    expect((await search('q=渡轮')).data[0]?.highlights[0]?.text).toContain('<mark>渡轮</mark>');
  });

  it('counts what could narrow it, by values that its filters take', async () => {
    const { facets } = await search('q=ferry&topic=topic-1&limit=1');
    expect(facets).toMatchObject({
      approximate: false,
      topic: [{ value: 'topic-1', name: 'Topic 1', count: 12 }],
      source: [
        { value: 'wire-1', count: 6 },
        { value: 'wire-3', count: 6 },
      ],
      year: [{ value: '2026', name: null, count: 12 }],
      language: [{ count: 4 }, { count: 4 }, { count: 4 }],
    });
    expect((await search('q=ferry&source=wire-1&topic=topic-1&limit=100')).data).toHaveLength(6);
    expect(await search('q=ferry&facets=false&limit=1')).not.toHaveProperty('facets');
  });

  it('is paged by relevance and by date, and counted', async () => {
    for (const sort of ['relevance', '-firstPublishedAt']) {
      const seen: (string | undefined)[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { data, page } = await search(`q=ferry&sort=${sort}&limit=7&count=true&facets=false${cursor === '' ? '' : `&cursor=${cursor}`}`);
        seen.push(...idsOf(data));
        expect(page.total).toBe(24);
        cursor = page.next;
      }
      expect(seen.toSorted()).toEqual(room.out.toSorted());
    }
  });
});

describe('what belongs to stories', () => {
  it('is listed where it was corrected, with the notice', async () => {
    const { data } = await read('/v1/corrections', correctionsSchema);
    expect(data).toMatchObject([{ id: room.corrected, status: 'corrected', corrections: [{ revision: 2, notice: 'It was on time.' }] }]);
    expect((await read('/v1/corrections?language=fr', correctionsSchema)).data).toEqual([]);
    expect((await read('/v1/corrections?language=en', correctionsSchema)).data).toHaveLength(1);
  });

  it('is a part of its own: an excerpt, a commentary, with the stories that carry it', async () => {
    const [id = ''] = room.out;
    expect(await read(`/v1/excerpts/excerpt-${id}`, excerptAnswerSchema)).toMatchObject({ quote: ['The ferry is late.', 'It is.'], articles: [{ id }] });
    expect(await read(`/v1/commentaries/commentary-${id}`, commentaryAnswerSchema)).toMatchObject({ text: 'A bench is a promise.', articles: [{ id }] });
  });

  it('has a name, and counts of its stories', async () => {
    expect((await read('/v1/authors', authorsSchema)).data).toMatchObject([{ slug: 'mara-lind', articles: { author: 24 } }]);
    expect((await read('/v1/topics', topicsSchema)).data).toMatchObject([{ articles: { topic: 12 } }, { articles: { topic: 12 } }]);
    const { data } = await read('/v1/outlets', outletsSchema);
    expect(data.map(({ slug, articles }) => [slug, articles.outlet, articles.source, articles.writtenFor])).toEqual([
      ['river-forum', 0, 0, 5],
      ['quay-news', 24, 0, 0],
      ...[0, 1, 2, 3].map((number) => [`wire-${number}`, 0, 6, 0]),
    ]);
    expect(await read('/v1/outlets/wire-2?language=fr', outletAnswerSchema)).toMatchObject({ name: 'Wire 2', language: 'fr', articles: { source: 6 } });
    expect(await read('/v1/authors/mara-lind', authorAnswerSchema)).toMatchObject({ role: 'Member', articles: { author: 24 } });
    expect(await read('/v1/topics/topic-0', topicAnswerSchema)).toMatchObject({ articles: { topic: 12 } });
  });

  it('is paged by name, each once', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { data, page }: z.output<typeof outletsSchema> = await read(`/v1/outlets?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`, outletsSchema);
      seen.push(...data.map(({ slug }) => slug));
      cursor = page.next;
    }
    expect(seen).toEqual(['river-forum', 'quay-news', 'wire-0', 'wire-1', 'wire-2', 'wire-3']);
  });

  it.each(['/v1/excerpts/nothing', '/v1/commentaries/nothing', '/v1/authors/nobody', '/v1/outlets/nothing', '/v1/topics/nothing', `/v1/excerpts/${newId()}`])(
    'is not there where it is in no story: %s',
    async (path) => {
      expect((await room.get(path)).json()).toMatchObject({ status: 404 });
    },
  );

  it('is no excerpt where it is a commentary', async () => {
    expect((await room.get(`/v1/excerpts/commentary-${room.corrected}`)).status).toBe(404);
    expect((await room.get(`/v1/commentaries/excerpt-${room.corrected}`)).status).toBe(404);
  });
});

describe('what is not out', () => {
  const doors = () => [
    '/v1/articles?limit=100&view=full&count=true',
    '/v1/articles?limit=100&sort=updatedAt',
    '/v1/articles?topic=topic-embargoed,topic-takenback,topic-deadly&count=true',
    ...['embargoed', 'takenback', 'deadly'].flatMap((word) => [
      `/v1/articles?q=${word}&count=true`,
      `/v1/search?q=${word}&count=true`,
      `/v1/topics/topic-${word}`,
    ]),
    '/v1/search?q=ferry&limit=100&count=true',
    '/v1/corrections?limit=100',
    ...['authors', 'outlets', 'topics'].map((kind) => `/v1/${kind}?limit=100`),
    ...[room.held, room.withdrawn, room.killed].flatMap((id) => [`/v1/excerpts/excerpt-${id}`, `/v1/commentaries/commentary-${id}`]),
  ];
  const told = async () => {
    const answers = await Promise.all(doors().map((door) => room.get(door)));
    return answers.map(({ text, headers }) => (JSON.stringify(headers) + text).replaceAll(/"(parameter|detail|Link|link)":"[^"]*"/g, ''));
  };

  it('is in no list, search, facet, count or part; and is in them from the bell on', async () => {
    room.now = BELL - 1;
    for (const answer of await told()) expect(answer).not.toMatch(/embargoed|takenback|deadly/);
    room.now = BELL;
    const later = await told();
    expect(later.filter((answer) => answer.includes('embargoed')).length).toBeGreaterThan(8);
    for (const answer of later) expect(answer).not.toMatch(/takenback|deadly/);
  });

  it('shortens how long any answer is kept', async () => {
    room.now = BELL - 7_500;
    for (const door of doors()) {
      const { status, headers } = await room.get(door);
      if (status !== 400) expect(headers['cache-control'], door).toBe('public, max-age=0, s-maxage=7, must-revalidate');
    }
  });
});

const both: [query: string, parameter: string, says: RegExp][] = [
  ['limit=0', 'limit', /least 1/],
  ['limit=101', 'limit', /most 100/],
  ['limit=ten', 'limit', /whole number/],
  ['limit=1.5', 'limit', /whole number/],
  ['limit=', 'limit', /whole number/],
  ['limit=5&limit=6', 'limit', /more than once/],
  ['sort=title', 'sort', /-firstPublishedAt/],
  ['view=whole', 'view', /summary, full/],
  ['count=yes', 'count', /true or false/],
  ['fields=titel', 'fields', /title/],
  ['fields=', 'fields', /missing/],
  ['fields=id,,title', 'fields', /missing/],
  ['language=not_a_language', 'language', /BCP 47/],
  ['language=en,x', 'language', /BCP 47/],
  ['from=yesterday', 'from', /2024-03-12/],
  ['from=2024-02-30', 'from', /RFC 3339/],
  ['to=2024-13-01', 'to', /RFC 3339/],
  ['to=2024-01-01T00:00:00', 'to', /RFC 3339/],
  ['from=2024-02-01&to=2024-01-01', 'to', /before from/],
  ['cursor=', 'cursor', /empty/],
  ['cursor=abc', 'cursor', /not a cursor/],
  [`cursor=${'A'.repeat(2000)}`, 'cursor', /no cursor/],
  ['topic=', 'topic', /missing/],
  [`author=${Array.from({ length: 51 }, (_, number) => `a${number}`).join(',')}`, 'author', /most 50/],
  [`outlet=${'x'.repeat(201)}`, 'outlet', /most 200/],
  ['autor=mara', 'autor', /author/],
  ['Limit=5', 'Limit', /limit/],
  ['offset=5', 'offset', /Did you mean/],
];
const refusedBy: Record<string, [query: string, parameter: string, says: RegExp][]> = {
  '/v1/articles': [
    ...both,
    ['q=', 'q', /nothing to look for/],
    ['q=%22*%22', 'q', /no word/],
    ['sort=relevance', 'sort', /needs q/],
    ['facets=true', 'facets', /Did you mean/],
  ],
  '/v1/search': [
    ...both.map(([query, parameter, says]): [string, string, RegExp] => [`q=ferry&${query}`, parameter, says]),
    ['', 'q', /missing/],
    ['q=', 'q', /nothing to look for/],
    ['q=%20', 'q', /nothing to look for/],
    ['q=***', 'q', /no word/],
    [`q=${'word '.repeat(33)}`, 'q', /33 words/],
    [`q=${'x'.repeat(1001)}`, 'q', /most 1000/],
    ['q=a&q=b', 'q', /more than once/],
    ['q=ferry&facets=all', 'facets', /true or false/],
    ['query=ferry', 'query', /Did you mean/],
  ],
  '/v1/corrections': [
    ['limit=101', 'limit', /most 100/],
    ['cursor=abc', 'cursor', /not a cursor/],
    ['language=?', 'language', /BCP 47/],
    ['q=x', 'q', /Did you mean/],
  ],
  '/v1/authors': [
    ['limit=0', 'limit', /least 1/],
    ['cursor=abc', 'cursor', /not a cursor/],
    ['language=en,fr', 'language', /BCP 47/],
    ['slug=x', 'slug', /Did you mean/],
  ],
  '/v1/topics/topic-1': [
    ['limit=1', 'limit', /Did you mean language/],
    ['language=', 'language', /BCP 47/],
  ],
  '/v1/excerpts/x': [['fields=id', 'fields', /takes none/]],
};

describe.each(Object.entries(refusedBy))('a bad request to %s', (path, refused) => {
  it.each(refused)('%s is refused at its parameter', async (query, parameter, says) => {
    const answer = await room.get(`${path}?${query}`);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const problem = problemSchema.parse(answer.json());
    expect([problem.status, answer.status]).toEqual([400, 400]);
    const fault = problem.errors?.find((one) => one.parameter === parameter);
    expect(fault?.detail).toMatch(says);
  });

  it('that is no UTF-8 is refused', async () => {
    expect((await room.get(`${path}?q=%ff`)).status).toBe(400);
  });

  it('to write is refused', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await room.get(path, {}, method);
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
    }
  });

  it('for another shape is refused', async () => {
    expect(
      (
        await room.get(path === '/v1/search' ? '/v1/search?q=a' : path === '/v1/excerpts/x' ? `/v1/excerpts/excerpt-${room.corrected}` : path, {
          Accept: 'image/png',
        })
      ).status,
    ).toBe(406);
  });
});
