/** Without these tests the ledger could say something else than what the newsroom published, and nobody in the newsroom would notice. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EditionEntry, LedgerEntry } from '../../src/domain/entries.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { aStory, atAddress, firstAdministrator, publish, type Caller, type Doc } from '../helpers/staff.ts';

type Entry<Kind extends LedgerEntry = LedgerEntry> = Pick<Kind, 'header' | 'content'> & { seq: number };
const WAIT = { timeout: 10_000, interval: 50 };

let newsroom: Newsroom;
let editor: Caller;
beforeAll(async () => {
  newsroom = await startNewsroom();
  editor = await firstAdministrator(newsroom);
});
afterAll(async () => {
  await newsroom.stop();
});

/** The story's entries, oldest first. */
async function entriesOf(article: string): Promise<Entry[]> {
  const { body } = await editor.send<{ docs: Entry[] }>('GET', `/api/ledger?where[articleId][equals]=${article}&sort=seq&limit=100`);
  return body.docs;
}
const kindsOf = async (article: string) => (await entriesOf(article)).map(({ header }) => (header.type === 'edition' ? header.kind : header.type));

async function published(): Promise<Awaited<ReturnType<typeof aStory>>> {
  const story = await aStory(editor);
  await publish(editor, story.article.id);
  return story;
}

describe('what the ledger is told', () => {
  it('a publish answers with the number of its edition, which holds what was approved; the steps before it with none', async () => {
    const { article } = await aStory(editor);
    expect((await editor.move(article.id, 'submit')).body.seq).toBeNull();
    expect((await editor.move(article.id, 'approve')).body.seq).toBeNull();
    const { body } = await editor.move(article.id, 'publish');
    const [entry, ...others] = (await entriesOf(article.id)) as Entry<EditionEntry>[];
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ seq: body.seq, header: { seq: body.seq, kind: 'published', revision: 1, language: 'en', embargoUntil: null, notice: null } });
    const { docs } = (await editor.send<{ docs: Doc[] }>('GET', `/api/approvals?where[article][equals]=${article.id}`)).body;
    expect(entry?.content).toEqual(docs[0]?.content);
    expect(entry?.header.contentDigest).toBe(docs[0]?.contentDigest);
  });

  it('a correction carries its notice; a withdrawal takes the text away; what is reinstated is what was out', async () => {
    const { article } = await published();
    await editor.edit('articles', article.id, { title: 'The quay opens late' });
    for (const transition of ['submit', 'approve']) await editor.move(article.id, transition);
    await editor.move(article.id, 'correct', { notice: 'It opens on Tuesday.' });
    await editor.move(article.id, 'withdraw', { notice: 'It does not open.' });
    expect((await editor.move(article.id, 'reinstate')).body.seq).toEqual(expect.any(Number));
    const entries = (await entriesOf(article.id)) as Entry<EditionEntry>[];
    expect(entries.map(({ header: { kind, revision, notice } }) => [revision, kind, notice])).toEqual([
      [1, 'published', null],
      [2, 'corrected', 'It opens on Tuesday.'],
      [3, 'withdrawn', 'It does not open.'],
      [4, 'published', null],
    ]);
    expect(entries.map(({ content }) => content?.title)).toEqual([article.title, 'The quay opens late', undefined, 'The quay opens late']);
  });

  it('a name that changed between approval and publication follows at once, and what was approved is there all the same', async () => {
    const { article, outlet, author } = await aStory(editor);
    for (const transition of ['submit', 'approve']) await editor.move(article.id, transition);
    await editor.edit('outlets', outlet.id, { name: 'Quay Wire' });
    await editor.edit('authors', author.id, { role: 'Speaker of the council' });
    await editor.move(article.id, 'publish');
    const entries = (await entriesOf(article.id)) as Entry<EditionEntry>[];
    expect(entries.map(({ header }) => header.kind)).toEqual(['published', 'updated']);
    const names = entries.map(({ content }) => [content?.excerpts[0]?.outlet.name, content?.outlets[0]?.name, content?.authors[0]?.role]);
    expect(names).toEqual([
      [outlet.name, outlet.name, 'Member of the harbour council'],
      ['Quay Wire', 'Quay Wire', 'Speaker of the council'],
    ]);
  });

  it('a changed name reaches every live story that shows it, and no other; one that no edition shows writes nothing', async () => {
    const [live, withdrawn, other] = [await published(), await published(), await published()];
    for (const { article, excerpt } of [withdrawn, other]) {
      await editor.edit('news-excerpts', excerpt.id, { outlet: live.outlet.id });
      for (const transition of ['approve', 'publish']) await editor.move(article.id, transition);
    }
    await editor.move(withdrawn.article.id, 'withdraw', { notice: 'It does not open.' });
    await editor.send('PATCH', `/api/outlets/${live.outlet.id}?locale=fr`, { name: 'Le Quai', rev: live.outlet.rev });
    await editor.edit('outlets', live.outlet.id, { name: 'Quay Wire' });
    await vi.waitFor(async () => expect(await kindsOf(live.article.id)).toEqual(['published', 'updated']), WAIT);
    await vi.waitFor(async () => expect(await kindsOf(other.article.id)).toEqual(['published', 'updated', 'updated']), WAIT);
    const newest = (await entriesOf(other.article.id)).at(-1) as Entry<EditionEntry>;
    expect(newest.content?.excerpts[0]?.outlet).toMatchObject({ name: 'Quay Wire', language: 'en' });
    expect(newest.content?.outlets[0]?.name).toBe(other.outlet.name);
    expect(await kindsOf(withdrawn.article.id)).toEqual(['published', 'updated', 'withdrawn']);
    await vi.waitFor(async () => expect((await editor.send<{ totalDocs: number }>('GET', '/api/ledger-tasks')).body.totalDocs).toBe(0), WAIT);
    expect(await kindsOf(live.article.id)).toEqual(['published', 'updated']);
  });

  it('a story under embargo is released in the ledger at its time, in the text that it has by then', async () => {
    const embargoUntil = new Date(Date.now() + 4_000).toISOString();
    const { article, author } = await aStory(editor, editor, { embargoUntil });
    await publish(editor, article.id);
    await editor.edit('authors', author.id, { name: 'Mara Linden' });
    await vi.waitFor(async () => expect(await kindsOf(article.id)).toContain('release'), WAIT);
    const entries = await entriesOf(article.id);
    expect(entries.map(({ header }) => [header.type, 'revision' in header && header.revision])).toEqual([
      ['edition', 1],
      ['edition', 2],
      ['release', 2],
    ]);
    expect(entries.map(({ header }) => 'embargoUntil' in header && header.embargoUntil)).toEqual([embargoUntil, embargoUntil, false]);
    expect(Date.parse(entries[2]?.header.at ?? '')).toBeGreaterThanOrEqual(Date.parse(embargoUntil));
  });

  it('two nodes that publish at once give each story its own number, and both answer with it', async () => {
    const second = await startNewsroom({ on: newsroom });
    try {
      const desks = [editor, atAddress(second, editor)];
      const stories = await Promise.all(desks.flatMap((desk) => [aStory(desk), aStory(desk)]));
      for (const { article } of stories) for (const transition of ['submit', 'approve']) await editor.move(article.id, transition);
      const answers = await Promise.all(stories.map(({ article }, index) => (desks[index % 2] as Caller).move(article.id, 'publish')));
      const told = answers.map(({ body }) => body.seq);
      expect(told.every((seq) => typeof seq === 'number')).toBe(true);
      for (const [index, { article }] of stories.entries()) expect((await entriesOf(article.id)).map(({ seq }) => seq)).toEqual([told[index]]);
      expect(new Set(told).size).toBe(stories.length);
    } finally {
      second.signal('SIGTERM');
      await second.exited;
    }
  });
});
