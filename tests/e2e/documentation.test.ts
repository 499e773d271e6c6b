/** Whether everybody can read what explains this newsroom: axe in a real browser, light and dark, in a wide window and a narrow one. */
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openFilledRoom, type FilledRoom } from '../helpers/filledRoom.ts';
import { startBrowser } from './browser.ts';

const everything: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const pages = ['/', '/v1/docs', '/v1/docs/errors', '/v1/docs/errors/bad-cursor'];

let room: FilledRoom;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [room, browser] = await Promise.all([openFilledRoom(), startBrowser()]);
  page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
});
afterAll(async () => {
  await browser.close();
  await room.close();
});

/** What axe has against the page at `path`. Its source is put there from outside, as the page itself runs no script. */
async function complaints(path: string): Promise<string[]> {
  await page.goto(room.url + path);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(everything)})`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

it.each(['light', 'dark'] as const)('can be read by everybody: %s', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  for (const path of pages) expect(await complaints(path), path).toEqual([]);
});

it('asks for nothing beside itself', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const path of pages) await page.goto(room.url + path);
  expect(asked).toEqual(pages);
});

it('fits a narrow window without scrolling sideways', async () => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const path of pages) {
    await page.goto(room.url + path);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), path).toBe(0);
  }
});

it('one click marks an example, to be copied', async () => {
  await page.goto(`${room.url}/`);
  await page.locator('pre').first().click();
  expect(await page.evaluate('getSelection().toString()')).toMatch(/^curl 'https:\/\/news\.example\/v1\/articles\?limit=3'$/);
});
