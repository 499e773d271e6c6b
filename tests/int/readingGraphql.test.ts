/** Without these tests GraphQL over what is published could work in parts and not in the whole: queries, refusals and other sites' pages, at a running newsroom. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askGraphql, graphqlAddress, postGraphql, type GraphqlAnswer } from '../helpers/askGraphql.ts';
import { badQueries } from '../helpers/badGraphql.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { rawGet } from '../helpers/rawGet.ts';
import { aStory, firstAdministrator, publish, type Caller, type StoryParts } from '../helpers/staff.ts';

interface Page {
  edges: { cursor: string; node: { id: string; title: string } }[];
}

const list = '{ articles(first: 100) { edges { node { id title } } } }';
let newsroom: Newsroom;
let editor: Caller;
let live: StoryParts;
let draft: StoryParts;
beforeAll(async () => {
  newsroom = await startNewsroom();
  editor = await firstAdministrator(newsroom);
  live = await aStory(editor);
  draft = await aStory(editor);
  await publish(editor, live.article.id);
});
afterAll(async () => {
  await newsroom.stop();
});

const ask = async <Data>(query: string, variables?: Record<string, unknown>) => {
  const answer = await askGraphql(newsroom.url, query, variables);
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
  return answer.json<GraphqlAnswer<Data>>().data;
};
const listed = async () => (await ask<{ articles: Page }>(list)).articles.edges.map(({ node }) => node.id);

describe('GraphQL over what is published', () => {
  it('answers at once what was published, and nothing of a draft', async () => {
    expect(await listed()).toEqual([live.article.id]);
    const query = `query ($id: ID, $excerpt: [String!], $word: String!) {
      article(id: $id) { id } takenBack(id: $id) { id } articles(source: $excerpt) { edges { node { id } } } search(q: $word) { edges { node { id } } } }`;
    const nothing = { article: null, takenBack: null, articles: { edges: [] }, search: { edges: [] } };
    const word = `"${String(draft.article.title)}"`;
    expect(await ask(query, { id: draft.article.id, excerpt: [draft.outlet.id], word })).toEqual(nothing);
    const token = editor.token ?? '';
    for (const [name, value] of Object.entries({ Authorization: `JWT ${token}`, Cookie: `counterpoint-token=${token}` })) {
      const answer = await askGraphql(newsroom.url, list, undefined, { [name]: value });
      expect([answer.headers['cache-control'], answer.text.includes(draft.article.id)]).toEqual(['private, no-store', false]);
    }
  });

  it('tells an embargoed story from its second on, though the answer was asked for before', async () => {
    const until = Date.now() + 3_000;
    const held = await aStory(editor, editor, { embargoUntil: new Date(until).toISOString() });
    await publish(editor, held.article.id);
    const early = await askGraphql(newsroom.url, list);
    if (Date.now() < until) expect(early.text).not.toContain(held.article.id);
    await expect.poll(() => Date.now(), { timeout: 30_000, interval: 5 }).toBeGreaterThan(until);
    expect(await listed()).toEqual([held.article.id, live.article.id]);
    const gone = await editor.move(held.article.id, 'withdraw', { notice: 'It does not open.' });
    expect(gone.status).toBe(200);
    expect(await listed()).toEqual([live.article.id]);
    const { article, takenBack } = await ask<{ article: unknown; takenBack: unknown }>(
      `{ article(id: "${held.article.id}") { title } takenBack(id: "${held.article.id}") { kind notice } }`,
    );
    expect([article, takenBack]).toEqual([null, { kind: 'withdrawn', notice: 'It does not open.' }]);
  });

  it.each(badQueries.map((bad) => [bad.what, bad] as const))('refuses %s with a 400 by either way', async (_what, { query, variables }) => {
    const posted = await postGraphql(newsroom.url, { query, variables: variables ?? null });
    expect([posted.status, (JSON.parse(posted.text) as GraphqlAnswer).errors?.length]).not.toEqual([200, 0]);
    expect(posted.status).toBe(400);
    const address = graphqlAddress(query, variables);
    expect((await rawGet(newsroom.url + address)).status).toBe(Buffer.byteLength(address) > 8192 ? 414 : 400);
  });

  it('can be asked by pages of other sites, by GET and by POST, without credentials', async () => {
    const origin = { Origin: 'https://site.example' };
    const preflight = await rawGet(
      `${newsroom.url}/v1/graphql`,
      { ...origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' },
      'OPTIONS',
    );
    expect(preflight).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, HEAD, POST',
        'access-control-allow-headers': expect.stringContaining('Content-Type') as string,
      },
    });
    const answers = [await postGraphql(newsroom.url, { query: list }, origin), await postGraphql(newsroom.url, { query: '{' }, origin)];
    expect(answers.map(({ status }) => status)).toEqual([200, 400]);
    for (const { headers } of answers)
      expect([headers.get('Access-Control-Allow-Origin'), headers.get('Access-Control-Allow-Credentials')]).toEqual(['*', null]);
    for (const path of ['/v1/articles', '/api/graphql', '/v1/graphql/']) {
      const other = await rawGet(newsroom.url + path, { ...origin, 'Access-Control-Request-Method': 'POST' }, 'OPTIONS');
      expect([path, other.headers['access-control-allow-methods']]).toEqual([path, 'GET, HEAD']);
    }
  });

  it('keeps to the limits of every body and address', async () => {
    const long = await postGraphql(newsroom.url, { query: list, variables: { x: 'x'.repeat(1_100_000) } });
    expect(long.status).toBe(413);
    expect((await rawGet(`${newsroom.url}${graphqlAddress(`{ ${'__typename '.repeat(800)} }`)}`)).status).toBe(414);
    expect((await rawGet(`${newsroom.url}/v1/graphql`, {}, 'DELETE')).headers.allow).toBe('GET, HEAD, POST');
  });
});
