/** Whether the example site can be read, by everybody, in every language that it speaks, light and dark; and whether it shows a newsroom as it is. */
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { EditionContent } from '../../src/domain/edition.ts';
import { painted } from '../helpers/paintedPicture.ts';
import { openReadersRoom, type ReadersRoom } from '../helpers/readersRoom.ts';
import { sampleNames } from '../renditions/stories.ts';
import { pageComplaints } from '../renditions/validators/html.ts';
import { picture, startBrowser } from './browser.ts';
import { startSite, type RunningSite } from './site.ts';

const everything: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const colours: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
const dist = resolve(import.meta.dirname, '../../dist');
const SITE = 'https://site.example';

let room: ReadersRoom;
let site: RunningSite;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  room = await openReadersRoom();
  site = await startSite(room.url, ['--url', SITE, '--name', 'The Quay', '--newsroom-public-url', 'https://news.example']);
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.route('https://news.example/**', async (route) => {
    await route.fulfill({ contentType: 'image/jpeg', body: await painted(route.request().url().includes('hero') ? 1600 : 800) });
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4(00|04|10)/.test(message.text())) complaints.push(`${page.url()} ${message.text()}`);
  });
});

afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  expect(await site.stop()).toBe(0);
  expect(site.complaints).toEqual([]);
  await room.close();
});

const storyAt = ({ language, slug }: Pick<EditionContent, 'language' | 'slug'>) => `/${language}/articles/${encodeURIComponent(slug)}`;
/** An answer as it came. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => fetch(site.url + path, { headers, method, redirect: 'manual' });
const textAt = async (path: string) => (await get(path)).text();

/** One of each kind, and of each side from which it can be written. */
const kinds: [name: string, path: () => string][] = [
  ['the front page', () => '/en'],
  ['the front page from the right', () => '/ar'],
  ['a story', () => storyAt(room.plain)],
  ['a story with everything', () => storyAt(room.rich)],
  ['a story in Arabic', () => storyAt(room.arabic)],
  ['a story in Urdu', () => storyAt(room.urdu)],
  ['a topic', () => '/en/topics/transport'],
  ['an author', () => `/fr/authors/${room.plain.authors[0]?.slug ?? ''}`],
  ['an outlet', () => `/en/outlets/${room.plain.outlets[0]?.slug ?? ''}`],
  ['all outlets', () => '/ru/outlets'],
  ['a search', () => '/en/search?q=bridge'],
  ['a search for nothing yet', () => '/tr/search'],
  ['a search in vain', () => '/es/search?q=xylophone'],
  ['a search that cannot be', () => '/en/search?q=!!'],
  ['the corrections', () => '/ar/corrections'],
  ['a story that was withdrawn', () => storyAt(room.withdrawn)],
  ['what never was', () => '/en/articles/nothing'],
];

async function found(options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`);
}

describe.each(kinds)('%s', (_name, path) => {
  it('can be read by everybody, in the light and in the dark, in a narrow window and without a script', async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(site.url + path());
    expect(await found(everything)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await found(colours)).toEqual([]);
    expect(await page.evaluate('[...document.scripts].filter(({ type }) => type !== "application/ld+json").length')).toBe(0);
  });

  it('is a page, by html-validate', async () => expect(await pageComplaints(await textAt(path()))).toEqual([]));

  it('has nothing in it that is not out', async () => {
    const text = await textAt(path());
    for (const { title } of [room.held, room.withdrawn, room.killed]) expect(text).not.toContain(title);
  });
});

describe('a story', () => {
  it('has its reports to the letter, with outlet, day and address, and each comment stands beside what it answers', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(site.url + storyAt(room.rich));
    const quotes = await page.locator('.report blockquote').evaluateAll((all) => all.map((one) => [one.getAttribute('cite'), one.textContent]));
    expect(quotes).toEqual(room.rich.excerpts.map(({ url, quote }) => [url === null ? null : new URL(url).href, quote.join('')]));
    expect(await page.locator('.report .source').first().innerText()).toBe('24 Hours Astrel, Ada Ferro, 2 May 2024');
    for (const [index, comment] of (await page.locator('.comment').all()).entries()) {
      const link = comment.locator('.answers a');
      expect(await link.getAttribute('href')).toBe(`#report-${room.rich.commentaries[index]?.respondsTo[0] ?? ''}`);
      const report = page.locator((await link.getAttribute('href')) ?? '');
      const [left, right] = [await report.boundingBox(), await comment.boundingBox()];
      // Each under a heading of its own, which stand on one line.
      expect(Math.abs((left?.y ?? 0) - (right?.y ?? 0))).toBeLessThan(40);
      expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThan(right?.x ?? 0);
      expect(await report.locator('.answered a').first().getAttribute('href')).toBe(`#comment-${room.rich.commentaries[index]?.id ?? ''}`);
    }
    await page.locator('.comment .answers a').first().click();
    expect(new URL(page.url()).hash).toBe(`#report-${room.rich.excerpts[0]?.id ?? ''}`);
  });

  it('from the right begins on the right', async () => {
    await page.goto(site.url + storyAt(room.arabic));
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    const [report, comment] = [await page.locator('.report').boundingBox(), await page.locator('.comment').boundingBox()];
    expect(report?.x).toBeGreaterThan((comment?.x ?? 0) + (comment?.width ?? 0));
  });

  it('tells its title, its languages, its feeds and its linked data to machines, and is at home where its outlet says', async () => {
    await page.goto(site.url + storyAt(room.rich));
    expect(await page.title()).toBe(`${room.rich.title} · The Quay`);
    const head = (selector: string, name: string) =>
      page.locator(`head ${selector}`).evaluateAll((all, named) => all.map((one) => one.getAttribute(named)), name);
    expect(await head('link[rel=canonical]', 'href')).toEqual([SITE + storyAt(room.rich)]);
    expect(await textAt(storyAt(room.urdu))).toContain(`<link rel="canonical" href="https://bay.example/ur/${encodeURIComponent(room.urdu.slug)}">`);
    expect(await head('link[hreflang]', 'href')).toEqual([room.rich, room.arabic].map((one) => SITE + storyAt(one)));
    expect(await head('link[type="application/atom+xml"]', 'href')).toEqual(['https://news.example/feeds/articles.atom?language=en']);
    const data = (await page.locator('script[type="application/ld+json"]').textContent()) ?? '';
    expect(JSON.parse(data)).toMatchObject({ headline: room.rich.title });
    // Nothing that a story says could end it.
    expect(data).not.toContain('<');
    const languages = page.locator('.languages a');
    expect(await languages.nth(2).getAttribute('href')).toBe(storyAt(room.arabic));
  });

  it('shows what was corrected, and the smallest picture that will do', async () => {
    await page.goto(site.url + storyAt(room.rich));
    expect(await page.locator('#corrections li p').allInnerTexts()).toEqual(['The engineer’s name was <left out>.', 'The bridge is 40 m long, not 400 m.']);
    const picture = page.locator('.story > .picture');
    expect(await picture.locator('source').evaluateAll((all) => all.map((one) => one.getAttribute('type')))).toEqual(['image/avif', 'image/webp']);
    expect(await picture.locator('img').getAttribute('srcset')).toMatch(/thumbnail\S+ 320w, \S+card\S+ 800w, \S+hero\S+ 1600w$/);
    expect(await picture.locator('img').evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)).toBe(true);
  });
});

describe('finding', () => {
  it('says where words were found, and narrows by what there is', async () => {
    await page.goto(`${site.url}/en`);
    await page.locator('input[name=q]').fill('bridge');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=bridge');
    const marks = await page.locator('.result mark').allInnerTexts();
    expect(marks.length).toBeGreaterThan(3);
    expect(new Set(marks.map((mark) => mark.toLowerCase()))).toEqual(new Set(['bridge']));
    const before = await page.locator('.result').count();
    await page.locator('.facets a', { hasText: 'May Observer' }).click();
    await page.waitForURL(/source=/);
    expect(await page.locator('.result').count()).toBe(1);
    await page.locator('.chosen a').click();
    await page.waitForURL('**/search?q=bridge');
    expect(await page.locator('.result').count()).toBe(before);
  });

  it('leads on to older stories, and back', async () => {
    await page.goto(`${site.url}/en`);
    const first = await page.locator('.card h2').allInnerTexts();
    await page.locator('.more a[rel=next]').click();
    await page.waitForURL(/cursor=/);
    const next = await page.locator('.card h2').allInnerTexts();
    expect(next.filter((title) => first.includes(title))).toEqual([]);
    await page.locator('.more a').first().click();
    await page.waitForURL(`${site.url}/en`);
    expect(await page.locator('.card h2').allInnerTexts()).toEqual(first);
  });
});

describe('over HTTP', () => {
  it('a story that was taken back says why, one that moved where it is, and one under embargo is not there', async () => {
    const withdrawn = await get(storyAt(room.withdrawn));
    expect([withdrawn.status, await withdrawn.text()]).toEqual([410, expect.stringContaining('We &#x3C;regret> it.') as string]);
    const killed = await get(storyAt({ language: 'en', slug: room.killed.id }));
    expect([killed.status, await killed.text()]).toEqual([410, expect.stringContaining('This story was taken down') as string]);
    expect((await get(storyAt(room.killed))).status).toBe(404);
    expect((await get(storyAt(room.held))).status).toBe(404);
    const moved = await get(storyAt({ language: 'en', slug: room.oldSlug }));
    expect([moved.status, moved.headers.get('Location')]).toEqual([308, storyAt(room.rich)]);
    expect((await get(storyAt({ language: 'fr', slug: room.rich.id }))).headers.get('Location')).toBe(storyAt(room.rich));
    expect((await get('/en/')).headers.get('Location')).toBe('/en');
  });

  it.each([
    ['fr-CH, fr;q=0.9, en;q=0.8', '/fr'],
    ['de, en;q=0.1, ur;q=0.5', '/ur'],
    ['de', '/en'],
    ['fr;q=0, *', '/en'],
  ])('who reads %s is led to %s', async (accepted, where) => {
    const answer = await get('/', { 'Accept-Language': accepted });
    expect([answer.status, answer.headers.get('Location'), answer.headers.get('Vary')]).toEqual([302, where, 'Accept-Language']);
  });

  it('nothing may run in a page, nothing may frame it, and pictures come from where the story has them', async () => {
    const policy = (await get(storyAt(room.rich))).headers.get('Content-Security-Policy') ?? '';
    expect(policy).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' https://news.example; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect((await get('/en/search')).headers.get('Content-Security-Policy')).toContain("img-src 'self';");
  });

  it('who has a page is not sent it again, and its style is kept for good', async () => {
    const path = storyAt(room.plain);
    const first = await get(path);
    const etag = first.headers.get('ETag') ?? '';
    expect([first.status, first.headers.get('Cache-Control')]).toEqual([200, 'public, max-age=0, must-revalidate']);
    expect((await get(path, { 'If-None-Match': `"other", ${etag}` })).status).toBe(304);
    expect((await get(path, { 'If-None-Match': '"other"' })).status).toBe(200);
    expect((await get(path, {}, 'HEAD')).headers.get('ETag')).toBe(etag);
    const style = /href="(\/style\.\w+\.css)"/.exec(await first.text())?.[1] ?? '';
    expect((await get(style)).headers.get('Cache-Control')).toContain('immutable');
  });

  it.each(['/xx', '/en/nothing', '/en/topics/nothing', '/en/articles/a/b', '/%', '/en/articles/%E0%A4%A', '//evil.example', '/en/authors/..%2f..'])(
    '%s is not there',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('what a reader mistypes is an answer, not a fault', async () => {
    expect((await get('/en?cursor=nonsense')).status).toBe(400);
    expect((await get('/en/search?q=a&year=nonsense&language=!')).status).toBe(400);
    expect((await get('/en', {}, 'POST')).status).toBe(405);
  });

  it('a newsroom that does not answer is told as such, with when to come back', async () => {
    const alone = await startSite('http://127.0.0.1:9');
    onTestFinished(async () => expect(await alone.stop()).toBe(0));
    const answer = await fetch(`${alone.url}/fr`);
    expect([answer.status, answer.headers.get('Retry-After'), answer.headers.get('Cache-Control')]).toEqual([503, '10', 'no-store']);
    expect(await answer.text()).toContain('La rédaction ne répond pas');
  });

  it('whoever starts it wrongly is told how', async () => {
    const start = (...given: string[]) =>
      new Promise<{ code: unknown; said: string }>((done) => {
        execFile(process.execPath, [resolve(dist, 'site/main.mjs'), ...given], (error, stdout, stderr) => {
          done({ code: error?.code ?? 0, said: stdout + stderr });
        });
      });
    expect(await start('--help')).toEqual({ code: 0, said: expect.stringContaining('--newsroom') as string });
    for (const wrong of [['--port', 'x'], ['--newsroom', 'here'], ['--nonsense'], ['--language', 'de']]) {
      expect(await start(...wrong)).toEqual({ code: 2, said: expect.stringContaining(wrong[0] ?? '') as string });
    }
  });
});

it('the client itself reads a newsroom in a browser', async () => {
  const code = await readFile(resolve(dist, 'client/index.js'), 'utf8');
  // A page of its own at the newsroom's address: the newsroom's answers let no script run.
  await page.route(`${room.url}/reader/**`, (route) =>
    route.fulfill(
      route.request().url().endsWith('.js') ? { contentType: 'text/javascript', body: code } : { contentType: 'text/html', body: '<!doctype html>' },
    ),
  );
  await page.goto(`${room.url}/reader/`);
  const read = await page.evaluate<{ stories: number; gone: string }>(`(async () => {
    const { createClient, GoneError } = await import('/reader/client.js');
    const newsroom = createClient({ baseUrl: location.origin });
    let stories = 0;
    for await (const story of newsroom.articles.all({ fields: ['id'], limit: 20 })) stories += 1;
    const gone = await newsroom.articles.get(${JSON.stringify(room.withdrawn.id)}).catch((error) => error);
    return { stories, gone: gone instanceof GoneError ? gone.notice : '' };
  })()`);
  expect(read).toEqual({ stories: sampleNames.length, gone: 'It was about another museum.\nWe <regret> it.' });
});

it('fits a wide window as well, where more stands side by side', async () => {
  const shown: [name: string, path: string, scheme: 'light' | 'dark'][] = [
    ['site-front', '/en', 'light'],
    ['site-story', storyAt(room.plain), 'light'],
    ['site-right-to-left', storyAt(room.arabic), 'dark'],
  ];
  await page.setViewportSize({ width: 1280, height: 860 });
  for (const [name, path, colorScheme] of shown) {
    await page.emulateMedia({ colorScheme });
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), name).toBe(0);
    await picture(page, name);
    expect(await found(everything), name).toEqual([]);
  }
});
