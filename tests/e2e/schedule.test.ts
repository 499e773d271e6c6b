/** Times in the panel: a story that goes out by itself, a night on which the clocks change, and the steps after a story was out. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { atADesk, picture, startBrowser, tell, type Complaints } from './browser.ts';
import { aStory, moved, open, PASSWORD, save, signIn } from './newsdesk.ts';

const complaints: Complaints = { all: [] };
let newsroom: Newsroom;
let browser: Browser;
let editor: BrowserContext;
let page: Page;

beforeAll(async () => {
  const env = { ADMIN_EMAIL: 'ada@news.example', ADMIN_PASSWORD: PASSWORD, NEWSROOM_TIME_ZONE: 'Europe/Paris' };
  newsroom = await startNewsroom({ withAdmin: true, env });
  browser = await startBrowser();
  editor = await atADesk(browser, complaints);
  await signIn(editor, newsroom.url, 'ada@news.example');
  page = await editor.newPage();
});

afterEach(({ task }) => tell(page, task.result?.state));

afterAll(async () => {
  await browser?.close();
  await newsroom?.stop();
});

it('a story is scheduled by the newsroom’s clocks, both choices at a clock change, and taken off the schedule', async () => {
  const { id } = await aStory(editor.request, newsroom.url, { title: 'On the night of the clocks' });
  await moved(editor.request, newsroom.url, id, 'submit', 'approve');
  await open(page, newsroom.url, 'articles', id);
  await page.locator('#action-schedule').click();
  await page.locator('#step-confirm[disabled]').waitFor();
  await page.getByLabel('Day and time').fill('2090-07-01T09:30');
  await page.locator('.moment-input', { hasText: 'Europe/Paris' }).getByText('2090-07-01T07:30:00.000Z').waitFor();
  await page.getByLabel('Day and time').fill('2090-10-29T02:30');
  await page.locator('#step-confirm[disabled]').waitFor();
  await page.getByText('this time comes twice').waitFor();
  await picture(page, 'admin-clock-change');
  await page.getByLabel('2090-10-29T02:30:00+01:00').check();
  await page.locator('#step-confirm').click();
  await page.locator('.stage-value', { hasText: 'Scheduled' }).waitFor();
  await page
    .locator('.stage-panel')
    .getByText(/Goes out on .*29.* 2090.* GMT\+1/)
    .waitFor();
  await page
    .locator('.stage-panel__history li', { hasText: 'Scheduled' })
    .getByText(/for .*29.* 2090.* GMT\+1/)
    .waitFor();
  await page.locator('#action-unschedule').click();
  await page.locator('.stage-value', { hasText: 'Approved' }).waitFor();
});

it('a correction asks for the notice; a withdrawn story is reinstated with one click; the history has it all, by name and with words', async () => {
  const { id } = await aStory(editor.request, newsroom.url, { title: 'Corrected and brought back' });
  await moved(editor.request, newsroom.url, id, 'submit', 'approve', 'publish', 'submit', 'approve');
  await open(page, newsroom.url, 'articles', id);
  await page.locator('#action-correct').click();
  await page.locator('#step-confirm[disabled]').waitFor();
  await page.getByLabel('What was corrected?').fill('The quay opens on Tuesday.');
  await page.locator('#step-confirm').click();
  await page.locator('.stage-value', { hasText: 'Draft · Live' }).waitFor();
  await page.locator('#action-withdraw').click();
  await page.getByLabel('Notice to readers and partners').fill('We are checking it.');
  await page.locator('#step-confirm').click();
  await page.locator('#action-reinstate').click();
  await page.locator('.stage-value', { hasText: 'Draft · Live' }).waitFor();
  const history = page.locator('.stage-panel__history li');
  await history.filter({ hasText: 'Reinstated' }).waitFor();
  const told = await history.allInnerTexts();
  expect(told.map((step) => step.split(' · ')[0])).toEqual([
    'Reinstated',
    'Withdrawn',
    'Corrected',
    'Approved',
    'Submitted',
    'Published',
    'Approved',
    'Submitted',
  ]);
  expect(told.every((step) => /· ada\n.*GMT\+[12]/.test(step))).toBe(true);
  expect(told[1]).toContain('We are checking it.');
  expect(told[2]).toContain('The quay opens on Tuesday.');
});

it('an embargo is typed by the newsroom’s clocks, and a time that the clocks skip is asked about', async () => {
  const { id } = await aStory(editor.request, newsroom.url, { title: 'Not before spring' });
  await open(page, newsroom.url, 'articles', id);
  const box = page.locator('#field-embargoUntil');
  await box.fill('2090-03-26T02:30');
  await page.getByText('this time does not exist').waitFor();
  await page.getByLabel('2090-03-26T03:30:00+02:00').check();
  await save(page);
  const stored = async () =>
    ((await (await editor.request.get(`${newsroom.url}/api/articles/${id}?draft=true&depth=0`)).json()) as { embargoUntil: string | null }).embargoUntil;
  expect(await stored()).toBe('2090-03-26T01:30:00.000Z');
  await open(page, newsroom.url, 'articles', id);
  expect(await box.inputValue()).toBe('2090-03-26T03:30');
  await picture(page, 'admin-embargo');
  await box.fill('');
  await save(page);
  expect(await stored()).toBeNull();
});

it('no page has complained, and nothing was loaded from elsewhere', () => {
  expect(complaints.all).toEqual([]);
});
