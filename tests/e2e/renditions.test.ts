/** Whether everybody can read a story's page: axe in a real browser, which alone knows what colours and sizes come to, light and dark. */
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { html } from '../../src/renditions/html.ts';
import { context, embargoedStory, richStory, sampleNames, sampleStory } from '../renditions/stories.ts';
import { picture, startBrowser } from './browser.ts';

const everything: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const colours: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
const refused = new URL('../renditions/fixtures/refused/axe/', import.meta.url);

const stories = [
  ...sampleNames.map((name) => ({ name, story: sampleStory(name) })),
  { name: 'a story with everything', story: richStory() },
  { name: 'a story under embargo', story: embargoedStory() },
];

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  // Pictures lie at addresses that are not there.
  await page.route('**/*', (route) => route.abort());
});

afterAll(() => browser.close());

async function complaints(document: string, options: RunOptions): Promise<string[]> {
  await page.setContent(document, { waitUntil: 'domcontentloaded' });
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

it('can be read by everybody, whatever the story', async () => {
  await page.emulateMedia({ colorScheme: 'light' });
  for (const { name, story } of stories) expect(await complaints(html(story, context), everything), name).toEqual([]);
});

it('can be read in the dark', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await complaints(html(richStory(), context), colours)).toEqual([]);
});

it('fits a narrow window without scrolling sideways', async () => {
  for (const { name, story } of stories) {
    await page.setContent(html(story, context), { waitUntil: 'domcontentloaded' });
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), name).toBe(0);
  }
  await picture(page, 'story-page');
});

const files = readdirSync(refused);

test('axe refuses five pages and more', () => expect(files.length).toBeGreaterThanOrEqual(5));

test.each([
  ['faint-words.html', 'color-contrast'],
  ['heading-left-out.html', 'heading-order'],
  ['link-by-colour-alone.html', 'link-in-text-block'],
  ['list-of-nothing.html', 'list'],
  ['no-such-language.html', 'valid-lang'],
  ['picture-without-words.html', 'image-alt'],
  ['words-outside.html', 'region'],
])('axe refuses %s', async (file, rule) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const found = await complaints(readFileSync(new URL(file, refused), 'utf8'), everything);
  expect(found.map((complaint) => complaint.split(':')[0])).toContain(rule);
});
