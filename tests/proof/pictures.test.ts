/** Without this test "no picture that was accepted is lost" would be a promise that nobody has tried to break. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharp } from '../helpers/sharp.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteTransactions, rollBackTheDead } from '../helpers/deadTransactions.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { onceRendered, sendPicture, type SentPicture } from '../helpers/pictures.ts';
import { firstAdministrator, signIn, type Caller } from '../helpers/staff.ts';

const CLIENTS = 3;
/** Milliseconds after the third picture of a life was accepted: while others are on their way, in the darkroom, or being rendered. */
const MOMENTS = [0, 40, 150, 400, 900, 1600];

describe(`kill -9 while ${CLIENTS} people send and delete pictures, ${MOMENTS.length} times`, () => {
  let newsroom: Newsroom;
  let chief: Caller;
  let lives = 0;
  let cutOff = 0;
  const accepted = new Map<string, SentPicture>();
  const deleted = new Set<string>();
  /** Asked to be deleted, and nobody heard whether it was done. */
  const doubtful = new Set<string>();

  beforeAll(async () => {
    newsroom = await startNewsroom({ preload: [noteTransactions] });
    chief = await firstAdministrator(newsroom);
    const bytes = await Promise.all([1, 2, 3].map((sigma) => noise(sigma * 12)));
    for (const moment of MOMENTS) {
      const accepting = sendUntilKilled(bytes);
      await accepting.enough;
      await new Promise((passed) => setTimeout(passed, moment));
      await newsroom.kill();
      await accepting.over;
      await rollBackTheDead(newsroom);
      newsroom = await startNewsroom({ on: newsroom, preload: [noteTransactions] });
      chief = await signIn(newsroom, 'chief@example.org');
      lives += 1;
    }
  }, 300_000);
  afterAll(async () => {
    await newsroom.stop();
  });

  it('every kill cut somebody off, and pictures were accepted in every life', () => {
    expect(lives).toBe(MOMENTS.length);
    expect(cutOff).toBeGreaterThanOrEqual(MOMENTS.length);
    expect(accepted.size).toBeGreaterThanOrEqual(3 * MOMENTS.length);
  });

  it('every accepted picture is there with the files that it was accepted with, and gets the others', async () => {
    for (const [id, sent] of accepted) {
      if (deleted.has(id) || doubtful.has(id)) continue;
      const now = await onceRendered(chief, id);
      expect([id, now.renditionState, now.renditions.length]).toEqual([id, 'ready', 10]);
      expect(now.renditions.slice(0, 4)).toEqual(sent.renditions);
      for (const { file, digest } of now.renditions) expect([file, digestOf(file)]).toEqual([file, digest]);
    }
  }, 240_000);

  it('no file lies half written under its name', () => {
    const names = mediaFiles();
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(digestOf(name).slice(0, 16)).toBe(/([0-9a-f]{16})\.[a-z]+$/.exec(name)?.[1]);
  });

  it('nothing stays to be done, and deleted pictures leave no file', async () => {
    const left = async () => (await chief.send<{ totalDocs: number }>('GET', '/api/picture-tasks?limit=1')).body.totalDocs;
    await expect.poll(left, { timeout: 60_000 }).toBe(0);
    const gone = [...deleted].flatMap((id) => accepted.get(id)?.renditions ?? []);
    expect(gone.length).toBeGreaterThan(0);
    const names = new Set(mediaFiles());
    expect(gone.filter(({ file }) => names.has(file))).toEqual([]);
  }, 90_000);

  /** `enough` when three were accepted, `over` when every client has met the end of this life. */
  function sendUntilKilled(bytes: readonly Uint8Array[]): { enough: Promise<void>; over: Promise<void> } {
    let count = 0;
    let tell: () => void = () => undefined;
    const enough = new Promise<void>((done) => (tell = done));
    const client = async (number: number): Promise<void> => {
      try {
        for (let sent = 0; ; sent += 1) {
          const { status, body } = await sendPicture(newsroom, chief, { bytes: bytes[number % bytes.length] ?? bytes[0]! });
          if (status !== 201) continue;
          accepted.set(body.doc.id, body.doc);
          count += 1;
          if (count === 3) tell();
          if (sent % 3 !== 1) continue;
          doubtful.add(body.doc.id);
          const answer = await chief.send('DELETE', `/api/media/${body.doc.id}`);
          doubtful.delete(body.doc.id);
          if (answer.status === 200) deleted.add(body.doc.id);
        }
      } catch {
        cutOff += 1;
      }
    };
    return { enough, over: Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number))).then(() => undefined) };
  }

  const media = (): string => join(newsroom.dataDir, 'media');
  const mediaFiles = (): string[] =>
    readdirSync(media(), { withFileTypes: true }).flatMap((entry) => (entry.isFile() && !entry.name.startsWith('.') ? [entry.name] : []));
  const digestOf = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(media(), name)))
      .digest('hex');
});

function noise(sigma: number): Promise<Uint8Array> {
  return sharp({ create: { width: 400, height: 260, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma } } })
    .jpeg()
    .toBuffer();
}
