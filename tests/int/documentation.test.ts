/** Without these tests the documentation could promise what does not run: pages, links, and every example, in each of its languages, against a newsroom with the samples. */
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { errorTypes } from '../../src/delivery/errorTypes/errorTypes.ts';
import { openApiDocument } from '../../src/delivery/openapi/document.ts';
import { SAMPLE_ORIGIN } from '../../src/delivery/openapi/samples/samples.ts';
import type { CodeSample } from '../../src/delivery/openapi/types.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { missingFor, run, typeErrors } from '../helpers/programs.ts';
import { rawGet } from '../helpers/rawGet.ts';
import { firstAdministrator } from '../helpers/staff.ts';
import { pageComplaints } from '../renditions/validators/html.ts';

const document = openApiDocument();
let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom({ env: { LOAD_SAMPLES: 'true' } });
  const editor = await firstAdministrator(newsroom);
  // Among the samples nothing was wrong.
  const { data } = (await get('/v1/articles?limit=1&language=en')).json<{ data: { id: string }[] }>();
  const id = data[0]?.id ?? '';
  await editor.edit('articles', id, { summary: 'Now with a summary.' });
  for (const step of ['submit', 'approve']) await editor.move(id, step);
  expect((await editor.move(id, 'correct', { notice: 'The summary was missing.' })).status).toBe(200);
});
afterAll(async () => {
  await newsroom.stop();
});
const get = (path: string) => rawGet(newsroom.url + path);

describe('/v1/openapi.json', () => {
  it('is the document, for pages of any site', async () => {
    const answer = await get('/v1/openapi.json');
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(document)));
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' });
  });
});

describe('each page', () => {
  const pages = ['/', '/v1/docs', '/v1/docs/errors', ...Object.keys(errorTypes).map((type) => `/v1/docs/errors/${type}`)];

  it('is HTML as its own people want it, loads nothing and runs nothing', async () => {
    for (const [place, path] of pages.entries()) {
      const { status, text, headers } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      // The others are made like the first of their kind.
      if (place <= 4) expect([path, await pageComplaints(text)]).toEqual([path, []]);
      expect(text, path).not.toMatch(/<script|<img|<iframe|@import|url\(|\son\w+=/);
      expect(headers['content-security-policy'], path).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'/);
    }
  });

  it('leads to what is there', async () => {
    const seen = new Set<string>();
    for (const path of pages) {
      const { text } = await get(path);
      for (const [, target = ''] of text.matchAll(/href="([^"]+)"/g)) {
        if (target.startsWith('#')) expect([path, text.includes(`id="${target.slice(1)}"`)], target).toEqual([path, true]);
        else if (!target.startsWith('data:')) seen.add(target.replaceAll('&#x26;', '&'));
      }
    }
    expect(seen.size).toBeGreaterThan(60);
    // The panel is not started here, and GraphQL has tests of its own.
    for (const target of [...seen].filter((one) => !/^\/admin$|^\/v1\/graphql/.test(one))) expect([target, (await get(target)).status]).toEqual([target, 200]);
  });
});

describe('the front page', () => {
  it('has three requests to try, and each is answered by what is there', async () => {
    const { text } = await get('/');
    const requests = [...text.matchAll(/<code>(curl [^<]+)<\/code>/g)].map(([, command = '']) => command.replaceAll('&#x26;', '&'));
    expect(requests).toHaveLength(3);
    const [list, story, search] = await Promise.all(requests.map((command) => rawGet(/^curl '([^']+)'$/.exec(command)?.[1] ?? '')));
    expect(list?.json<{ data: unknown[] }>().data).toHaveLength(3);
    expect(story?.text).toMatch(/^# \S/);
    expect(search?.json<{ data: unknown[] }>().data).not.toEqual([]);
  });

  it('shows the newest stories, in their languages, and is kept until there is another', async () => {
    const { text, headers } = await get('/');
    const { data } = (await get('/v1/articles?limit=3')).json<{ data: { slug: string; language: string }[] }>();
    for (const { slug, language } of data) expect(text).toContain(`<a href="/v1/articles/${language}/${encodeURIComponent(slug)}.html" lang="${language}"`);
    expect(headers).toMatchObject({ 'surrogate-key': 'stories', 'cache-control': 'public, max-age=0, s-maxage=30, must-revalidate' });
  });
});

describe('an example in the documentation', () => {
  const operations = Object.values(document.paths).flatMap((item) =>
    item.get['x-codeSamples'] ? [[item.get.operationId, item.get['x-codeSamples']] as const] : [],
  );
  const sourceOf = (samples: readonly CodeSample[], lang: CodeSample['lang']) => samples.find((sample) => sample.lang === lang)?.source ?? '';
  const here = (samples: readonly CodeSample[], lang: CodeSample['lang']) => sourceOf(samples, lang).replaceAll(SAMPLE_ORIGIN, newsroom.url);

  it('is there for the main routes, in three languages', () => {
    expect(operations.map(([name]) => name)).toEqual(
      expect.arrayContaining(['listArticles', 'getArticleByAddress', 'listEditions', 'searchArticles', 'listAuthors', 'listCorrections', 'feedOfArticles']),
    );
    for (const [name, samples] of operations) expect([name, samples.map(({ lang }) => lang)]).toEqual([name, ['Shell', 'TypeScript', 'Python']]);
  });

  it('is TypeScript without a fault', () => {
    const sources = Object.fromEntries(operations.map(([name, samples]) => [`${name}.ts`, sourceOf(samples, 'TypeScript')]));
    const wrong = { 'wrong.ts': 'const answer: number = await fetch("/"); console.log(answer);' };
    expect(typeErrors({ ...sources, ...wrong })).toEqual([expect.stringContaining('wrong.ts: Type ')]);
  });

  /** Where a program is missing, a test that needs it says so; in CI it fails. */
  const needs = (context: TestContext, lang: CodeSample['lang']) => {
    const missing = missingFor(lang);
    if (missing !== undefined && process.env.CI !== 'true') context.skip(`${missing} is not installed`);
  };

  it.for(operations)('runs in curl: %s', async ([, samples], context) => {
    needs(context, 'Shell');
    const { code, out, err } = await run('Shell', here(samples, 'Shell'));
    expect([code, err]).toEqual([0, '']);
    expect(out).not.toBe('');
  });

  it.for(operations)('says the same in TypeScript and in Python: %s', async ([, samples], context) => {
    needs(context, 'Python');
    const [typescript, python] = await Promise.all([run('TypeScript', here(samples, 'TypeScript')), run('Python', here(samples, 'Python'))]);
    expect([typescript.code, typescript.err, python.code, python.err]).toEqual([0, '', 0, '']);
    expect(python.out).toBe(typescript.out);
    expect(typescript.out).not.toBe('');
  });
});
