/** Without these tests pictures could be seen before their story, or stories lose their pictures. */
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { aStory, colleague, firstAdministrator, publish, stranger, type Caller, type Doc } from '../helpers/staff.ts';

let newsroom: Newsroom;
let editor: Caller;
let reader: Caller;

beforeAll(async () => {
  newsroom = await startNewsroom();
  editor = await colleague(newsroom, await firstAdministrator(newsroom), 'editor');
  reader = stranger(newsroom);
});
afterAll(async () => {
  await newsroom.stop();
});

async function upload(file: Blob, name: string, fields: Record<string, unknown> = { alt: 'A quay at dawn' }) {
  const form = new FormData();
  form.set('file', file, name);
  form.set('_payload', JSON.stringify(fields));
  const response = await fetch(`${newsroom.url}/api/media`, { method: 'POST', body: form, headers: { Authorization: `JWT ${editor.token ?? ''}` } });
  return {
    status: response.status,
    body: (await response.json()) as { doc: Doc & { url: string; sizes: Record<string, { width: number; filename: string; url: string }> } },
  };
}

const photo = async (width = 2000, height = 1200) =>
  new Blob(
    [
      new Uint8Array(
        await sharp({ create: { width, height, channels: 3, background: '#2a6f97' } })
          .jpeg()
          .toBuffer(),
      ),
    ],
    { type: 'image/jpeg' },
  );

describe('pictures', () => {
  it('get the sizes that pages need, and are refused without words for those who cannot see them', async () => {
    const { status, body } = await upload(await photo(), 'quay.jpg');
    expect(status).toBe(201);
    expect(Object.fromEntries(Object.entries(body.doc.sizes).map(([name, size]) => [name, size.width]))).toEqual({ thumbnail: 320, card: 800, hero: 1600 });
    expect((await upload(await photo(), 'quay.jpg', {})).status).toBe(400);
  });

  it('are seen by readers only while a story that shows them is out', async () => {
    const { body } = await upload(await photo(), 'embargoed.jpg');
    const file = () => fetch(newsroom.url + new URL(body.doc.url, newsroom.url).pathname);
    expect((await file()).status).toBeGreaterThanOrEqual(400);
    const { article } = await aStory(editor, editor, { heroImage: body.doc.id });
    await publish(editor, article.id);
    const shown = await file();
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect((await reader.send<Doc>('GET', `/api/articles/${article.id}?depth=1`)).body.heroImage).toMatchObject({ alt: 'A quay at dawn' });
    expect((await editor.send('DELETE', `/api/media/${body.doc.id}`)).status).toBe(409);
    await editor.move(article.id, 'withdraw', { notice: 'Wrong picture.' });
    expect((await file()).status).toBeGreaterThanOrEqual(400);
  });

  it.each([
    ['a script that calls itself a picture', new Blob(['<script>alert(1)</script>'], { type: 'image/jpeg' }), 'script.jpg'],
    ['an SVG', new Blob(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], { type: 'image/svg+xml' }), 'drawing.svg'],
  ])('%s is refused', async (_what, file, name) => {
    const { status, body } = await upload(file, name);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).not.toMatch(/at .*node_modules/);
  });

  it('a broken picture is refused with a sentence', async () => {
    const whole = new Uint8Array(await (await photo(400, 300)).arrayBuffer());
    const { status, body } = await upload(new Blob([whole.slice(0, 500)], { type: 'image/jpeg' }), 'cut.jpg');
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toMatch(/image|picture|file/i);
  });
});
