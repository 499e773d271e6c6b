/** Two at one document in the panel, and one at a desk whose server goes away: nothing that was typed is lost, and nobody writes over somebody else. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { atADesk, picture, startBrowser, tell, type Complaints } from './browser.ts';
import { aColleague, aStory, open, PASSWORD, save, signIn } from './newsdesk.ts';

const complaints: Complaints = { all: [] };
let newsroom: Newsroom;
let browser: Browser;
let ada: BrowserContext;
let ben: BrowserContext;
let page: Page;

beforeAll(async () => {
  newsroom = await startNewsroom({ withAdmin: true, env: { ADMIN_EMAIL: 'ada@news.example', ADMIN_PASSWORD: PASSWORD } });
  browser = await startBrowser();
  ada = await atADesk(browser, complaints);
  ben = await atADesk(browser, complaints);
  await signIn(ada, newsroom.url, 'ada@news.example');
  await signIn(ben, newsroom.url, await aColleague(ada.request, newsroom.url, 'editor', 'Ben Orr'));
  page = await ada.newPage();
});

afterEach(({ task }) => tell(page, task.result?.state));

afterAll(async () => {
  await browser?.close();
  await newsroom?.stop();
});

it('what is typed is kept as a draft without a button, in one version, and an untouched form writes nothing', async () => {
  const { id } = await aStory(ada.request, newsroom.url, { title: 'Kept while typing', summary: '' });
  await open(page, newsroom.url, 'articles', id);
  for (const words of ['One.', 'One. Two.', 'One. Two. Three.']) {
    await kept(page, () => page.locator('#field-summary').fill(words));
    expect((await draft('articles', id)).summary).toBe(words);
  }
  expect(await versions('articles', id)).toBe(2);
  const { rev } = await draft('articles', id);
  await page.locator('#field-summary').fill('One. Two. Three.');
  await page.locator('#field-title').fill('Kept while typing, or not');
  await page.locator('#field-title').fill('Kept while typing');
  await page.locator('.saving-status[data-phase="idle"]').waitFor({ state: 'attached' });
  expect((await draft('articles', id)).rev).toBe(rev);
});

it('whoever opens a new document and leaves, leaves nothing behind', async () => {
  const before = await total('articles');
  await page.goto(`${newsroom.url}/admin/collections/articles/create`);
  await page.locator('form.collection-edit__form[data-form-ready="true"]').waitFor();
  await page.goto(`${newsroom.url}/admin/collections/articles`);
  await page.locator('.table').waitFor();
  expect(await total('articles')).toBe(before);
});

it('two type in one story: the second sees both versions, chooses, and what was chosen is the text', async () => {
  const { id } = await aStory(ada.request, newsroom.url, { title: 'Two at one story', summary: 'As it was.' });
  const { theirs, yours } = await twoAt('articles', id);
  await theirs.locator('#field-title').fill('A title by Ben');
  await kept(theirs, () => theirs.locator('#field-summary').fill('A summary by Ben.'));
  await yours.locator('#field-title').fill('A title by Ada');
  await yours.locator('#field-notes').fill('A note by Ada.');

  const dialog = yours.locator('dialog.two-versions[open]');
  await dialog.waitFor();
  await both(dialog, 'title', 'A title by Ben', 'A title by Ada');
  await both(dialog, 'summary', 'A summary by Ben.', 'As it was.');
  await both(dialog, 'notes', 'empty', 'A note by Ada.');
  expect(await dialog.locator('#versions-save').isDisabled()).toBe(true);
  expect(await yours.evaluate(() => document.activeElement?.closest('dialog.two-versions') !== null)).toBe(true);
  await picture(yours, 'admin-two-versions');

  await yours.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await yours.locator('#field-title').inputValue()).toBe('A title by Ada');
  expect(await yours.locator('#field-notes').inputValue()).toBe('A note by Ada.');
  expect(await draft('articles', id)).toMatchObject({ title: 'A title by Ben', summary: 'A summary by Ben.', notes: null });
  await yours.locator('#action-compare').click();
  await dialog.waitFor();

  await dialog.locator('[data-path="title"] input[value="yours"]').focus();
  await yours.keyboard.press('Space');
  await save(yours, '#versions-save');
  await dialog.waitFor({ state: 'hidden' });
  const chosen = { title: 'A title by Ada', summary: 'A summary by Ben.', notes: 'A note by Ada.' };
  expect(await draft('articles', id)).toMatchObject(chosen);
  for (const [field, words] of Object.entries(chosen)) expect(await yours.locator(`#field-${field}`).inputValue()).toBe(words);
  await done(theirs, yours);
});

it('an autosave never writes over somebody else’s words, and stops until somebody decides', async () => {
  const { commentary } = await aStory(ada.request, newsroom.url, { title: 'Never over theirs', comment: 'As it was.' });
  const { theirs, yours } = await twoAt('commentaries', commentary);
  await kept(theirs, () => theirs.locator('#field-capacity').fill('Keeper of clocks'));
  const body = yours.locator('[contenteditable] p').first();
  await body.click();
  await yours.keyboard.press('End');
  await yours.keyboard.type(' And as Ada went on.');
  const dialog = yours.locator('dialog.two-versions[open]');
  await both(dialog, 'body', 'As it was.', 'As it was. And as Ada went on.');
  await dialog.locator('#versions-later').click();
  await dialog.waitFor({ state: 'hidden' });
  await body.click();
  await yours.keyboard.press('End');
  await yours.keyboard.type(' And on.');
  expect(await body.innerText()).toBe('As it was. And as Ada went on. And on.');
  expect((await draft('commentaries', commentary)).capacity).toBe('Keeper of clocks');
  await yours.locator('#action-save-draft').click();
  await both(dialog, 'body', 'As it was.', 'As it was. And as Ada went on. And on.');
  await dialog.locator('[data-path="body"] input[value="theirs"]').check();
  await dialog.locator('#versions-save').click();
  await dialog.waitFor({ state: 'hidden' });
  await yours.locator('[contenteditable] p', { hasText: /^As it was\.$/ }).waitFor();
  expect(await yours.locator('#field-capacity').inputValue()).toBe('Keeper of clocks');
  await done(theirs, yours);
});

it('quotes, dates, outlets and ticks are shown as an editor reads them', async () => {
  const { excerpt } = await aStory(ada.request, newsroom.url, { title: 'In words' });
  const other = (await (await ada.request.post(`${newsroom.url}/api/outlets`, { data: { name: 'The Other Gazette', kinds: ['source'] } })).json()) as {
    doc: { id: string };
  };
  await open(page, newsroom.url, 'news-excerpts', excerpt);
  const quote = ['“Another quote.', 'In two paragraphs.”'];
  const edited = await ben.request.patch(`${newsroom.url}/api/news-excerpts/${excerpt}`, {
    data: { outlet: other.doc.id, quote, syndicable: false, publishedOn: '2025-05-24' },
  });
  expect(edited.ok()).toBe(true);
  await page.locator('#field-reporter').fill('R. Aldous');
  const dialog = page.locator('dialog.two-versions[open]');
  await both(dialog, 'outlet', 'The Other Gazette', 'Gazette for In words');
  await both(dialog, 'quote', quote.join('\n\n'), '“The clock has been slow since the storm.\n\nUntil it is repaired,\nresidents look at their telephones.”');
  await both(dialog, 'syndicable', 'no', 'yes');
  await both(dialog, 'publishedOn', '2025-05-24', '2025-04-03');
  await both(dialog, 'reporter', 'empty', 'R. Aldous');
  await save(page, '#versions-save');
  await dialog.waitFor({ state: 'hidden' });
  expect(await draft('news-excerpts', excerpt)).toMatchObject({ outlet: other.doc.id, quote, syndicable: false, reporter: 'R. Aldous' });
  expect(await page.locator('#field-quote').inputValue()).toBe(quote.join('\n\n'));
});

it('outlets, authors and accounts are not saved over each other either', async () => {
  const outlet = (await (await ada.request.post(`${newsroom.url}/api/outlets`, { data: { name: 'Windy Post', kinds: ['source'] } })).json()) as {
    doc: { id: string };
  };
  await open(page, newsroom.url, 'outlets', outlet.doc.id);
  const drawn = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().includes('/admin/collections/'));
  await page.locator('#field-homepage').fill('https://windy.example');
  await drawn;
  const edited = await ben.request.patch(`${newsroom.url}/api/outlets/${outlet.doc.id}`, { data: { name: 'Windy Post and Mail' } });
  expect(await edited.json()).toMatchObject({ doc: { name: 'Windy Post and Mail' } });
  await page.locator('#action-save').click();
  const dialog = page.locator('dialog.two-versions[open]');
  await both(dialog, 'name', 'Windy Post and Mail', 'Windy Post');
  await both(dialog, 'homepage', 'empty', 'https://windy.example');
  await save(page, '#versions-save', '#action-save');
  await dialog.waitFor({ state: 'hidden' });
  expect(await draft('outlets', outlet.doc.id)).toMatchObject({ name: 'Windy Post and Mail', homepage: 'https://windy.example' });
});

it('somebody who changed it before the first key was pressed is shown beside it, in the panel’s own language', async () => {
  const { id } = await aStory(ada.request, newsroom.url, { title: 'ساعة البرج', summary: 'ملخص قصير.', language: 'ar' });
  await ada.addCookies([{ name: 'counterpoint-lng', value: 'ar', url: newsroom.url }]);
  await open(page, newsroom.url, 'articles', id);
  expect((await ben.request.patch(`${newsroom.url}/api/articles/${id}`, { data: { title: 'ساعة البرج متأخرة' } })).ok()).toBe(true);
  await page.locator('#field-title').fill('ساعة البرج واقفة');
  const dialog = page.locator('dialog.two-versions[open]');
  await both(dialog, 'title', 'ساعة البرج متأخرة', 'ساعة البرج واقفة');
  await dialog.getByText('غيّر شخص آخر هذا المستند بعد أن فتحته').waitFor();
  expect(await dialog.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await picture(page, 'admin-two-versions-ar');
  await dialog.locator('[data-path="title"] input[value="theirs"]').check();
  await dialog.locator('#versions-save').click();
  await dialog.waitFor({ state: 'hidden' });
  await ada.addCookies([{ name: 'counterpoint-lng', value: 'en', url: newsroom.url }]);
});

it('while the server is gone nothing typed is lost: it says so, warns before leaving, and saves when it is back', async () => {
  const { id } = await aStory(ada.request, newsroom.url, { title: 'The server goes away', summary: '' });
  await open(page, newsroom.url, 'articles', id);
  await kept(page, () => page.locator('#field-summary').fill('Before.'));
  const { port } = new URL(newsroom.url);
  await newsroom.kill();
  await page.locator('#field-summary').fill('Before. While it was gone.');
  await page.getByText('Not saved yet: the newsroom does not answer.').waitFor();
  const asked = page.waitForEvent('dialog');
  // Leaving is asked about; this one stays.
  void page.evaluate(() => location.reload()).catch(() => undefined);
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  expect(await page.locator('#field-summary').inputValue()).toBe('Before. While it was gone.');
  newsroom = await startNewsroom({ withAdmin: true, on: newsroom, env: { PORT: port } });
  // It may have been kept before the newsroom called itself ready.
  await page.locator('.saving-status[data-phase="kept"]').waitFor();
  expect((await draft('articles', id)).summary).toBe('Before. While it was gone.');
  expect(await page.locator('#field-summary').inputValue()).toBe('Before. While it was gone.');
  complaints.all = complaints.all.filter((complaint) => !/Failed to (load resource|fetch)|ERR_/.test(complaint));
});

it('no page has complained, and nothing was loaded from elsewhere', () => {
  expect(complaints.all).toEqual([]);
});

/** One document in two windows of two people; the one who came second takes it over with the first still at it. */
async function twoAt(collection: string, id: string): Promise<{ theirs: Page; yours: Page }> {
  const yours = page;
  await open(yours, newsroom.url, collection, id);
  const theirs = await ben.newPage();
  await open(theirs, newsroom.url, collection, id);
  return { theirs, yours };
}

async function done(theirs: Page, yours: Page): Promise<void> {
  await theirs.close();
  await yours.goto(`${newsroom.url}/admin`);
  await yours.locator('.desk-overview').waitFor();
}

/** Does `typing`, and waits until what is in the form then was kept; listens before it types, because a busy machine may answer in between. */
async function kept(window: Page, typing: () => Promise<unknown>): Promise<void> {
  const answered = window.waitForResponse((response) => response.request().method() === 'PATCH' && response.url().includes('autosave=true') && response.ok());
  await typing();
  await answered;
  await window.locator('.saving-status[data-phase="kept"]').waitFor();
}

async function both(dialog: ReturnType<Page['locator']>, path: string, theirs: string, yours: string): Promise<void> {
  const field = dialog.locator(`[data-path="${path}"]`);
  await field.waitFor();
  await field.locator('[data-side="theirs"]', { hasText: theirs.split('\n')[0] ?? '' }).waitFor();
  expect(await field.locator('[data-side="theirs"] .one-difference__text').innerText()).toBe(theirs);
  expect(await field.locator('[data-side="yours"] .one-difference__text').innerText()).toBe(yours);
}

async function draft(collection: string, id: string): Promise<Record<string, unknown>> {
  const answer = await ada.request.get(`${newsroom.url}/api/${collection}/${id}?draft=true&depth=0`);
  return (await answer.json()) as Record<string, unknown>;
}

async function versions(collection: string, id: string): Promise<number> {
  const answer = await ada.request.get(`${newsroom.url}/api/${collection}/versions?depth=0&where[parent][equals]=${id}`);
  return ((await answer.json()) as { totalDocs: number }).totalDocs;
}

async function total(collection: string): Promise<number> {
  const answer = await ada.request.get(`${newsroom.url}/api/${collection}?draft=true&limit=1&depth=0`);
  return ((await answer.json()) as { totalDocs: number }).totalDocs;
}
