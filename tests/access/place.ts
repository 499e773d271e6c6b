/** Without this file every cell of the access table would need a newsroom of its own: one with an account of each role, and a story that is out. */
import { expect, vi } from 'vitest';
import { sharp } from '../helpers/sharp.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { onceRendered } from '../helpers/pictures.ts';
import { aStory, bodyOf, colleague, PASSWORD, publish, signIn, stranger, type Caller, type Doc } from '../helpers/staff.ts';
import type { Role } from './readMatrix.mjs';
import { contractEntry, idleLedgerTask, idlePictureTask, oldAddress } from './storedRows.ts';

export interface Place {
  newsroom: Newsroom;
  /** One of each role. `disabled` still has the token of an editor's account that has been disabled. */
  callers: Record<Role, Caller>;
  /** A writer who asks nothing: the one whose documents are somebody else's. */
  other: Caller;
  admin: Caller;
  /** A document of each collection that a live story carries, with every field filled. */
  released: Record<string, Doc>;
  email: Record<string, string>;
  /** What two were told who made the first account at the same moment. */
  firstAnswers: number[];
}

/** Starts the newsroom, with the samples, whose import leaves a record. */
export async function openPlace(): Promise<Place> {
  const newsroom = await startNewsroom({ env: { LOAD_SAMPLES: 'true' } });
  await idlePictureTask(newsroom);
  await idleLedgerTask(newsroom);
  await oldAddress(newsroom);
  await contractEntry(newsroom, { partner: 'a partner', terms: 'all feeds' });
  const candidates = ['chief@example.org', 'second@example.org'];
  const answers = await Promise.all(candidates.map((email) => stranger(newsroom).send('POST', '/api/users/first-register', { email, password: PASSWORD })));
  const firstAnswers = answers.map(({ status }) => status);
  const admin = await signIn(newsroom, candidates[firstAnswers.indexOf(200)] ?? '');
  const of = (role: string) => colleague(newsroom, admin, role);
  const [syndication, writer, other, editor, disabled] = [
    await of('syndication'),
    await of('writer'),
    await of('writer'),
    await of('editor'),
    await of('editor'),
  ];
  await admin.edit('users', disabled.id, { disabled: true });
  const callers = { anonymous: stranger(newsroom), syndication, writer, editor, admin, disabled };
  const email: Record<string, string> = {};
  for (const { id } of [...Object.values(callers), other].filter((caller) => caller.id !== '')) {
    email[id] = String((await admin.send<Doc>('GET', `/api/users/${id}`)).body.email);
  }
  const released = await aFilledStory(newsroom, admin, editor);
  await onceTheLedgerWasTold(admin);
  return { newsroom, callers, other, admin, email, firstAnswers, released };
}

/** Until then records come and go while a test compares them. */
async function onceTheLedgerWasTold(admin: Caller): Promise<void> {
  const due = encodeURI(`where[dueAt][less_than]=${new Date(Date.now() + 60_000).toISOString()}`);
  await vi.waitFor(
    async () => {
      const { body } = await admin.send<{ totalDocs: number }>('GET', `/api/ledger-tasks/count?${due}`);
      expect(body.totalDocs).toBe(0);
    },
    { timeout: 30_000, interval: 100 },
  );
}

/** Signs the holder of an account in once more, for a session of its own. */
export function anotherSession({ newsroom, email }: Place, { id }: Caller): Promise<Caller> {
  return signIn(newsroom, email[id] ?? '');
}

const BOUNDARY = 'counterpoint-access';

/** A form with a picture, always the same bytes for the same words. */
export async function pictureForm(words: Record<string, unknown>, side = 16): Promise<{ body: Buffer; type: string }> {
  const picture = await sharp({ create: { width: side, height: side, channels: 3, background: '#2a6f97' } })
    .jpeg()
    .toBuffer();
  const head = (name: string, more = '') => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n`;
  const parts = [
    `${head('_payload')}\r\n${JSON.stringify(words)}\r\n`,
    `${head('file', '; filename="quay.jpg"')}Content-Type: image/jpeg\r\n\r\n`,
    picture,
    `\r\n--${BOUNDARY}--\r\n`,
  ];
  return { body: Buffer.concat(parts.map((part) => Buffer.from(part as string))), type: `multipart/form-data; boundary=${BOUNDARY}` };
}

/** Uploads a picture as `caller`. @throws when it is refused. */
export async function uploadPicture({ url }: Pick<Newsroom, 'url'>, caller: Caller, words: Record<string, unknown>, side?: number): Promise<Doc> {
  const { body, type } = await pictureForm(words, side);
  const answer = await fetch(`${url}/api/media?depth=0`, {
    method: 'POST',
    headers: { 'Content-Type': type, Authorization: `JWT ${caller.token ?? ''}` },
    body: new Uint8Array(body),
  });
  const { doc } = (await answer.json()) as { doc?: Doc };
  if (doc === undefined) throw new Error(`No upload: ${String(answer.status)}`);
  return onceRendered(caller, doc.id);
}

/** A live story in which no field that an editor can fill is empty, nor in what it carries. */
async function aFilledStory(newsroom: Newsroom, admin: Caller, editor: Caller): Promise<Record<string, Doc>> {
  const staffOnly = { notes: 'For colleagues.' };
  const media = await uploadPicture(
    newsroom,
    editor,
    { alt: 'A quay', caption: 'The quay at dawn', credit: 'Mara Lind', licence: 'One use', syndicable: true, ...staffOnly },
    1700,
  );
  const parent = await editor.create('topics', { name: 'Transport' });
  const topic = await editor.create('topics', { name: 'Harbours', slug: 'harbours', mediaTopic: 'medtop:20000065', parent: parent.id, ...staffOnly });
  const publisher = await editor.create('outlets', {
    name: 'Quay Notes',
    slug: 'quay-notes',
    kinds: ['source', 'organisation', 'website'],
    homepage: 'https://quay.example/',
    storyUrl: 'https://quay.example/{language}/{slug}',
    country: 'FR',
    aliases: ['QN'],
    usageTerms: 'Short passages.',
    ...staffOnly,
  });
  const { article, excerpt, commentary, author } = await aStory(editor, editor, {
    summary: 'The quay opens.',
    heroImage: media.id,
    topics: [topic.id],
    outlets: [publisher.id],
    writtenFor: publisher.id,
    storyDate: '2024-05-24',
    assignee: admin.id,
    ...staffOnly,
  });
  const photo = await uploadPicture(newsroom, editor, { alt: 'Mara Lind' });
  await done(
    editor.edit('authors', author.id, {
      affiliation: publisher.id,
      bio: 'Writes about harbours.',
      photo: photo.id,
      links: [{ label: 'Page', url: 'https://mara.example/' }],
      aliases: ['M. Lind'],
      user: admin.id,
      ...staffOnly,
    }),
  );
  await done(
    editor.edit('news-excerpts', excerpt.id, {
      outlet: publisher.id,
      title: 'Quay to open',
      url: 'https://quay.example/report',
      reporter: 'A. Reed',
      reporterContact: 'reed@quay.example',
      rights: 'Quoted under the usual terms.',
      snapshot: { text: 'The quay opens on Monday.', capturedBy: admin.id, capturedAt: '2024-05-25T08:00:00.000Z', sourceUrl: 'https://quay.example/report' },
      ...staffOnly,
    }),
  );
  await done(editor.edit('commentaries', commentary.id, { body: bodyOf('A quay is worth more than a plan.'), ...staffOnly }));
  await publish(editor, article.id);
  // A changed name leaves a record.
  await done(editor.edit('outlets', publisher.id, { name: 'Quay Notes Daily' }));
  return { articles: article, 'news-excerpts': excerpt, commentaries: commentary, authors: author, outlets: publisher, topics: topic, media };
}

async function done(answer: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`${String(status)}: ${JSON.stringify(body)}`);
}
