/** Without these tests what is published could stay in the newsroom: the way of a story from the desk to whoever reads /v1. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { aStory, atAddress, firstAdministrator, publish, type Caller } from '../helpers/staff.ts';

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}
const WAIT = { timeout: 15_000, interval: 50 };

let newsroom: Newsroom;
let editor: Caller;
beforeAll(async () => {
  newsroom = await startNewsroom();
  editor = await firstAdministrator(newsroom);
});
afterAll(async () => {
  await newsroom.stop();
});

async function read(path: string, at: Pick<Newsroom, 'url'> = newsroom): Promise<Answer> {
  const response = await fetch(`${at.url}${path}`, { redirect: 'manual' });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
}

describe('the very next read after a publish', () => {
  it('shows the story, by its id and by its address, as the contract writes it', async () => {
    const { article, excerpt } = await aStory(editor);
    expect((await read(`/v1/articles/${article.id}`)).status).toBe(404);
    await publish(editor, article.id);
    const { status, body, headers } = await read(`/v1/articles/${article.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: article.id,
      title: article.title,
      revision: 1,
      status: 'published',
      excerpts: [{ id: excerpt.id, verification: 'unverified' }],
    });
    expect(body.firstPublishedAt).toBe(body.publishedAt);
    expect(headers.get('etag')).toMatch(/^"/);
    expect((await read(`/v1/articles/en/${String(body.slug)}`)).body).toEqual(body);
  });

  it('shows the correction, and afterwards the notice in place of what was withdrawn', async () => {
    const { article } = await aStory(editor);
    await publish(editor, article.id);
    await editor.edit('articles', article.id, { title: 'The quay opens late' });
    for (const transition of ['submit', 'approve']) await editor.move(article.id, transition);
    await editor.move(article.id, 'correct', { notice: 'It opens on Tuesday.' });
    expect((await read(`/v1/articles/${article.id}`)).body).toMatchObject({
      title: 'The quay opens late',
      revision: 2,
      status: 'corrected',
      corrections: [{ revision: 2, notice: 'It opens on Tuesday.' }],
    });
    await editor.move(article.id, 'withdraw', { notice: 'It does not open.' });
    const gone = await read(`/v1/articles/${article.id}`);
    expect(gone.status).toBe(410);
    expect(gone.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.stringify(gone.body)).toContain('It does not open.');
    expect(JSON.stringify((await read(`/v1/articles/${article.id}/editions/1`)).body)).not.toContain(article.title);
  });

  it('shows nothing of a story under embargo, and the story when its time has come', async () => {
    const embargoUntil = new Date(Date.now() + 4_000).toISOString();
    const { article } = await aStory(editor, editor, { embargoUntil });
    await publish(editor, article.id);
    for (const path of ['', '/editions', '/editions/1']) expect((await read(`/v1/articles/${article.id}${path}`)).status).toBe(404);
    await vi.waitFor(async () => expect((await read(`/v1/articles/${article.id}`)).status).toBe(200), WAIT);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(embargoUntil));
    expect((await read(`/v1/articles/${article.id}`)).body).toMatchObject({ firstPublishedAt: embargoUntil });
  });
});

it('a renamed outlet reaches the readers of a live story as its next edition', async () => {
  const { article, outlet } = await aStory(editor);
  await publish(editor, article.id);
  await editor.edit('outlets', outlet.id, { name: 'Quay Wire' });
  await vi.waitFor(async () => {
    const { body } = await read(`/v1/articles/${article.id}`);
    expect(body).toMatchObject({ revision: 2, status: 'published', excerpts: [{ outlet: { name: 'Quay Wire' } }] });
  }, WAIT);
});

it('another node of the newsroom shows it too', async () => {
  const second = await startNewsroom({ on: newsroom });
  try {
    const { article } = await aStory(editor);
    await publish(atAddress(second, editor), article.id);
    expect((await read(`/v1/articles/${article.id}`, second)).status).toBe(200);
    await vi.waitFor(async () => expect((await read(`/v1/articles/${article.id}`)).status).toBe(200), WAIT);
  } finally {
    second.signal('SIGTERM');
    await second.exited;
  }
}, 90_000);

it('whoever holds an edition proves with our public keys that it is ours, and that a changed one is not', async () => {
  const { article } = await aStory(editor);
  await publish(editor, article.id);
  const { body } = await read(`/v1/articles/${article.id}/editions/1`);
  expect(Object.keys(body).sort()).toEqual(['content', 'header', 'signature']);
  const prove = (edition: unknown) => {
    const [held, keys] = ['edition.json', 'keys.json'].map((name) => join(newsroom.dataDir, name)) as [string, string];
    writeFileSync(held, JSON.stringify(edition));
    writeFileSync(keys, JSON.stringify(jwks));
    return spawnSync(process.execPath, [join(import.meta.dirname, '../../docs/verify.mjs'), held, keys], { encoding: 'utf8' }).status;
  };
  const jwks = (await read('/.well-known/jwks.json')).body;
  expect(prove(body)).toBe(0);
  expect(prove({ ...body, content: { ...(body.content as object), title: 'Something else' } })).not.toBe(0);
});
