/** The story in the panel: what editors, writers and two people at once see and keep. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { atADesk, picture, startBrowser, tell, type Complaints } from './browser.ts';
import { aColleague, aStory, moved, open, PASSWORD, save, signIn } from './newsdesk.ts';

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

it('a story that is not ready says in words everything that is missing', async () => {
  const { id } = await aStory(editor.request, newsroom.url, { title: 'Nobody signed this', author: null, comment: '' });
  await open(page, newsroom.url, 'articles', id);
  await page.locator('#action-submit').click();
  const notice = page.locator('.problem-notice');
  await notice.getByText('Comment 1 has no author.').waitFor();
  await notice.getByText('Comment 1 has no text.').waitFor();
  await page.locator('.stage-value', { hasText: 'Draft · Not published' }).waitFor();
});

it('a step takes along what was typed and not yet saved', async () => {
  const { id } = await aStory(editor.request, newsroom.url, { title: 'Typed and sent' });
  await open(page, newsroom.url, 'articles', id);
  await page.locator('#field-title').fill('Typed, and sent with it');
  await page.locator('#action-submit').click();
  await page.locator('#action-approve').waitFor();
  expect(await draftTitle(id)).toBe('Typed, and sent with it');
});

it('an approved story that was edited says that the changes do not go out, and asks before it publishes the older text', async () => {
  const { id } = await aStory(editor.request, newsroom.url, { title: 'As it was approved' });
  await moved(editor.request, newsroom.url, id, 'submit', 'approve');
  await open(page, newsroom.url, 'articles', id);
  await page.locator('#field-title').fill('As it was changed later');
  await page.locator('#action-publish').click();
  await page.getByText('You have changes that were not approved.').waitFor();
  await page.locator('#step-confirm').click();
  await page.locator('.stage-value', { hasText: 'Draft · Live' }).waitFor();
  expect(((await (await fetch(`${newsroom.url}/api/articles/${id}`)).json()) as { title: string }).title).toBe('As it was approved');
  expect(await draftTitle(id)).toBe('As it was changed later');
});

it('returning a story asks for the reason, and the reason is there for its writer to read', async () => {
  const { id } = await aStory(editor.request, newsroom.url, { title: 'Back to the desk' });
  await moved(editor.request, newsroom.url, id, 'submit');
  await open(page, newsroom.url, 'articles', id);
  await page.locator('#action-return').click();
  await page.locator('#step-confirm[disabled]').waitFor();
  await page.getByLabel('What has to be changed?').fill('The second paragraph needs a source.');
  await page.locator('#step-confirm').click();
  await page.locator('.stage-panel').getByText('The second paragraph needs a source.').waitFor();
  await page.locator('#action-submit').waitFor();
});

it('withdrawing a story asks for the notice that readers get', async () => {
  const { id } = await aStory(editor.request, newsroom.url, { title: 'Taken back' });
  await moved(editor.request, newsroom.url, id, 'submit', 'approve', 'publish');
  await open(page, newsroom.url, 'articles', id);
  await page.locator('#action-withdraw').click();
  await page.getByLabel('Notice to readers and partners').fill('The report that it answers was retracted.');
  await page.locator('#step-confirm').click();
  await page.locator('.stage-value', { hasText: 'Withdrawn' }).waitFor();
  expect((await fetch(`${newsroom.url}/api/articles/${id}`)).status).toBe(404);
});

it('saving works as often as one likes', async () => {
  const { id } = await aStory(editor.request, newsroom.url, { title: 'Saved once' });
  await open(page, newsroom.url, 'articles', id);
  for (const title of ['Saved twice', 'Saved three times', 'Saved four times']) {
    await page.locator('#field-title').fill(title);
    await save(page);
  }
  expect(await draftTitle(id)).toBe('Saved four times');
});

it('two windows of one person are two people: the second is told so, makes no step, and keeps what was typed', async () => {
  const { id } = await aStory(editor.request, newsroom.url, { title: 'Two windows at one story' });
  const other = await editor.newPage();
  await open(page, newsroom.url, 'articles', id);
  await open(other, newsroom.url, 'articles', id);
  await page.locator('#field-title').fill('What the first one wrote');
  await save(page);
  await other.locator('#field-title').fill('What the second one wrote');
  const versions = other.locator('dialog.two-versions[open]');
  await versions.getByText('Somebody else changed this since you opened it').waitFor();
  await versions.locator('#versions-later').click();
  await versions.waitFor({ state: 'hidden' });

  await other.locator('#action-submit').click();
  await other.getByText('Your changes could not be saved, so the story was not moved.').waitFor();
  await versions.waitFor();
  await versions.locator('#versions-later').click();
  expect(await other.locator('#field-title').inputValue()).toBe('What the second one wrote');
  expect(await draftTitle(id)).toBe('What the first one wrote');
  await other.close({ runBeforeUnload: false });
});

it('a quote is edited as text, and comes back as the same paragraphs', async () => {
  const { excerpt } = await aStory(editor.request, newsroom.url, { title: 'Word for word' });
  await open(page, newsroom.url, 'news-excerpts', excerpt);
  const box = page.locator('#field-quote');
  expect(await box.inputValue()).toBe('“The clock has been slow since the storm.\n\nUntil it is repaired,\nresidents look at their telephones.”');
  await box.press('Control+End');
  await box.pressSequentially('\n\n  And  so  on ,');
  await save(page);
  expect(await box.inputValue()).toContain('\n\n  And  so  on ,');
  const { quote } = (await (await editor.request.get(`${newsroom.url}/api/news-excerpts/${excerpt}?draft=true`)).json()) as { quote: string[] };
  expect(quote).toEqual(['“The clock has been slow since the storm.', 'Until it is repaired,\nresidents look at their telephones.”', '  And  so  on ,']);
});

it('an excerpt says in words whether its quote stands in the source, and shows what is different', async () => {
  const { id, excerpt } = await aStory(editor.request, newsroom.url, { title: 'Where it was found' });
  await open(page, newsroom.url, 'news-excerpts', excerpt);
  const result = page.locator('.quote-verification');
  await result.getByText('Not checked').waitFor();
  const report = (said: string) =>
    `Clock slow again\nLowmere Gazette, 3 April 2025\nThe mayor told us: "The clock has been slow since the storm.\n\n${said}, residents look at their telephones." She smiled.`;
  await page.locator('#field-snapshot__text').fill(report('Until somebody repairs it'));
  // What is kept while somebody types is looked for at once.
  await result.getByText('Not found in the source').waitFor();
  await result.getByText('Paragraph 2 was not found.').waitFor();
  expect(await result.locator('del').allInnerTexts()).toEqual(['it is repaired']);
  expect(await result.locator('ins').allInnerTexts()).toEqual(['somebody repairs it']);
  await result.evaluate((section) => section.scrollIntoView({ block: 'center' }));
  await picture(page, 'admin-quote');

  await open(page, newsroom.url, 'articles', id);
  await page.locator('.stage-panel').getByText('The quote of report 1 was not found word for word in its source.').waitFor();
  await picture(page, 'admin-quote-story');

  for (const [language, sign] of [
    ['ar', 'غير موجود في المصدر'],
    ['tr', 'Kaynakta bulunamadı'],
  ] as const) {
    await editor.addCookies([{ name: 'counterpoint-lng', value: language, url: newsroom.url }]);
    await open(page, newsroom.url, 'news-excerpts', excerpt);
    await result.getByText(sign).waitFor();
    await result.evaluate((section) => section.scrollIntoView({ block: 'center' }));
    await picture(page, `admin-quote-${language}`);
  }
  await editor.addCookies([{ name: 'counterpoint-lng', value: 'en', url: newsroom.url }]);
  await open(page, newsroom.url, 'news-excerpts', excerpt);
  await page.locator('#field-snapshot__text').fill(report('Until it is repaired'));
  await save(page);
  await result.getByText('Found in the source').waitFor();
});

it('the list of excerpts names the outlets that they quote', async () => {
  await aStory(editor.request, newsroom.url, { title: 'In a list' });
  await page.goto(`${newsroom.url}/admin/collections/news-excerpts`);
  await page.locator('.cell-outlet', { hasText: 'Gazette for In a list' }).waitFor();
});

it('an excerpt has no button to publish it by itself', async () => {
  const { excerpt } = await aStory(editor.request, newsroom.url, { title: 'Only with its story' });
  await open(page, newsroom.url, 'news-excerpts', excerpt);
  await page.getByText('Readers see it when its story is published.').waitFor();
  expect(await page.locator('#action-save, #action-publish').count()).toBe(0);
});

it('Arabic text runs from right to left in an English panel', async () => {
  const { id, commentary } = await aStory(editor.request, newsroom.url, {
    title: 'ساعة البرج',
    summary: 'ملخص قصير.',
    language: 'ar',
    comment: 'المدينة بخير.',
  });
  await open(page, newsroom.url, 'articles', id);
  for (const field of ['#field-title', '#field-summary']) expect(await styleOf(field)).toEqual({ unicodeBidi: 'plaintext', textAlign: 'start' });
  await open(page, newsroom.url, 'commentaries', commentary);
  await page.locator('[contenteditable] p').waitFor();
  expect(await styleOf('[contenteditable] p')).toEqual({ unicodeBidi: 'plaintext', textAlign: 'start' });
  expect(await page.locator('[contenteditable] p').evaluate((paragraph) => paragraph.matches(':dir(rtl)'))).toBe(true);
});

it('the panel speaks Arabic from right to left, our buttons included', async () => {
  const { id } = await aStory(editor.request, newsroom.url, { title: 'In the language of the panel' });
  await editor.addCookies([{ name: 'counterpoint-lng', value: 'ar', url: newsroom.url }]);
  await open(page, newsroom.url, 'articles', id);
  expect(await page.locator('html').getAttribute('dir')).toBe('RTL');
  await page.locator('#action-submit', { hasText: 'إرسال للمراجعة' }).waitFor();
  await editor.addCookies([{ name: 'counterpoint-lng', value: 'en', url: newsroom.url }]);
});

it('a writer submits an own story, and sees no button to approve or publish', async () => {
  const { url } = newsroom;
  const writer = await atADesk(browser, complaints);
  await signIn(writer, url, await aColleague(editor.request, url, 'writer', 'Wim Arden'));
  const own = await aStory(writer.request, url, { title: 'By a writer', names: editor.request });
  const foreign = await aStory(editor.request, url, { title: 'By somebody else' });
  const desk = await writer.newPage();
  await open(desk, url, 'articles', own.id);
  await desk.locator('#action-submit').click();
  await desk.locator('.stage-value', { hasText: 'In review' }).waitFor();
  expect(await steps(desk)).toBe(0);
  await desk.goto(`${url}/admin/collections/articles/${foreign.id}`);
  await desk.locator('.stage-value', { hasText: 'Draft' }).waitFor();
  expect(await steps(desk)).toBe(0);
  await writer.close();
});

it('no page has complained, and nothing was loaded from elsewhere', () => {
  expect(complaints.all).toEqual([]);
});

async function steps(window: Page): Promise<number> {
  return window.locator('#action-submit, #action-approve, #action-publish, #action-return, #action-withdraw').count();
}

async function draftTitle(id: string): Promise<string> {
  const answer = await editor.request.get(`${newsroom.url}/api/articles/${id}?draft=true&depth=0`);
  return ((await answer.json()) as { title: string }).title;
}

function styleOf(selector: string): Promise<{ unicodeBidi: string; textAlign: string }> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { unicodeBidi, textAlign } = getComputedStyle(element);
      return { unicodeBidi, textAlign };
    });
}
