import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBucket, type Bucket } from '../helpers/bucket.ts';
import { counterpoint, runBuilt, testEnvironment, type Place } from '../helpers/commandLine.ts';
import { illustratedDocx, illustratedPage } from '../helpers/illustrated.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { bytesOf, file, picture, sendPicture, type SentPicture } from '../helpers/pictures.ts';
import { firstAdministrator, publish, stranger, type Caller, type Doc } from '../helpers/staff.ts';
import { storyDocument } from '../helpers/storyDocument.ts';

// Every command is a process that opens the newsroom: seconds each on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

interface Report {
  documents: {
    file: string;
    action: string;
    articleId: string;
    warnings: { line: number; message: string }[];
    images: { line: number; type: string; bytes: number; alt: string | null; action: string }[];
  }[];
  failed: { file: string; reason: string }[];
  skipped?: string[];
}

const command = new URL('../../dist/newsroom/cli.mjs', import.meta.url).pathname;
const reportOf = ({ stdout }: { stdout: string }): Report => JSON.parse(stdout) as Report;
const colour = (background: string): Promise<Uint8Array> =>
  picture(40, 30, (image) => image.composite([{ input: { create: { width: 20, height: 15, channels: 3, background } } }]).png());

describe('the images of documents', () => {
  let place: Place;
  let newsroom: Newsroom;
  let chief: Caller;
  beforeAll(async () => {
    place = testEnvironment();
    newsroom = await startNewsroom({ on: place });
    chief = await firstAdministrator(newsroom);
  });
  afterAll(async () => {
    await newsroom.kill();
    await place.remove();
  });

  const imports = async (...given: string[]): Promise<Report> => reportOf(await counterpoint(place, ['import', '--json', ...given]));
  const pictures = async (): Promise<SentPicture[]> => (await chief.send<{ docs: SentPicture[] }>('GET', '/api/media?limit=100&depth=0&sort=id')).body.docs;
  const of = (report: Report, name: string): Report['documents'][number] => report.documents.find((one) => one.file.endsWith(name))!;
  const story = (report: Report, name: string): Promise<Doc> => chief.draft('articles', of(report, name).articleId);
  const actions = (report: Report, name: string): string[] => of(report, name).images.map(({ action }) => action);

  /** A word-processor file and a page that share an image; the page names others beside itself, and some that it may not have. */
  const writeLetters = async (): Promise<{ quay: Uint8Array; lamp: Uint8Array }> => {
    const [quay, lamp] = [await colour('#111111'), await colour('#222222')];
    const [boat, secret] = [await colour('#333333'), await colour('#444444')];
    place.write('letters/a.docx', illustratedDocx('A quay', [{ bytes: quay }, { bytes: lamp, alt: 'A lamp' }]));
    const odd = [
      { bytes: quay },
      { src: 'img/the%20boat.png', alt: 'A boat' },
      { src: '../secret.png', alt: 'Not yours' },
      { src: 'img/link.png' },
      { src: 'https://elsewhere.example/x.png' },
      { bytes: quay.subarray(0, 60), alt: 'Half a quay' },
      { src: 'data:image/svg+xml,<svg></svg>', alt: 'Drawn' },
    ];
    place.write('letters/b.html', illustratedPage('B boat', odd));
    place.write('letters/img/the boat.png', Buffer.from(boat));
    rmSync(join(place.folder, 'letters/img/link.png'), { force: true });
    symlinkSync(place.write('secret.png', Buffer.from(secret)), join(place.folder, 'letters/img/link.png'));
    place.write('letters/img/notes.pdf', 'x');
    return { quay, lamp };
  };

  it('become pictures, each once, with their words or with a request for them; and what cannot be taken is named', async () => {
    const { quay, lamp } = await writeLetters();
    const dry = await imports('--dry-run', 'letters');
    expect(of(dry, 'a.docx').images).toEqual([
      { line: 13, type: 'image/png', bytes: quay.length, alt: null, action: 'parsed' },
      { line: 15, type: 'image/png', bytes: lamp.length, alt: 'A lamp', action: 'parsed' },
    ]);
    expect(actions(dry, 'b.html')).toEqual(['parsed', 'parsed', 'parsed', 'refused']);
    expect(await pictures()).toEqual([]);

    const first = await imports('--source', 'letters', 'letters');
    expect(first.documents.map(({ action }) => action)).toEqual(['created', 'created']);
    expect(first.skipped).toEqual(['letters/img/notes.pdf']);
    expect([actions(first, 'a.docx'), actions(first, 'b.html')]).toEqual([
      ['created', 'created'],
      ['known', 'created', 'refused', 'refused'],
    ]);
    const taken = await pictures();
    expect(taken.map(({ alt, filename }) => [alt, /^[a-z]+/.exec(filename)?.[0]])).toEqual([
      ['', 'a'],
      ['A lamp', 'a'],
      ['A boat', 'b'],
    ]);
    const [theQuay, theLamp, theBoat] = taken;
    const [a, b] = [await story(first, 'a.docx'), await story(first, 'b.html')];
    expect([a.heroImage, b.heroImage]).toEqual([theQuay?.id, theQuay?.id]);
    expect(a.notes).toMatch(new RegExp(`Line 13: the picture has no description.*/admin/collections/media/${theQuay?.id ?? ''}`));
    expect(a.notes).toMatch(new RegExp(`Line 15: another picture came.*/admin/collections/media/${theLamp?.id ?? ''}`));
    expect(b.notes).toContain(`/admin/collections/media/${theBoat?.id ?? ''}`);
    expect(theBoat?.notes).toContain('letters, b.html, line 15');
    const said = of(first, 'b.html').warnings.map(({ line, message }) => `${line} ${message}`);
    for (const part of [
      /^13 .*no description/,
      /^17 .*outside of the folder.*secret\.png/,
      /^19 .*outside of the folder/,
      /^21 .*not in the document.*elsewhere/,
      /^23 an image was left out: .*cannot be read/,
      /^25 an image was left out: .*not a picture/,
    ])
      expect(said).toContainEqual(expect.stringMatching(part));
    expect(of(first, 'a.docx').warnings).toEqual([{ line: 13, message: expect.stringContaining('no description') as string }]);
  });

  it('are made twice by no second import; what is changed gets its new one, and nobody’s work is touched', async () => {
    await writeLetters();
    await imports('--source', 'letters', 'letters');
    const before = await pictures();
    const again = await imports('--source', 'letters', 'letters');
    expect(again.documents.map(({ action }) => action)).toEqual(['unchanged', 'unchanged']);
    expect(actions(again, 'a.docx')).toEqual(['unchanged', 'unchanged']);
    expect((await pictures()).map(({ id, rev }) => [id, rev])).toEqual(before.map(({ id, rev }) => [id, rev]));

    const sun = await colour('#ffcc00');
    const edited = of(again, 'b.html').articleId;
    expect((await chief.edit('articles', edited, { title: 'Our boat' })).status).toBe(200);
    const untouchable = await chief.draft('articles', edited);
    // Only one of the images is another: the text is what it was, and there are as many.
    const { lamp } = await writeLetters();
    place.write(
      'letters/a.docx',
      illustratedDocx('A quay', [
        { bytes: sun, alt: 'The sun' },
        { bytes: lamp, alt: 'A lamp' },
      ]),
    );
    place.write('letters/b.html', illustratedPage('B boat', [{ bytes: sun }]));
    const changed = await imports('--source', 'letters', 'letters');
    expect(changed.documents.map(({ action }) => action)).toEqual(['updated', 'conflict']);
    expect([actions(changed, 'a.docx'), actions(changed, 'b.html')]).toEqual([['created', 'known'], ['known']]);
    const theSun = (await pictures()).find(({ alt }) => alt === 'The sun');
    expect(await pictures()).toHaveLength(before.length + 1);
    expect((await story(changed, 'a.docx')).heroImage).toBe(theSun?.id);
    expect((await story(changed, 'b.html')).heroImage).toBe(theSun?.id);
    expect(await chief.draft('articles', edited)).toEqual(untouchable);
  });

  it('keep a story from its readers until they are described; every other door wants the words at once', async () => {
    place.write('c.html', illustratedPage('C cliff', [{ bytes: await colour('#0000ff') }]));
    const report = reportOf(await counterpoint(place, ['import', '--json', '--publish', '--as', 'chief@example.org', 'c.html']));
    expect(report.failed).toMatchObject([{ reason: expect.stringContaining('no description') as string }]);
    const { articleId } = of(report, 'c.html');
    const { heroImage } = await chief.draft('articles', articleId);
    const id = String(heroImage);
    const refused = await chief.move(articleId, 'submit');
    expect([refused.status, refused.body.errors]).toMatchObject([409, [{ pointer: '/heroImage/alt' }]]);
    for (const fields of [{}, { alt: '' }]) {
      expect((await sendPicture(newsroom, chief, { bytes: await colour('#00ffff'), fields })).status).toBe(400);
      expect((await chief.edit('media', id, { alt: '', credit: 'Ana', ...fields })).status).toBe(400);
    }
    expect((await chief.edit('media', id, { alt: 'A cliff' })).status).toBe(200);
    await publish(chief, articleId);
  });

  it('go out with the story that is published at once, in every format, and a live story keeps its own', async () => {
    place.write('d.html', illustratedPage('D dune', [{ bytes: await colour('#00ff00'), alt: 'A dune' }]));
    const run = ['import', '--json', '--publish', '--as', 'chief@example.org', 'd.html'];
    const report = reportOf(await counterpoint(place, run));
    expect(report.failed).toEqual([]);
    const live = (): Promise<unknown> =>
      stranger(newsroom)
        .send('GET', `/api/articles/${of(report, 'd.html').articleId}?depth=1`)
        .then(({ body }) => body);
    const { heroImage } = (await live()) as { heroImage: SentPicture };
    expect(heroImage.alt).toBe('A dune');
    expect(new Set(heroImage.renditions.map(({ type }) => type))).toEqual(new Set(['image/png', 'image/jpeg', 'image/webp', 'image/avif']));
    const shown = await file(newsroom, heroImage.renditions.at(-1)!.url);
    expect([shown.status, (await bytesOf(shown)).length > 0]).toEqual([200, true]);
    const before = await live();
    place.write('d.html', illustratedPage('D dune', [{ bytes: await colour('#ff00ff'), alt: 'Another dune' }]));
    expect(of(reportOf(await counterpoint(place, run)), 'd.html').action).toBe('conflict');
    expect(await live()).toEqual(before);
  });
});

describe('images in a bucket', () => {
  let bucket: Bucket;
  let place: Place;
  beforeAll(async () => {
    bucket = await startBucket();
    place = testEnvironment(bucket.settings);
  });
  afterAll(async () => {
    await place.remove();
    await bucket.close();
  });

  it('lie there, and not for good when their import was killed or undone', async () => {
    const bytes = await picture(300, 200, (image) => image.png());
    place.write('a.html', illustratedPage('A', [{ bytes, alt: 'One' }]));
    // Its text cannot be saved, so that nothing of it stays.
    place.write('b.html', illustratedPage('B', [{ bytes: await colour('#123456'), alt: 'Two' }], '</p><p>x'.repeat(1002)));
    const killed = await runBuilt(place, command, ['import', 'a.html'], {
      onStart: (kill) => {
        const timer = setInterval(() => {
          if (bucket.objects.size === 0) return;
          clearInterval(timer);
          kill('SIGKILL');
        }, 1);
      },
    });
    expect(killed.code).toBeNull();
    const left = [...bucket.objects.keys()];
    const report = reportOf(await counterpoint(place, ['import', '--json', 'a.html', 'b.html']));
    expect(report.documents.map(({ file: name, action }) => [name, action])).toEqual([['a.html', 'created']]);
    expect(report.failed).toMatchObject([{ file: 'b.html', reason: expect.stringContaining('quote') as string }]);
    const orphans = await counterpoint(place, ['media', 'orphans', '--older-than', '0', '--remove', '--json']);
    expect(JSON.parse(orphans.stdout)).toMatchObject({ removed: left.sort(), missing: [] });
    expect(bucket.objects.size).toBe(4);
  });

  it('cannot be taken while it is away: their document is reported, the others come in', async () => {
    bucket.down = true;
    place.write('c.html', illustratedPage('C', [{ bytes: await colour('#654321'), alt: 'Three' }]));
    place.write('d.md', storyDocument());
    const report = reportOf(await counterpoint(place, ['import', '--json', 'c.html', 'd.md']));
    expect(report.documents.map(({ file: name, action }) => [name, action])).toEqual([['d.md', 'created']]);
    expect(report.failed).toMatchObject([{ file: 'c.html', reason: expect.stringContaining('store of pictures') as string }]);
  });
});
