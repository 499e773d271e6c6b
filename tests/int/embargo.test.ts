/** Without these tests an embargo could end an hour early at a clock change, or be set on a story that everybody has read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { aStory, firstAdministrator, publish, type Caller } from '../helpers/staff.ts';

let newsroom: Newsroom;
let editor: Caller;

beforeAll(async () => {
  newsroom = await startNewsroom({ env: { NEWSROOM_TIME_ZONE: 'Europe/Paris' } });
  editor = await firstAdministrator(newsroom);
});
afterAll(async () => {
  await newsroom.stop();
});

interface Refusal {
  errors: { name: string; message: string; data: { errors: { path: string; message: string; choices?: { at: string }[] }[] } }[];
}

describe('an embargo', () => {
  it.each([
    ['by the clocks of the newsroom', '2090-07-01T09:30', '2090-07-01T07:30:00.000Z'],
    ['with an offset as it stands', '2090-07-01T09:30:00-04:00', '2090-07-01T13:30:00.000Z'],
    ['in UTC as it stands', '2090-07-01T09:30:00.000Z', '2090-07-01T09:30:00.000Z'],
  ])('is taken %s', async (_how, embargoUntil, expected) => {
    const article = await editor.create('articles', { title: 'The quay opens', embargoUntil });
    expect(article.embargoUntil).toBe(expected);
    const { body } = await editor.edit('articles', article.id, { embargoUntil });
    expect(body.doc.embargoUntil).toBe(expected);
  });

  it.each([
    ['2090-10-29T02:30', ['2090-10-29T02:30:00+02:00', '2090-10-29T02:30:00+01:00']],
    ['2090-03-26T02:30', ['2090-03-26T01:30:00+01:00', '2090-03-26T03:30:00+02:00']],
  ])('at %s is refused where a clock change leaves two choices, at the field, with both', async (embargoUntil, choices) => {
    const { status, body } = await editor.send<Refusal>('POST', '/api/articles', { title: 'The quay opens', embargoUntil });
    expect(status).toBe(422);
    const [fault] = body.errors[0]?.data.errors ?? [];
    expect(fault).toMatchObject({ path: 'embargoUntil', choices: choices.map((at) => ({ at })) });
    for (const at of choices) expect(fault?.message).toContain(at);
  });

  it('on a story that readers have seen cannot be set or moved to later, and can be taken away', async () => {
    const { article } = await aStory(editor, editor, { embargoUntil: '2020-01-01T00:00:00Z' });
    await publish(editor, article.id);
    const later = await editor.edit('articles', article.id, { embargoUntil: '2090-07-01T09:30' });
    expect(later.status).toBe(409);
    const [fault] = (later.body as unknown as Refusal).errors[0]?.data.errors ?? [];
    expect(fault).toMatchObject({ path: 'embargoUntil', message: expect.stringContaining('Readers have seen') as string });
    expect((await editor.edit('articles', article.id, { embargoUntil: null })).status).toBe(200);
    expect((await editor.edit('articles', article.id, { embargoUntil: '2090-07-01T09:30' })).status).toBe(409);
  });

  it('that was set before the release of an earlier text holds the later text back: it is not approved', async () => {
    const { article } = await aStory(editor);
    await editor.move(article.id, 'submit');
    await editor.move(article.id, 'approve');
    await editor.edit('articles', article.id, { title: 'Not before 2090', embargoUntil: '2090-07-01T09:30' });
    await editor.move(article.id, 'publish');
    await editor.move(article.id, 'submit');
    const { status, body } = await editor.move(article.id, 'approve');
    expect(status).toBe(409);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/embargoUntil']);
  });
});
