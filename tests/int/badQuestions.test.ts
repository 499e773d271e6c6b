/** Without these tests a wrong question could be answered wrongly, or by a failure of ours: some hundred of them, each refused as it has to be. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/delivery/schemas/answers.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { rawGet } from '../helpers/rawGet.ts';
import { aStory, firstAdministrator, publish } from '../helpers/staff.ts';
import { longAddresses, malformedAddresses, methods, namesOfNothing, wishes } from '../questions/addresses.ts';
import { cursors, dates, givenTwice, languages, limitsOutOfRange, malformedValues, unknownParameters } from '../questions/parameters.ts';
import { asking, jsonRoutes, otherRoutes, type BadQuestion, type There } from '../questions/question.ts';

const groups: Readonly<Record<string, (there: There) => BadQuestion[]>> = {
  'unknown parameters': unknownParameters,
  'malformed values': malformedValues,
  cursors,
  'limits out of range': limitsOutOfRange,
  dates,
  languages,
  'parameters given twice': givenTwice,
  'ids and names of nothing': namesOfNothing,
  'malformed addresses': malformedAddresses,
  'long addresses': longAddresses,
  methods,
  'media types': wishes,
};
const EACH = 20;
const ALL = 200;

let newsroom: Newsroom;
let there: There;
beforeAll(async () => {
  newsroom = await startNewsroom();
  const editor = await firstAdministrator(newsroom);
  const topics = [(await editor.create('topics', { name: 'Harbours' })).id, (await editor.create('topics', { name: 'Ferries' })).id];
  const first = await aStory(editor, editor, { topics });
  const second = await aStory(editor, editor, { topics });
  for (const { article } of [first, second]) await publish(editor, article.id);
  const { id } = first.article;
  const {
    language,
    slug,
    excerpts,
    commentaries,
    authors,
    topics: named,
  } = (await rawGet(`${newsroom.url}/v1/articles/${id}`)).json<{
    language: string;
    slug: string;
    excerpts: { id: string; outlet: { slug: string } }[];
    commentaries: { id: string }[];
    authors: { slug: string }[];
    topics: { slug: string }[];
  }>();
  there = {
    ...{ id, language, slug, excerpt: excerpts[0]!.id, commentary: commentaries[0]!.id },
    ...{ author: authors[0]!.slug, outlet: excerpts[0]!.outlet.slug, topic: named[0]!.slug, cursors: {} },
  };
  const cursorOf = async (question: string) => (await rawGet(newsroom.url + question)).json<{ page: { next: string } }>().page.next;
  const questions = [
    '/v1/articles',
    '/v1/articles?sort=updatedAt',
    '/v1/articles?language=en',
    '/v1/articles?q=quay',
    '/v1/search?q=quay',
    '/v1/authors',
    '/v1/outlets',
    '/v1/topics',
  ];
  const given: Record<string, string> = {};
  for (const question of questions) given[asking(question, 'limit=1')] = await cursorOf(asking(question, 'limit=1'));
  there = { ...there, cursors: given };
});
afterAll(async () => {
  await newsroom.stop();
});

async function answerTo({ path, method = 'GET', headers = {} }: BadQuestion) {
  const answer = await rawGet(newsroom.url + path, headers, method);
  const { type, errors } = answer.headers['content-type']?.startsWith('application/problem+json') ? problemSchema.parse(answer.json()) : {};
  return { status: answer.status, code: type?.split('/').at(-1), parameter: errors?.[0]?.parameter, allow: answer.headers.allow };
}

describe('a bad question is refused, by name: ', () => {
  it.each(Object.entries(groups))('%s', async (_name, group) => {
    const questions = group(there);
    const told: unknown[] = [];
    for (const question of questions) told.push({ asked: nameOf(question), ...(await answerTo(question)) });
    expect(told).toEqual(
      questions.map((question) => ({
        asked: nameOf(question),
        status: question.status,
        code: question.code,
        parameter: question.parameter,
        allow: question.allow,
      })),
    );
  });
});

it('there are at least 20 of each kind, and 200 in all, no two the same', () => {
  const counted = Object.entries(groups).map(([name, group]): [string, number] => [name, new Set(group(there).map(nameOf)).size]);
  for (const [name, count] of counted) expect(count, name).toBeGreaterThanOrEqual(EACH);
  expect(counted.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThanOrEqual(ALL);
});

it('the same questions without their fault are answered: otherwise the refusals would prove nothing', async () => {
  for (const path of [...jsonRoutes(there).filter((route) => route !== '/v1/stream'), ...otherRoutes(there)]) {
    expect([path, (await rawGet(newsroom.url + path)).status]).toEqual([path, 200]);
  }
  for (const [question, cursor] of Object.entries(there.cursors)) {
    expect([question, (await rawGet(`${newsroom.url}${question}&cursor=${cursor}`)).status]).toEqual([question, 200]);
  }
});

function nameOf({ method = 'GET', path, headers = {} }: BadQuestion): string {
  return `${method} ${path.slice(0, 120)} ${path.length} ${JSON.stringify(headers)}`;
}
