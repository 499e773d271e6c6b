/** Without this file each browser test would fill the newsroom anew in its own words: people and stories, made over the API. */
import type { APIRequestContext, BrowserContext, Locator, Page } from 'playwright-core';
import { vi } from 'vitest';

export const PASSWORD = 'a pass phrase of the tests';

/** A story as the API gives it, as far as the tests look. */
export interface Story {
  id: string;
  title: string;
  language: string;
  publication?: string;
}

/** What a story of the tests is made of; everything has a sensible default. */
export interface StoryWishes {
  title?: string;
  summary?: string;
  language?: string;
  comment?: string;
  /** Without an author the story is not ready. */
  author?: string | null;
  /** Who enters outlet and author, where whoever asks may not. */
  names?: APIRequestContext;
}

/** Signs in over the API, as one does who has the panel open already. */
export async function signIn(context: BrowserContext, url: string, email: string): Promise<void> {
  await posted(context.request, `${url}/api/users/login`, { email, password: PASSWORD });
}

/** A colleague with an account. */
export async function aColleague(request: APIRequestContext, url: string, role: string, name: string): Promise<string> {
  const email = `${role}@news.example`;
  await posted(request, `${url}/api/users`, { email, password: PASSWORD, name, roles: [role] });
  return email;
}

/** A story with one report and one comment, as a draft of whoever asks. */
export async function aStory(request: APIRequestContext, url: string, wishes: StoryWishes = {}): Promise<Story & { excerpt: string; commentary: string }> {
  const { title = 'Ten minutes slow', summary = 'A clock, and a town that looks at it.', language = 'en', author = 'Henrike Vale', names = request } = wishes;
  const outlet = await created(names, url, 'outlets', { name: `Gazette for ${title}`, kinds: ['source'] });
  const authors = author === null ? [] : [await created(names, url, 'authors', { name: `${author} (${title})` })];
  const excerpt = await created(request, url, 'news-excerpts', {
    outlet,
    language,
    leadIn: 'On 3 April 2025, the Lowmere Gazette reported:',
    publishedOn: '2025-04-03',
    quote: ['“The clock has been slow since the storm.', 'Until it is repaired,\nresidents look at their telephones.”'],
  });
  const body = richText(wishes.comment ?? 'A town that is ten minutes slow is not the worst kind of town.');
  const commentary = await created(request, url, 'commentaries', { body, authors, language, capacity: 'Clockmaker', respondsTo: [excerpt] });
  const id = await created(request, url, 'articles', { title, summary, language, excerpts: [excerpt], commentaries: [commentary] });
  return { id, title, language, excerpt, commentary };
}

/** A live story of the sample newsroom; one of our own, in draft, where no samples are loaded. */
export async function aSample(request: APIRequestContext, url: string): Promise<Story> {
  const answer = await request.get(`${url}/api/articles?limit=100&depth=0&sort=title&where[language][equals]=en`);
  const { docs } = (await answer.json()) as { docs: Story[] };
  return docs.find(({ publication }) => publication === 'live') ?? aStory(request, url);
}

/** Moves a story over the API. */
export async function moved(request: APIRequestContext, url: string, id: string, ...steps: string[]): Promise<void> {
  for (const step of steps) await posted(request, `${url}/api/articles/${id}/${step}`, {});
}

/** Opens a document in the panel and waits until it can be worked on. */
export async function open(page: Page, url: string, collection: string, id: string): Promise<void> {
  await page.goto(`${url}/admin/collections/${collection}/${id}`);
  await ready(page);
}

/** Follows a link. A click that falls between what the server sent and what the browser makes of it is lost, so it is given again. */
export async function follow(page: Page, link: Locator): Promise<void> {
  const address = (await link.getAttribute('href')) ?? '';
  const arrived = (at: URL) => at.href.endsWith(address);
  await vi.waitFor(
    async () => {
      if (!arrived(new URL(page.url()))) await link.click({ timeout: 5_000 });
      await page.waitForURL(arrived, { timeout: 10_000 });
    },
    { timeout: 60_000 },
  );
  await ready(page);
}

/** Waits until the form takes input: not loading, and nothing on its way to the server. */
export async function ready(page: Page): Promise<void> {
  await page.locator('form.collection-edit__form[data-form-ready="true"]').waitFor();
}

/** Presses Save Draft, or what else saves, and waits until it was saved: a button at rest says nothing alone, it rests on the way to the server too. */
export async function save(page: Page, button = '#action-save-draft', resting = '#action-save-draft'): Promise<void> {
  const saved = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok());
  await page.locator(button).click();
  await saved;
  await page.locator(`${resting}[disabled]`).waitFor();
  await ready(page);
}

function richText(text: string): object {
  const node = { version: 1, direction: null, format: '', indent: 0 };
  const words = { type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' };
  return { root: { ...node, type: 'root', children: [{ ...node, type: 'paragraph', textFormat: 0, textStyle: '', children: [words] }] } };
}

async function created(request: APIRequestContext, url: string, collection: string, data: object): Promise<string> {
  const { doc } = (await posted(request, `${url}/api/${collection}`, data)) as { doc: { id: string } };
  return doc.id;
}

async function posted(request: APIRequestContext, address: string, data: object): Promise<unknown> {
  const answer = await request.post(address, { data });
  if (!answer.ok()) throw new Error(`${address} answered ${answer.status()}: ${await answer.text()}`);
  return answer.json();
}
