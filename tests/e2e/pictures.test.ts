/** Pictures in the panel: taken in by clicking, in preparation until all formats are there, and refused in words. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { picture as photo } from '../helpers/pictures.ts';
import { atADesk, picture, startBrowser, tell, type Complaints } from './browser.ts';
import { PASSWORD, ready, signIn } from './newsdesk.ts';

const complaints: Complaints = { all: [] };
let newsroom: Newsroom;
let browser: Browser;
let editor: BrowserContext;
let page: Page;

beforeAll(async () => {
  newsroom = await startNewsroom({ withAdmin: true, env: { ADMIN_EMAIL: 'ada@news.example', ADMIN_PASSWORD: PASSWORD } });
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

async function choose(name: string, bytes: Uint8Array): Promise<void> {
  await page.goto(`${newsroom.url}/admin/collections/media/create`);
  await ready(page);
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) });
  await page.locator('#field-alt').fill('A quay at dawn');
}

it('a picture is taken in, says that it is in preparation, and says when it is ready', async () => {
  await choose('quay.jpg', await photo(2400, 1600));
  await page.locator('#action-save').click();
  await page.waitForURL(/\/media\/[0-9a-f-]{36}/);
  await page.locator('.picture-state', { hasText: 'Ready' }).waitFor();
  const address = await page.locator('.file-details img, .thumbnail img').first().getAttribute('src');
  expect(address).toMatch(/\/api\/media\/file\/quay-/);
  expect(
    await page
      .locator('.file-details img, .thumbnail img')
      .first()
      .evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(0);
  await picture(page, 'admin-picture');
  await page.goto(`${newsroom.url}/admin/collections/media`);
  await page.locator('tbody tr', { hasText: 'quay-' }).first().waitFor();
});

it('what is no picture is refused in words, and what was typed stays', async () => {
  await choose('quay.jpg', Buffer.from('<script>alert(1)</script>'));
  const answered = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().includes('/api/media'));
  await page.locator('#action-save').click();
  expect((await answered).status()).toBe(400);
  await page.locator('[data-sonner-toast]').first().waitFor();
  expect(await page.locator('[data-sonner-toast]').first().innerText()).toMatch(/picture|image/i);
  expect(await page.locator('#field-alt').inputValue()).toBe('A quay at dawn');
  complaints.all = complaints.all.filter((said) => !said.includes('status of 400'));
});

it('the pages complained about nothing', () => {
  expect(complaints.all).toEqual([]);
});
