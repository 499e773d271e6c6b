/** Without these tests a quote could be called verified that its source never said, or that nobody has looked for. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ParagraphCheck, QuoteCheck, Verification } from '../../src/domain/quotes/check.ts';
import { forgetQuoteCheck } from '../access/storedRows.ts';
import { counterpoint, testEnvironment, type Place } from '../helpers/commandLine.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { aStory, colleague, firstAdministrator, publish, stranger, type Caller, type Doc } from '../helpers/staff.ts';
import { storyDocument } from '../helpers/storyDocument.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Excerpt extends Doc {
  verification: Verification;
  quoteCheck: QuoteCheck | null;
  quote: string[];
  snapshot: { text?: string | null; capturedBy?: string | null; capturedAt?: string | null; sourceUrl?: string | null };
}

const QUOTE = ['“The quay opens on Monday.', 'It will stay open.”'];
const REPORT =
  'Quay to open after winter of repairs\n\nHarbour Wire, 24 May 2024\n\nThe harbour master told us on Friday:  "The quay\nopens on Mon\u00ADday.\n\n' +
  'It will stay open." She thanked the divers, and took no questions about cost.';
const AMISS = REPORT.replace('stay open', 'remain open');
/** What a client could wish for. */
const WISHES = {
  verification: 'verified',
  quoteCheck: { rule: 1, paragraphs: [] },
  snapshot: { capturedBy: '0197f3c0-0000-7000-8000-000000000001', capturedAt: '1999-01-01T00:00:00.000Z' },
};

let place: Place;
let newsroom: Newsroom;
let editor: Caller;
let writer: Caller;
/** The excerpt of a live story that says now what no source says. */
let approved: string;

beforeAll(async () => {
  place = testEnvironment();
  newsroom = await startNewsroom({ on: place });
  const admin = await firstAdministrator(newsroom);
  editor = await colleague(newsroom, admin, 'editor');
  writer = await colleague(newsroom, admin, 'writer');
});
afterAll(async () => {
  await newsroom.kill();
  await place.remove();
});

describe('a snapshot that is pasted', () => {
  it('proves the quote: the result, and the place of each paragraph in the text as it is stored', async () => {
    const excerpt = await anExcerpt({ snapshot: { text: REPORT } });
    expect(excerpt).toMatchObject({ verification: 'verified', quote: QUOTE, snapshot: { text: REPORT } });
    expect(found(excerpt)).toEqual([['The quay\nopens on Mon\u00ADday.'], ['It will stay open.']]);
    expect(await stored(excerpt.id)).toMatchObject({ verification: 'verified', quoteCheck: excerpt.quoteCheck });
  });

  it('shows what is different where a paragraph is not found', async () => {
    const excerpt = await anExcerpt({ snapshot: { text: AMISS } });
    expect(excerpt.verification).toBe('mismatch');
    expect(excerpt.quoteCheck?.paragraphs).toMatchObject([
      { found: true },
      {
        found: false,
        fault: 'words',
        difference: [
          { in: 'both', text: 'It will ' },
          { in: 'quote', text: 'stay ' },
          { in: 'snapshot', text: 'remain' },
          { in: 'both', text: 'open.' },
        ],
      },
    ]);
  });

  it('is noted with who pasted it and when, by the server', async () => {
    const before = Date.now();
    const excerpt = await anExcerpt({ ...WISHES, snapshot: { ...WISHES.snapshot, text: REPORT } });
    const captured = (one: Excerpt) => [one.snapshot.capturedBy, Date.parse(one.snapshot.capturedAt ?? '') >= before];
    expect(captured(excerpt)).toEqual([editor.id, true]);
    await editor.edit('news-excerpts', excerpt.id, { owner: writer.id });
    expect(captured(await edited(writer, excerpt.id, { notes: 'Looked at.', snapshot: { sourceUrl: 'https://example.org/quay' } }))).toEqual([editor.id, true]);
    const renewed = await edited(writer, excerpt.id, { snapshot: { text: AMISS, ...WISHES.snapshot } });
    expect([...captured(renewed), renewed.verification]).toEqual([writer.id, true, 'mismatch']);
    const emptied = await edited(writer, excerpt.id, { snapshot: { text: null, ...WISHES.snapshot } });
    expect(emptied).toMatchObject({ verification: 'unverified', quoteCheck: null });
    expect([emptied.snapshot.capturedBy ?? null, emptied.snapshot.capturedAt ?? null]).toEqual([null, null]);
  });

  it.each<[string, string]>([
    ['the quote', QUOTE.join('\n\n')],
    ['lead-in and quote', `On 24 May, Harbour Wire reported: ${QUOTE.join(' ')}`],
    ['the quote without its marks, and a word', 'Copied: The quay opens on Monday. It will stay open.'],
  ])('is refused when it is %s, at its field, and nothing is lost', async (_what, text) => {
    const wished = { quote: QUOTE, leadIn: 'On 24 May, Harbour Wire reported:', snapshot: { text } };
    const refusals = [await editor.send<Refusal>('POST', '/api/news-excerpts', wished)];
    const excerpt = await anExcerpt({ snapshot: { text: REPORT } });
    refusals.push((await editor.edit('news-excerpts', excerpt.id, wished)) as unknown as (typeof refusals)[number]);
    for (const { status, body } of refusals) {
      expect([status, body.errors[0]?.data?.errors?.[0]?.path]).toEqual([400, 'snapshot.text']);
      expect(JSON.stringify(body)).toContain('Paste the whole report');
    }
    const graphql = await mutate<null>(
      `createNewsExcerpt(data: { language: "en", leadIn: ${literal(wished.leadIn)}, quote: ${literal(QUOTE)}, snapshot: { text: ${literal(text)} } }) { id }`,
    );
    expect(graphql.errors).toHaveLength(1);
    expect(await stored(excerpt.id)).toMatchObject({ verification: 'verified', snapshot: { text: REPORT } });
  });
});

describe('the quote is looked for again', () => {
  it('when it is changed, over REST, over GraphQL, and by an autosave', async () => {
    const { id } = await anExcerpt({ snapshot: { text: REPORT } });
    expect(await edited(editor, id, { quote: ['The quay opens on Tuesday.'] })).toMatchObject({ verification: 'mismatch' });
    const { rev } = await stored(id);
    const { data } = await mutate<{ updateNewsExcerpt: Excerpt }>(
      `updateNewsExcerpt(id: "${id}", draft: true, data: { rev: ${String(rev)}, quote: ["“The quay opens on Monday.”"] }) { verification quoteCheck }`,
    );
    expect(data?.updateNewsExcerpt).toMatchObject({ verification: 'verified', quoteCheck: { paragraphs: [{ found: true }] } });
    const kept = await editor.send<{ doc: Excerpt }>(
      'PATCH',
      `/api/news-excerpts/${id}?autosave=true&draft=true&depth=0`,
      { quote: ['Nothing'], ...WISHES },
      etag(await stored(id)),
    );
    expect(kept.body.doc).toMatchObject({ verification: 'mismatch', snapshot: { capturedBy: editor.id } });
  });

  it('when an old version is restored; who captured its snapshot comes back with it', async () => {
    const first = await anExcerpt({ snapshot: { text: REPORT } });
    await editor.edit('news-excerpts', first.id, { owner: writer.id });
    await edited(writer, first.id, { quote: ['Quite another quote.'], snapshot: { text: AMISS } });
    const restored = await editor.send<Excerpt>('POST', `/api/news-excerpts/versions/${await oldestVersion(first.id)}?depth=0`, WISHES, { 'If-Match': '*' });
    expect(restored.status).toBe(200);
    const now = await stored(first.id);
    expect(now).toMatchObject({ verification: 'verified', quote: QUOTE, snapshot: { text: REPORT, capturedBy: editor.id } });
    expect(Date.parse(now.snapshot.capturedAt ?? '')).toBe(Date.parse(first.snapshot.capturedAt ?? 'none'));
    expect(found(now)).toEqual(found(first));
  });

  it('and a request that restores and edits brings no capture of its own', async () => {
    const { id } = await anExcerpt({ snapshot: { text: REPORT } });
    const before = Date.now();
    const { errors } = await mutate(
      `restored: restoreVersionNewsExcerpt(id: ${literal(await oldestVersion(id))}) { id }
       edited: updateNewsExcerpt(id: "${id}", draft: true, data: { quote: ["Nothing"], snapshot: { text: ${literal(AMISS)}, capturedAt: "1999-01-01T00:00:00.000Z", capturedBy: "${writer.id}" } }) { id }`,
      { 'If-Match': '*' },
    );
    expect(errors).toBeUndefined();
    const { snapshot, verification } = await stored(id);
    expect([verification, snapshot.capturedBy, Date.parse(snapshot.capturedAt ?? '') >= before]).toEqual(['mismatch', editor.id, true]);
  });

  it('when it is duplicated with other words; and a copy as it is keeps who captured its snapshot', async () => {
    const { id, snapshot } = await anExcerpt({ snapshot: { text: REPORT } });
    const copy = (body: Record<string, unknown>) => writer.send<{ doc: Excerpt }>('POST', `/api/news-excerpts/${id}/duplicate?depth=0`, body);
    const same = (await copy(WISHES)).body.doc;
    expect(same).toMatchObject({ verification: 'verified', snapshot: { capturedBy: editor.id, capturedAt: snapshot.capturedAt } });
    expect(found(same)).toEqual(found(await stored(id)));
    const other = (await copy({ ...WISHES, quote: ['Nothing of the kind.'] })).body.doc;
    expect(await stored(other.id)).toMatchObject({ verification: 'mismatch' });
  });
});

const LANGUAGES: [language: string, report: string, quote: string, word: string, other: string][] = [
  [
    'en',
    'Late on Friday the harbour office said: ‘We’ll open the quay on Monday’ — and nothing more about its cost.',
    "“We'll open the quay on Monday” - and nothing more",
    'Monday',
    'Tuesday',
  ],
  [
    'fr',
    'Vendredi soir, la capitainerie a déclaré : « Le quai ouvrira lundi, quoi qu’il arrive », sans un mot de plus sur son coût.',
    "“Le quai ouvrira lundi, quoi qu'il arrive”",
    'lundi',
    'mardi',
  ],
  [
    'ar',
    'قال مكتب الميناء مساء الجمعة: «سيُفتح الرصيف يوم الاثنين»، ولم يذكر شيئاً عن كلفته ولا عن أسباب التأخير.',
    '"سيُفتح الرصيف يوم الاثنين"',
    'الاثنين',
    'الثلاثاء',
  ],
  [
    'ru',
    'В пятницу вечером управление порта сообщило: «Набережная откроется в понедельник», — и ни слова о цене ремонта.',
    '“Набережная откроется в понедельник”',
    'понедельник',
    'вторник',
  ],
  [
    'es',
    'El viernes por la noche, la capitanía dijo: «El muelle abrirá el lunes», y ni una palabra más sobre su coste.',
    '"El muelle abrirá el lunes"',
    'lunes',
    'martes',
  ],
  [
    'tr',
    'Liman idaresi cuma akşamı “Rıhtım İzmir’de pazartesi açılacak” dedi, maliyeti hakkında başka bir şey söylemedi.',
    "'Rıhtım İzmir'de pazartesi açılacak'",
    'pazartesi',
    'salı',
  ],
  ['ur', 'بندرگاہ کے دفتر نے جمعے کی شام کہا: ”گھاٹ پیر کو کھلے گا۔“ اور اس کی لاگت کے بارے میں کچھ نہیں بتایا۔', '"گھاٹ پیر کو کھلے گا۔"', 'پیر', 'منگل'],
];

it.each(LANGUAGES)('in %s a quote is found whatever its marks, and one changed word is told', async (language, report, quote, word, other) => {
  const right = await anExcerpt({ language, quote: [quote], snapshot: { text: report } });
  expect(right.verification).toBe('verified');
  const wrong = await edited(editor, right.id, { quote: [quote.replace(word, other)] });
  expect(wrong.verification).toBe('mismatch');
  const [check] = wrong.quoteCheck?.paragraphs ?? [];
  expect(differing(check)).toEqual([`quote ${other}`, `snapshot ${word}`]);
});

describe('a story', () => {
  it('with a mismatch can be approved; who moves it is warned', async () => {
    const { article, excerpt } = await aStory(editor);
    expect((await editor.move(article.id, 'submit')).body).toMatchObject({ warnings: [] });
    await editor.edit('news-excerpts', excerpt.id, { snapshot: { text: AMISS } });
    const { status, body } = await editor.move(article.id, 'approve');
    expect(status).toBe(200);
    expect(body).toMatchObject({ warnings: [{ pointer: '/excerpts/0/verification', detail: expect.stringMatching(/\.$/) as string }] });
  });

  it('that was approved keeps the result it had, whatever is typed later; readers see that result and nothing else of it', async () => {
    const { article, excerpt } = await aStory(editor);
    await editor.edit('news-excerpts', excerpt.id, { snapshot: { text: `${REPORT} Not for readers: zebra.` } });
    await editor.move(article.id, 'submit');
    await editor.move(article.id, 'approve');
    await editor.edit('news-excerpts', excerpt.id, { quote: ['Something else entirely.'] });
    expect(await stored(excerpt.id)).toMatchObject({ verification: 'mismatch' });
    expect((await editor.move(article.id, 'publish')).status).toBe(200);
    const { body } = await stranger(newsroom).send<Doc>('GET', `/api/news-excerpts/${excerpt.id}`);
    expect(body).toMatchObject({ verification: 'verified', quote: QUOTE });
    expect(Object.keys(body)).not.toContain('quoteCheck');
    expect(JSON.stringify(body)).not.toMatch(/zebra|captured/);
    const { body: approvals } = await editor.send<{ docs: { content: { excerpts: unknown[] } }[] }>(
      'GET',
      `/api/approvals?where[article][equals]=${article.id}`,
    );
    expect(approvals.docs[0]?.content.excerpts).toMatchObject([{ verification: 'verified' }]);
    approved = excerpt.id;
  });
});

describe('counterpoint quotes verify', () => {
  it('looks for all again: lists what is a mismatch or is found otherwise, keeps that in drafts, and says so by its exit code', async () => {
    place.write('story.md', storyDocument());
    expect((await counterpoint(place, ['import', '--date', '2024-05-30', 'story.md'])).code).toBe(0);
    const { body: newest } = await editor.send<{ docs: Doc[] }>('GET', '/api/news-excerpts?draft=true&depth=0&sort=-createdAt&limit=1');
    const imported = newest.docs[0]?.id ?? '';
    expect(await stored(imported)).toMatchObject({
      verification: 'unverified',
      quoteCheck: null,
      origin: { path: expect.stringContaining('story.md') as string },
    });
    const right = await anExcerpt({ snapshot: { text: REPORT } });
    const wrong = await anExcerpt({ snapshot: { text: AMISS } });
    const old = await anExcerpt({ snapshot: { text: REPORT } });
    await forgetQuoteCheck(newsroom, old.id, 'mismatch');
    const { article, excerpt: out } = await aStory(editor);
    await editor.edit('news-excerpts', out.id, { snapshot: { text: REPORT } });
    await publish(editor, article.id);
    await forgetQuoteCheck(newsroom, out.id, 'mismatch');
    const rev = (await stored(old.id)).rev;
    const answer = await counterpoint(place, ['quotes', 'verify', '--json']);
    const report = JSON.parse(answer.stdout) as Report;
    expect(answer.code).toBe(1);
    const of = ({ id }: Doc) => report.excerpts.find((one) => one.id === id);
    expect([of(right), of({ id: imported })]).toEqual([undefined, undefined]);
    expect((await stranger(newsroom).send<Doc>('GET', `/api/news-excerpts/${approved}`)).body.verification).toBe('verified');
    expect(of(wrong)).toMatchObject({ verification: 'mismatch', changed: false, paragraphs: wrong.quoteCheck?.paragraphs });
    expect(of(old)).toMatchObject({ verification: 'verified', before: 'mismatch', changed: true });
    expect(report.checked).toBe(report.verified + report.mismatch + report.unverified);
    expect(await stored(old.id)).toMatchObject({ verification: 'verified', quoteCheck: { paragraphs: [{ found: true }, { found: true }] }, rev });
    // What is out keeps what was found of it when it was approved.
    expect([of(out), (await newestVersion(out.id)).verification]).toMatchObject([{ verification: 'verified', changed: true }, 'mismatch']);
    const again = await counterpoint(place, ['quotes', 'verify']);
    expect([again.code, again.stdout.includes(old.id)]).toEqual([1, false]);
    expect(again.stdout).toContain(`mismatch   ${wrong.id}\n           paragraph 2: not found: It will [-stay-] {+remain+} open.`);
  });

  it('looks for one quote in a file, and keeps nothing', async () => {
    const { id } = await anExcerpt();
    place.write('right.txt', REPORT);
    place.write('wrong.html', `<html><body><p>${AMISS.replaceAll('\n\n', '</p><p>')}</p></body></html>`);
    place.write('own.txt', QUOTE.join('\n\n'));
    const against = (file: string, ...more: string[]) => counterpoint(place, ['quotes', 'verify', '--excerpt', id, '--against', file, ...more]);
    expect(await against('right.txt')).toMatchObject({ code: 0, stdout: expect.stringContaining(`verified   ${id}\n`) as string });
    const wrong = await against('wrong.html', '--json');
    expect(wrong.code).toBe(1);
    expect(JSON.parse(wrong.stdout)).toMatchObject({
      mismatch: 1,
      excerpts: [{ id, verification: 'mismatch', paragraphs: [{ found: true }, { found: false }] }],
    });
    expect(await against('own.txt')).toMatchObject({ code: 1, stdout: expect.stringContaining('hardly more than the quote itself') as string });
    expect(await stored(id)).toMatchObject({ verification: 'unverified', quoteCheck: null });
    for (const wrongUse of [
      ['--excerpt', id, '--against', 'nothing.txt'],
      ['--against', 'right.txt'],
      ['--excerpt', 'nobody', '--json'],
    ]) {
      expect(await counterpoint(place, ['quotes', 'verify', ...wrongUse])).toMatchObject({ code: 2, stdout: '' });
    }
  });
});

interface Refusal {
  errors: { data?: { errors?: { path?: string }[] } }[];
}

interface Report extends Record<Verification | 'checked' | 'changed', number> {
  excerpts: { id: string }[];
}

async function anExcerpt(wishes: Record<string, unknown> = {}): Promise<Excerpt> {
  return (await editor.create('news-excerpts', { quote: QUOTE, ...wishes })) as Excerpt;
}

async function edited(by: Caller, id: string, data: Record<string, unknown>): Promise<Excerpt> {
  const { status, body } = await by.edit('news-excerpts', id, data);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.doc as Excerpt;
}

async function stored(id: string): Promise<Excerpt> {
  return (await editor.draft('news-excerpts', id)) as Excerpt;
}

/** Its id: a number on SQLite. */
async function oldestVersion(id: string): Promise<string | number> {
  const { body } = await editor.send<{ docs: { id: string | number }[] }>(
    'GET',
    `/api/news-excerpts/versions?where[parent][equals]=${id}&sort=createdAt&limit=1&depth=0`,
  );
  return body.docs[0]?.id ?? '';
}

async function newestVersion(id: string): Promise<Doc> {
  const { body } = await editor.send<{ docs: { version: Doc }[] }>(
    'GET',
    `/api/news-excerpts/versions?where[parent][equals]=${id}&sort=-createdAt&limit=1&depth=0`,
  );
  return body.docs[0]?.version ?? { id };
}

/** The passages that the places name, paragraph by paragraph. */
function found({ quoteCheck, snapshot }: Excerpt): string[][] {
  return (quoteCheck?.paragraphs ?? []).map(({ places }) => places.map(({ start, end }) => (snapshot.text ?? '').slice(start, end)));
}

function differing(check: ParagraphCheck | undefined): string[] {
  if (check === undefined || check.found) return [];
  return check.difference.filter((run) => run.in !== 'both').map((run) => `${run.in} ${run.text.trim()}`);
}

async function mutate<Data>(mutation: string, headers: Record<string, string> = {}): Promise<{ data?: Data; errors?: { message: string }[] }> {
  return (await editor.send<{ data?: Data; errors?: { message: string }[] }>('POST', '/api/graphql', { query: `mutation { ${mutation} }` }, headers)).body;
}

/** A value as GraphQL writes it; of lists and texts JSON writes the same. */
function literal(value: unknown): string {
  return JSON.stringify(value);
}

function etag({ rev }: Doc): Record<string, string> {
  return { 'If-Match': `"${String(rev)}"` };
}
