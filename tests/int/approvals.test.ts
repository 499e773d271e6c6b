/** Without these tests the frozen text could lack what a partner is promised, and nobody could verify it later. */
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { aStory, bodyOf, firstAdministrator, publish, type Caller, type Doc } from '../helpers/staff.ts';

interface Approval {
  id: string;
  content: Record<string, unknown>;
  contentDigest: string;
  by: unknown;
}

let newsroom: Newsroom;
let editor: Caller;

beforeAll(async () => {
  newsroom = await startNewsroom({ env: { FOUR_EYES: 'false' } });
  editor = await firstAdministrator(newsroom);
});
afterAll(async () => {
  await newsroom.stop();
});

async function approvalOf(article: string): Promise<Approval> {
  const { body } = await editor.send<{ docs: Approval[] }>('GET', `/api/approvals?where[article][equals]=${article}&sort=-at&limit=1`);
  const [approval] = body.docs;
  if (approval === undefined) throw new Error('There is no approval.');
  return approval;
}

describe('an approval', () => {
  it('freezes every field of the contract, with names in the story’s language', async () => {
    const outlet = await editor.create('outlets', { name: 'Harbour Wire', kinds: ['source', 'organisation'], homepage: 'https://harbour.example/' });
    const { headers } = await editor.send('GET', `/api/outlets/${outlet.id}`);
    await editor.send('PATCH', `/api/outlets/${outlet.id}?locale=fr`, { name: 'Agence du Port' }, { 'If-Match': headers.get('etag') ?? '' });
    const topic = await editor.create('topics', { name: 'Harbours', mediaTopic: 'medtop:20000065' });
    const { article, excerpt, commentary, author } = await aStory(editor, editor, {
      language: 'fr',
      topics: [topic.id],
      writtenFor: outlet.id,
      outlets: [outlet.id],
      summary: 'Bref',
    });
    await editor.edit('commentaries', commentary.id, { body: bodyOf('Un & deux', '<b>trois</b>') });
    await editor.move(article.id, 'submit');
    await editor.move(article.id, 'approve');
    const { content, by } = await approvalOf(article.id);
    const name = { id: outlet.id, slug: 'harbour-wire', name: 'Agence du Port', language: 'fr', homepage: 'https://harbour.example/' };
    expect(content).toMatchObject({
      id: article.id,
      slug: article.slug,
      language: 'fr',
      title: article.title,
      summary: 'Bref',
      writtenFor: name,
      outlets: [{ ...name, storyUrl: null }],
      authors: [{ id: author.id, slug: author.slug, role: 'Member of the harbour council' }],
      topics: [{ id: topic.id, slug: 'harbours', name: 'Harbours', mediaTopic: 'medtop:20000065' }],
      image: null,
      excerpts: [
        {
          id: excerpt.id,
          publishedOn: '2024-05-24',
          publishedOnPartial: null,
          quote: ['“The quay opens on Monday.', 'It will stay open.”'],
          verification: 'unverified',
          snapshotSha256: null,
        },
      ],
      commentaries: [{ id: commentary.id, authors: [author.id], respondsTo: [excerpt.id], html: '<p>Un &amp; deux</p><p>&lt;b&gt;trois&lt;/b&gt;</p>' }],
    });
    expect(by).toEqual({ user: editor.id });
  });

  it('has the digest that anybody computes from its content', async () => {
    const { article } = await aStory(editor);
    await publish(editor, article.id);
    const { content, contentDigest } = await approvalOf(article.id);
    const hex = createHash('sha256')
      .update(canonicalize(content) ?? '')
      .digest('hex');
    expect(contentDigest).toBe(`sha-256:${hex}`);
  });

  it('cannot be changed or deleted by anybody', async () => {
    const { article } = await aStory(editor);
    await publish(editor, article.id);
    const { id } = await approvalOf(article.id);
    expect((await editor.send('PATCH', `/api/approvals/${id}`, { content: {} }, { 'If-Match': '*' })).status).toBe(403);
    expect((await editor.send('DELETE', `/api/approvals/${id}`)).status).toBe(403);
  });
});

describe('the record', () => {
  it('names who moved the story, when, and why', async () => {
    const { article } = await aStory(editor);
    await editor.move(article.id, 'submit');
    await editor.move(article.id, 'return', { reason: 'Check the date.' });
    await publish(editor, article.id);
    await editor.move(article.id, 'withdraw', { notice: 'The report was retracted.' });
    const { body } = await editor.send<{ docs: Doc[] }>('GET', `/api/transitions?where[article][equals]=${article.id}&sort=at&limit=20`);
    expect(body.docs.map((row) => [row.transition, row.reason, row.notice])).toEqual([
      ['submit', null, null],
      ['return', 'Check the date.', null],
      ['submit', null, null],
      ['approve', null, null],
      ['publish', null, null],
      ['withdraw', null, 'The report was retracted.'],
    ]);
    expect(body.docs.every((row) => (row.by as { user: string }).user === editor.id)).toBe(true);
    const publications = await editor.send<{ docs: Doc[] }>('GET', `/api/publications?where[article][equals]=${article.id}&sort=number`);
    expect(publications.body.docs.map((row) => [row.number, row.kind, row.notice])).toEqual([
      [1, 'published', null],
      [2, 'withdrawn', 'The report was retracted.'],
    ]);
  });

  it('a changed name of somebody a story shows leaves its mark for new editions', async () => {
    const { article, author } = await aStory(editor);
    await editor.edit('authors', author.id, { role: 'Nobody shows it yet' });
    await publish(editor, article.id);
    await editor.edit('authors', author.id, { bio: 'Not shown in a story' });
    const marks = async () => (await editor.send<{ docs: Doc[] }>('GET', `/api/cascades?where[document][equals]=${author.id}`)).body.docs;
    expect(await marks()).toEqual([]);
    await editor.edit('authors', author.id, { role: 'Chair of the harbour council' });
    expect(await marks()).toMatchObject([{ collection: 'authors', by: { user: editor.id } }]);
  });
});

describe('FOUR_EYES', () => {
  it('nobody approves what they last edited', async () => {
    const strict = await startNewsroom({ env: { FOUR_EYES: 'true' } });
    try {
      const chief = await firstAdministrator(strict);
      const { article } = await aStory(chief);
      await chief.move(article.id, 'submit');
      const refused = await chief.move(article.id, 'approve');
      expect(refused.status).toBe(409);
      expect(refused.body.detail).toContain('Somebody else');
    } finally {
      await strict.stop();
    }
  });
});
