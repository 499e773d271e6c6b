/** The first day of a newsroom, as its first administrator clicks through it. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { atADesk, picture, startBrowser, tell, type Complaints } from './browser.ts';
import { aSample, aStory, follow, moved, open, PASSWORD, save, type Story } from './newsdesk.ts';

const complaints: Complaints = { all: [] };
let newsroom: Newsroom;
let browser: Browser;
let desk: BrowserContext;
let page: Page;

beforeAll(async () => {
  newsroom = await startNewsroom({ withAdmin: true, env: { LOAD_SAMPLES: 'true' } });
  browser = await startBrowser();
  desk = await atADesk(browser, complaints);
  page = await desk.newPage();
});

afterEach(({ task }) => tell(page, task.result?.state));

afterAll(async () => {
  await browser?.close();
  await newsroom?.stop();
});

it('the first administrator signs up, changes a story, submits, approves and publishes it by clicking, and everybody can read it', async () => {
  const { url } = newsroom;
  await page.goto(`${url}/admin`);
  await page.waitForURL(/create-first-user/);
  await page.locator('form[data-form-ready="true"]').waitFor();
  await page.locator('#field-email:visible').fill('ada@news.example');
  await page.locator('#field-name').fill('Ada Holm');
  await page.locator('#field-password').fill(PASSWORD);
  await page.locator('#field-confirm-password').fill(PASSWORD);
  await page.locator('.form-submit button').click();
  await page.locator('.desk-overview').waitFor();

  const sample = await aSample(desk.request, url);
  await page.goto(`${url}/admin/collections/articles?limit=100`);
  await follow(page, page.locator('.table').getByRole('link', { name: sample.title, exact: true }));
  await page.locator('#field-title').fill(`${sample.title}, looked at again`);
  await page.locator('#field-summary').fill('What was asked, what was answered, and what is still open.');
  await save(page);
  expect(await publicTitle(sample)).not.toBe(`${sample.title}, looked at again`);

  await page.locator('#action-submit').click();
  await page.locator('#action-approve').waitFor();
  await picture(page, 'admin-story');
  await page.locator('#action-approve').click();
  await page.locator('#action-publish').click();
  await page.locator('#action-withdraw').waitFor();
  await page.locator('.stage-value', { hasText: 'Draft · Live' }).waitFor();
  expect(await publicTitle(sample)).toBe(`${sample.title}, looked at again`);
});

it('whoever opens the address of the newsroom is told what runs there, and what is out', async () => {
  await page.goto(`${newsroom.url}/`);
  await page.getByRole('heading', { name: 'Three requests to try' }).waitFor();
  expect(await page.locator(`pre:has-text("curl '${newsroom.url}/v1/articles/en/")`).count()).toBe(1);
  await picture(page, 'front-page');
});

it('the list of stories and the front page say in words where each story stands', async () => {
  const { url } = newsroom;
  const waiting = await aStory(desk.request, url, { title: 'Who minds the ferry', author: 'Ilse Marrow' });
  const approved = await aStory(desk.request, url, { title: 'A bench for every bus stop', author: 'Joran Teel' });
  await aStory(desk.request, url, { title: 'ساعة البرج متأخرة عشر دقائق', language: 'ar', author: 'سلمى نادر' });
  await moved(desk.request, url, waiting.id, 'submit');
  await moved(desk.request, url, approved.id, 'submit', 'approve');

  await page.goto(`${url}/admin/collections/articles`);
  const row = page.locator('.table tr', { hasText: 'Who minds the ferry' });
  await row.getByText('In review').waitFor();
  await row.getByText('Not published').waitFor();
  await picture(page, 'admin-list');

  await page.goto(`${url}/admin`);
  await page.locator('.desk-overview', { hasText: 'In review' }).getByRole('link', { name: 'Who minds the ferry' }).waitFor();
  await follow(page, page.locator('.desk-overview').getByRole('link', { name: 'A bench for every bus stop' }));
  await page.locator('#action-publish').waitFor();
});

it('a live story whose report is edited in a drawer says at once that it is in review', async () => {
  const { url } = newsroom;
  const story = await aStory(desk.request, url, { title: 'The market roof leaks', author: 'Piet Orrin' });
  await moved(desk.request, url, story.id, 'submit', 'approve', 'publish');
  await open(page, url, 'articles', story.id);
  await page.locator('.stage-value', { hasText: 'Draft · Live' }).waitFor();
  await page.locator('#field-excerpts button[aria-label*="Edit"], #field-excerpts .relationship--multi-value-label__drawer-toggler').first().click();
  const drawer = page.locator('.doc-drawer');
  await drawer.locator('#field-reporter').fill('R. Aldous');
  await drawer.locator('#action-save-draft').click();
  await page.locator('.stage-value', { hasText: 'In review · Live' }).waitFor();
});

it('no page has complained, and nothing was loaded from elsewhere', () => {
  expect(complaints.all).toEqual([]);
});

async function publicTitle({ id }: Story): Promise<string | undefined> {
  const answer = await fetch(`${newsroom.url}/api/articles/${id}`);
  return answer.ok ? ((await answer.json()) as Story).title : undefined;
}
