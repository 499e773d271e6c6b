/** Without these tests a step could be made from where it is not allowed, be made twice, or be refused without a word. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { aPicture, onceRendered } from '../helpers/pictures.ts';
import { aStory, bodyOf, colleague, firstAdministrator, publish, stranger, type Caller, type Doc } from '../helpers/staff.ts';

let newsroom: Newsroom;
let admin: Caller;
let editor: Caller;
let writer: Caller;
let reader: Caller;

beforeAll(async () => {
  newsroom = await startNewsroom();
  admin = await firstAdministrator(newsroom);
  editor = await colleague(newsroom, admin, 'editor');
  writer = await colleague(newsroom, admin, 'writer');
  reader = stranger(newsroom);
});
afterAll(async () => {
  await newsroom.stop();
});

const STEPS = ['submit', 'return', 'approve', 'schedule', 'unschedule', 'publish', 'correct', 'withdraw', 'reinstate'] as const;
const WORDS = { reason: 'Because.', notice: 'To our readers.', at: '2090-07-01T09:30:00Z' };
const TO_APPROVED = ['submit', 'approve'];
const TO_LIVE = [...TO_APPROVED, 'publish'];

async function storyAfter(steps: readonly string[]): Promise<Doc> {
  const { article } = await aStory(editor);
  for (const step of steps) {
    const { status, body } = await editor.move(article.id, step, WORDS);
    if (status !== 200) throw new Error(`${step}: ${JSON.stringify(body)}`);
  }
  return article;
}

async function rows(kind: string, article: string): Promise<Doc[]> {
  return (await editor.send<{ docs: Doc[] }>('GET', `/api/${kind}?where[article][equals]=${article}&sort=at&limit=50`)).body.docs;
}

describe('every step', () => {
  it.each<[string, string[], string[]]>([
    ['a draft', [], ['submit']],
    ['in review', ['submit'], ['return', 'approve']],
    ['approved', TO_APPROVED, ['return', 'schedule', 'publish']],
    ['scheduled', [...TO_APPROVED, 'schedule'], ['unschedule', 'publish']],
    ['live', TO_LIVE, ['submit', 'withdraw']],
    ['live and approved again', [...TO_LIVE, ...TO_APPROVED], ['return', 'schedule', 'publish', 'correct', 'withdraw']],
    ['live and scheduled again', [...TO_LIVE, ...TO_APPROVED, 'schedule'], ['unschedule', 'publish', 'correct', 'withdraw']],
    ['withdrawn', [...TO_LIVE, 'withdraw'], ['submit', 'reinstate']],
    ['withdrawn and approved again', [...TO_LIVE, 'withdraw', ...TO_APPROVED], ['return', 'schedule', 'publish', 'reinstate']],
  ])('that is not possible for a story that is %s is refused with a reason, and changes nothing', async (_where, way, possible) => {
    const article = await storyAfter(way);
    const before = [await rows('transitions', article.id), await rows('publications', article.id), await editor.draft('articles', article.id)];
    for (const step of STEPS.filter((name) => !possible.includes(name))) {
      const { status, headers, body } = await editor.move(article.id, step, WORDS);
      expect(status, step).toBe(409);
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(body.detail, step).toMatch(/This story cannot be [a-z ]+ now: its work is "[a-z ]+" and its publication is "[a-z]+"/);
      expect([...((body as { allowed?: string[] }).allowed ?? [])].sort()).toEqual([...possible].sort());
    }
    expect([await rows('transitions', article.id), await rows('publications', article.id), await editor.draft('articles', article.id)]).toEqual(before);
    for (const step of possible) {
      const fresh = await storyAfter(way);
      expect((await editor.move(fresh.id, step, WORDS)).status, step).toBe(200);
    }
  });

  it.each(STEPS.filter((step) => step !== 'submit'))('%s is for editors alone', async (step) => {
    const { article } = await aStory(editor, writer);
    expect((await writer.move(article.id, step, WORDS)).status).toBe(403);
    expect((await reader.move(article.id, step, WORDS)).status).toBe(401);
  });

  it('is made once, however often and by however many it is asked for at the same moment', async () => {
    const article = await storyAfter(TO_APPROVED);
    const answers = await Promise.all(Array.from({ length: 6 }, () => editor.move(article.id, 'publish')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    // Somebody whose answer was lost asks again.
    expect((await editor.move(article.id, 'publish')).status).toBe(409);
    expect(await rows('publications', article.id)).toMatchObject([{ number: 1, kind: 'published' }]);
    expect((await rows('transitions', article.id)).filter(({ transition }) => transition === 'publish')).toHaveLength(1);
  });

  it('asked for in opposite directions at the same moment, the record tells one story', async () => {
    const article = await storyAfter([...TO_APPROVED, 'schedule']);
    const answers = await Promise.all(['publish', 'unschedule', 'publish', 'unschedule'].map((step) => editor.move(article.id, step)));
    const made = answers.filter(({ status }) => status === 200).length;
    const record = await rows('transitions', article.id);
    expect(record).toHaveLength(3 + made);
    for (const [index, row] of record.entries()) if (index > 0) expect(row.from).toEqual(record[index - 1]?.to);
    expect(await rows('publications', article.id)).toHaveLength(record.filter(({ transition }) => transition === 'publish').length);
  });
});

describe('a story that is not ready', () => {
  const lacking: [string, string, (parts: { excerpt: Doc; commentary: Doc; article: Doc }) => Promise<unknown>][] = [
    ['no outlet on a report', '/excerpts/0/outlet', ({ excerpt }) => editor.edit('news-excerpts', excerpt.id, { outlet: null })],
    ['no quote', '/excerpts/0/quote', ({ excerpt }) => editor.edit('news-excerpts', excerpt.id, { quote: [] })],
    ['no author', '/commentaries/0/authors', ({ commentary }) => editor.edit('commentaries', commentary.id, { authors: [] })],
    ['no words in a comment', '/commentaries/0/body', ({ commentary }) => editor.edit('commentaries', commentary.id, { body: bodyOf(' ') })],
    ['a comment on what it does not quote', '/commentaries/0/respondsTo', ({ article }) => editor.edit('articles', article.id, { excerpts: [] })],
    ['nothing in it', '/excerpts', ({ article }) => editor.edit('articles', article.id, { excerpts: [], commentaries: [] })],
    [
      'no words for its picture',
      '/heroImage/alt',
      async ({ article }) => {
        // The panel and the API ask for them; a blank is what gets past that.
        const { id } = await aPicture(newsroom, editor, { fields: { alt: ' ' } });
        await editor.edit('articles', article.id, { heroImage: id });
      },
    ],
  ];

  it.each(lacking)('with %s is neither submitted nor approved, and the field is named', async (_what, pointer, take) => {
    const draft = await aStory(editor);
    await take(draft);
    const refused = await editor.move(draft.article.id, 'submit');
    expect(refused.status).toBe(409);
    expect(refused.body.type).toMatch(/\/not-ready$/);
    expect(refused.body.errors?.map((part) => part.pointer)).toEqual([pointer]);
    expect(await rows('transitions', draft.article.id)).toEqual([]);

    const inReview = await aStory(editor);
    await editor.move(inReview.article.id, 'submit');
    await take(inReview);
    const { status, body } = await editor.move(inReview.article.id, 'approve');
    expect(status).toBe(409);
    expect(body.errors?.map((part) => part.pointer)).toEqual([pointer]);
    expect(await rows('approvals', inReview.article.id)).toEqual([]);
    expect(await editor.draft('articles', inReview.article.id)).toMatchObject({ work: 'in_review' });
  });

  it('may name one report twice', async () => {
    const { article, excerpt } = await aStory(editor);
    await editor.edit('articles', article.id, { excerpts: [excerpt.id, excerpt.id] });
    await publish(editor, article.id);
    expect((await reader.send('GET', `/api/news-excerpts/${excerpt.id}`)).status).toBe(200);
  });
});

describe('the record of a story', () => {
  it('names for each of the nine steps who, when, why, with which words, and of a schedule for when', async () => {
    const way = ['submit', 'return', 'submit', 'approve', 'schedule', 'unschedule', 'publish', 'submit', 'approve', 'correct', 'withdraw', 'reinstate'];
    const began = new Date().toISOString();
    const article = await storyAfter(way);
    const record = await rows('transitions', article.id);
    expect(record.map(({ transition }) => transition)).toEqual(way);
    for (const row of record) {
      expect(row).toMatchObject({ by: { user: editor.id }, reason: 'Because.' });
      expect(row.scheduledFor ?? null).toBe(row.transition === 'schedule' ? '2090-07-01T09:30:00.000Z' : null);
      expect(String(row.at) >= began).toBe(true);
    }
    const saidToReaders = record.filter(({ transition, notice }) => notice !== null && notice !== undefined && transition !== 'publish');
    expect(saidToReaders.map(({ transition }) => transition)).toEqual(expect.arrayContaining(['correct', 'withdraw']));
  });
});

describe('two stories that share a document, one going out while the other is withdrawn', () => {
  it('leave it visible exactly as long as one of them is out', async () => {
    const first = await aStory(editor);
    const other = (await aStory(editor, editor, { excerpts: [first.excerpt.id], commentaries: [first.commentary.id] })).article;
    await publish(editor, first.article.id);
    await publish(editor, other.id);
    await editor.move(other.id, 'withdraw', WORDS);
    let [out, away] = [first.article.id, other.id];
    for (let turn = 0; turn < 6; turn += 1) {
      const answers = await Promise.all([editor.move(out, 'withdraw', WORDS), editor.move(away, 'reinstate', WORDS)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      for (const [collection, { id }] of Object.entries({ 'news-excerpts': first.excerpt, commentaries: first.commentary, outlets: first.outlet })) {
        expect((await reader.send('GET', `/api/${collection}/${id}`)).status, `${collection}, turn ${turn}`).toBe(200);
      }
      [out, away] = [away, out];
    }
    await editor.move(out, 'withdraw', WORDS);
    expect((await reader.send('GET', `/api/news-excerpts/${first.excerpt.id}`)).status).toBe(404);
  });
});

describe('the text of a withdrawn story', () => {
  it('does not come back with the release of another one, not even until the sweep has come by', async () => {
    const { article, excerpt } = await aStory(editor);
    const until = '2090-01-01T00:00:00.000Z';
    const later = (await aStory(editor, editor, { excerpts: [excerpt.id], commentaries: [], embargoUntil: until })).article;
    await publish(editor, later.id);
    await editor.edit('news-excerpts', excerpt.id, { quote: ['Withdrawn words.'] });
    await publish(editor, article.id);
    const shown = async () => (await editor.send<Doc>('GET', `/api/news-excerpts/${excerpt.id}?depth=0`)).body;
    expect((await shown()).quote).toEqual(['Withdrawn words.']);
    await editor.move(article.id, 'withdraw', WORDS);
    expect(await shown()).toMatchObject({ quote: excerpt.quote, publicFrom: until });
    expect((await reader.send('GET', `/api/news-excerpts/${excerpt.id}`)).status).toBe(404);
  });
});

describe('an edited part', () => {
  it('puts every live story that carries it back in review, leaves approved ones alone, and changes nothing that is out', async () => {
    const first = await aStory(editor);
    const share = async (): Promise<Doc> => (await aStory(editor, editor, { excerpts: [first.excerpt.id], commentaries: [] })).article;
    const [second, approved, draft] = [await share(), await share(), await share()];
    await publish(editor, first.article.id);
    await publish(editor, second.id);
    await publish(editor, approved.id);
    for (const step of TO_APPROVED) await editor.move(approved.id, step);
    expect((await editor.edit('news-excerpts', first.excerpt.id, { quote: ['Nobody has approved this.'] })).status).toBe(200);
    const work = async (id: string) => (await editor.draft('articles', id)).work;
    expect([await work(first.article.id), await work(second.id), await work(approved.id), await work(draft.id)]).toEqual([
      'in_review',
      'in_review',
      'approved',
      'draft',
    ]);
    expect((await rows('transitions', second.id)).at(-1)).toMatchObject({
      transition: 'submit',
      by: { user: editor.id },
      reason: expect.any(String) as string,
    });
    expect((await reader.send<Doc>('GET', `/api/news-excerpts/${first.excerpt.id}`)).body.quote).toEqual(first.excerpt.quote);
    await editor.move(approved.id, 'publish');
    expect((await reader.send<Doc>('GET', `/api/news-excerpts/${first.excerpt.id}`)).body.quote).toEqual(first.excerpt.quote);
  });
});

describe('a changed name', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['outlets', { name: 'Harbour Post' }, { country: 'NL' }],
    ['topics', { name: 'Piers' }, { notes: 'For colleagues' }],
    ['authors', { name: 'Mara Linden' }, { bio: 'Not in a story' }],
  ])('in %s of a story that was published leaves one mark, and what no story shows leaves none', async (collection, shown, hidden) => {
    const topic = await editor.create('topics', { name: `Harbours ${Math.random()}` });
    const { article, outlet, author } = await aStory(editor, editor, { topics: [topic.id] });
    await publish(editor, article.id);
    const named = { outlets: outlet, topics: topic, authors: author }[collection] as Doc;
    const marks = async () => (await editor.send<{ docs: Doc[] }>('GET', `/api/cascades?where[document][equals]=${named.id}`)).body.docs;
    await editor.edit(collection, named.id, hidden);
    expect(await marks()).toEqual([]);
    await editor.edit(collection, named.id, { name: named.name });
    // Refused: nothing was changed, and so nothing is marked.
    const stale = await editor.send('PATCH', `/api/${collection}/${named.id}`, shown, { 'If-Match': '"0"' });
    expect(stale.status).toBe(412);
    expect(await marks()).toEqual([]);
    await editor.edit(collection, named.id, shown);
    expect(await marks()).toMatchObject([{ collection, document: named.id, by: { user: editor.id } }]);
    expect(await editor.draft('articles', article.id)).toMatchObject({ work: 'draft', publication: 'live' });
    const local = collection === 'authors' ? { role: 'Membre du conseil' } : { name: 'Le Quai' };
    const { rev } = await editor.draft(collection, named.id);
    expect((await editor.send('PATCH', `/api/${collection}/${named.id}?locale=fr`, local, { 'If-Match': `"${rev ?? 0}"` })).status).toBe(200);
    expect(await marks()).toHaveLength(2);
  });
});

describe('a changed credit of a picture', () => {
  it('that a published story shows leaves one mark', async () => {
    const sent = await aPicture(newsroom, editor, { fields: { alt: 'A quay at dawn', credit: 'Harbour Wire' } });
    const doc = await onceRendered(editor, sent.id);
    const { article } = await aStory(editor, editor, { heroImage: doc.id });
    await publish(editor, article.id);
    expect((await editor.edit('media', doc.id, { credit: 'Mara Lind, Harbour Wire' })).status).toBe(200);
    const { body } = await editor.send<{ docs: Doc[] }>('GET', `/api/cascades?where[document][equals]=${doc.id}`);
    expect(body.docs).toMatchObject([{ collection: 'media', by: { user: editor.id } }]);
  });
});

describe('FOUR_EYES', () => {
  it('whoever last edited a story or one of its parts does not approve it; somebody else does', async () => {
    const strict = await startNewsroom({ env: { FOUR_EYES: 'true' } });
    try {
      const chief = await firstAdministrator(strict);
      const other = await colleague(strict, chief, 'editor');
      const { article, commentary } = await aStory(chief);
      await chief.move(article.id, 'submit');
      await other.edit('commentaries', commentary.id, { body: bodyOf('Edited by a colleague.') });
      expect((await other.move(article.id, 'approve')).status).toBe(409);
      expect((await chief.move(article.id, 'approve')).status).toBe(200);
      expect((await other.move(article.id, 'publish')).status).toBe(200);
    } finally {
      await strict.stop();
    }
  });
});
