/** Without this file nobody would know whether a photographer who sends the day's photos keeps the editors waiting: text saves beside uploads. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeNewsroom, server, startUntilReady } from './measure/newsrooms.mjs';
import { clients } from './measure/load.mjs';
import { inTurn, median, medianRatio } from './measure/pairs.mjs';
import { photos } from './seed/photos.mjs';
import { staff } from './seed/staff.mjs';

const sent = 10;
const different = 3;

export const title = 'saving text while photos come in, on SQLite';
export const needsPanel = false;
export const stories = 50;
export const about = `uploads: how long a text save takes while ${sent} photos of 24 megapixels are uploaded at once and rendered.

Side one: one editor saves a story's draft again and again, from the moment the photos are sent until the last AVIF is there.
Side two: the same editor and story, with nothing else to do, for --seconds.
Each photo is some 8 MB of JPEG with a sky and grain, so that it takes as long to encode as a photo does.
Guard: the median time of a save on side one is at most 2 times that on side two.
Then: of the answers to all uploads, how many came before the AVIF of their photo was there. Guard: all.
Shown beside it: how long an upload takes to be answered while ${sent} are sent at once, and how long until all are rendered.`;

export async function measure({ pairs, seconds, stories: count, folder, say }) {
  const dataDir = await makeNewsroom(folder, count, say);
  const newsroom = await startUntilReady([...server, '--without-admin'], dataDir, { log: join(folder, 'newsroom.log') });
  const desk = await signedIn(newsroom.url);
  const files = await photos(different);
  say(`photos of ${files.map((file) => (file.length / 1e6).toFixed(1)).join(', ')} MB`);

  const answers = { before: [], took: [], rendered: [] };
  const saves = await inTurn(
    {
      uploading: () => whileRendering(desk, files, answers),
      alone: async () => median(await savesUntil(desk, pause(seconds * 1000))),
    },
    { pairs, say, unit: 'ms' },
  );
  desk.close();
  await newsroom.stop();
  return [
    {
      what: `a text save while ${sent} photos of 24 megapixels are uploaded and rendered`,
      sides: { uploading: { values: saves.uploading, unit: 'ms' }, alone: { values: saves.alone, unit: 'ms' } },
      value: medianRatio(saves.uploading, saves.alone),
      unit: '',
      guard: { atMost: 2 },
    },
    {
      what: 'uploads that were answered before their AVIF was ready, of all',
      sides: { 'answer to an upload': { values: answers.took, unit: 'ms' }, [`all ${sent} rendered`]: { values: answers.rendered, unit: 's' } },
      value: answers.before.filter(Boolean).length / answers.before.length,
      unit: '',
      guard: { atLeast: 1 },
    },
  ];
}

/** @returns the median time of a save between the first byte of the photos and the last rendition */
async function whileRendering(desk, files, { before, took, rendered }) {
  const began = performance.now();
  const work = Promise.all(Array.from({ length: sent }, (_, number) => upload(desk, files[number % files.length], took))).then(async (docs) => {
    before.push(...docs.map((doc) => !doc.renditions.some(({ type }) => type === 'image/avif')));
    for (const { id } of docs) await untilRendered(desk, id);
    rendered.push((performance.now() - began) / 1000);
  });
  const times = await savesUntil(desk, work);
  await work;
  return median(times);
}

async function upload(desk, file, took) {
  const began = performance.now();
  const mark = 'a-photo-of-24-megapixels';
  const part = (name, more) => `--${mark}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const head = `${part('_payload', '')}${JSON.stringify({ alt: 'The sky over the quay' })}\r\n${part('file', '; filename="sky.jpg"\r\nContent-Type: image/jpeg')}`;
  const bytes = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${mark}--\r\n`)]);
  const { doc } = JSON.parse(
    await desk.uploading.postBytes('/api/media?depth=0', bytes, { ...desk.headers, 'content-type': `multipart/form-data; boundary=${mark}` }),
  );
  took.push(performance.now() - began);
  return doc;
}

async function untilRendered(desk, id) {
  for (;;) {
    const { renditionState } = JSON.parse(await desk.uploading.get(`/api/media/${id}?depth=0`, desk.headers));
    if (renditionState === 'ready') return;
    if (renditionState === 'failed') throw new Error('A photo could not be rendered.');
    await pause(250);
  }
}

/** Saves a draft again and again. @returns the milliseconds that each save took */
async function savesUntil(desk, over) {
  let done = false;
  const end = over.finally(() => (done = true));
  const times = [];
  while (!done) {
    const began = performance.now();
    await desk.save();
    times.push(performance.now() - began);
  }
  await end;
  return times;
}

async function signedIn(url) {
  const saving = clients(url, 1);
  const uploading = clients(url, sent);
  const { token } = JSON.parse(await saving.post('/api/users/login', { email: staff.email, password: staff.password }));
  const headers = { authorization: `JWT ${token}` };
  const { doc } = JSON.parse(await saving.post('/api/articles?depth=0', { title: 'A story that is being written', language: 'en' }, headers));
  let { rev } = doc;
  let saved = 0;
  return {
    uploading,
    headers,
    save: async () => {
      saved += 1;
      const summary = `The summary, written for the ${saved}th time, as somebody does who looks for the right word.`;
      const answer = JSON.parse(await saving.patch(`/api/articles/${doc.id}?draft=true&depth=0`, { summary }, { ...headers, 'if-match': `"${rev}"` }));
      ({ rev } = answer.doc);
    },
    close: () => [saving, uploading].forEach((one) => one.close()),
  };
}
