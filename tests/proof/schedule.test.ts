/** Without this test "scheduled" would mean "published, unless the server was busy dying": nobody sits there when it is time. */
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Journal } from '../helpers/journal.ts';
import { mortalNewsroom, type MortalNewsroom } from '../helpers/mortalNewsroom.ts';
import { PersistentClient } from '../helpers/persistentClient.ts';
import { snapshotOf, type Snapshot } from '../helpers/snapshot.ts';
import { halfWritten } from './halfWritten.ts';
import { brokenPromises } from './kept.ts';

const STORIES = 200;
const CLIENTS = 6;
const KILLS = 6;
/** Of the newsroom's work between two kills: so many stories out. */
const OUT_BETWEEN_KILLS = 25;
/** At the least, from the last story scheduled to the first that is due, and from the first due to the last, in milliseconds. */
const AHEAD = 3_000;
const SPREAD = 15_000;

describe(`${STORIES} scheduled stories, and kill -9 again and again while they go out`, () => {
  const journal = new Journal();
  /** When each story is due, by its id. */
  const due = new Map<string, string>();
  let newsroom: MortalNewsroom | undefined;
  let now: Snapshot;
  let outAtKill: number[];

  beforeAll(async () => {
    newsroom = await mortalNewsroom();
    await scheduleAll(newsroom);
    outAtKill = await killWhileTheyGoOut(newsroom);
    now = await snapshotOf(await newsroom.chief());
  }, 600_000);
  afterAll(async () => {
    await newsroom?.stop();
  });

  it('was killed while some were out and others were not', () => {
    expect(outAtKill).toHaveLength(KILLS);
    expect(outAtKill[0]).toBeGreaterThan(0);
    expect(outAtKill.at(-1)).toBeLessThan(STORIES);
  });

  it('each is published exactly once, by the schedule, and never before its time', () => {
    expect(faultsOf(now, due)).toEqual([]);
  });

  it('what is out is what was approved, although drafts moved on', () => {
    expect(unlikeApproved(now, due)).toEqual([]);
  });

  it('every acknowledged write is there, nothing is half written, and nothing is held or stuck', () => {
    const all = new Journal();
    for (const known of journal.documents.values()) all.documents.set(known.id, known);
    for (const [article, moves] of journal.moves) all.moved(article, ...moves, ...(due.has(article) ? ['publish'] : []));
    expect(brokenPromises(all, now)).toEqual([]);
    expect(halfWritten(now)).toEqual([]);
    expect(now.workflow.filter(({ scheduledFor, leaseOwner, problem }) => scheduledFor || leaseOwner || problem)).toEqual([]);
  });

  it.each<[string, (broken: Snapshot) => void]>([
    ['a story published twice', ({ publications }) => publications.push(structuredClone(publications[0] as never))],
    ['a story that never went out', ({ publications }) => publications.pop()],
    [
      'a story that went out a millisecond early',
      ({ publications: [first] }) => first && (first.at = new Date(Date.parse(due.get(first.article) ?? '') - 1).toISOString()),
    ],
    ['a story published by somebody else', ({ publications: [first] }) => first && (first.by = { user: 'somebody' })],
    [
      'a second publish in the record',
      ({ transitions }) => transitions.push(structuredClone(transitions.findLast(({ transition }) => transition === 'publish') as never)),
    ],
  ])('%s would have been seen', (_what, breakIt) => {
    const broken = structuredClone(now);
    breakIt(broken);
    expect(faultsOf(broken, due)).not.toEqual([]);
  });

  it('a text that was not approved would have been seen', () => {
    const broken = structuredClone(now);
    const story = broken.shown.get('articles')?.find(({ id }) => due.has(id));
    if (story !== undefined) story.title = 'Not approved';
    expect(unlikeApproved(broken, due)).not.toEqual([]);
  });

  async function scheduleAll({ chief }: MortalNewsroom): Promise<void> {
    const client = new PersistentClient(chief, journal);
    const outlet = await client.create('outlets', { name: 'Harbour Wire', kinds: ['source'] });
    const articles: string[] = [];
    const report = (number: number): Promise<string> =>
      client.create('news-excerpts', { outlet, leadIn: 'Harbour Wire reported:', publishedOn: '2024-05-24', quote: [`“Quay ${number} opens on Monday.”`] });
    let excerpt = await report(0);
    let begun = 0;
    const write = async (): Promise<void> => {
      while (begun < STORIES) {
        const number = (begun += 1);
        // Every tenth brings a report of its own; the others share one, as stories do.
        if (number % 10 === 0) excerpt = await report(number);
        const article = await client.create('articles', { title: `Quay ${number} opens`, excerpts: [excerpt] });
        for (const transition of ['submit', 'approve']) await client.move(article, transition);
        articles.push(article);
      }
    };
    const began = Date.now();
    await inParallel(write);
    // Each has taken three requests and more; from here on each is one.
    const first = Date.now() + AHEAD + (Date.now() - began) / 2;
    let next = 0;
    await inParallel(async () => {
      for (let index = next++; index < articles.length; index = next++) {
        const article = articles[index] as string;
        // Four at a time, so that several are due at once.
        const at = new Date(first + (Math.floor(index / 4) * 4 * SPREAD) / STORIES).toISOString();
        await client.move(article, 'schedule', { at });
        due.set(article, at);
        if (index % 10 === 0) await client.edit('articles', article, { title: 'A later thought' });
      }
    });
  }

  /** How many stories were out at each kill. */
  async function killWhileTheyGoOut({ chief, killAndStart }: MortalNewsroom): Promise<number[]> {
    const counts: number[] = [];
    const out = async (): Promise<number> => {
      const { body } = await (await chief()).send<{ totalDocs: number }>('GET', '/api/publications?limit=1&depth=0');
      return body.totalDocs;
    };
    while (counts.length < KILLS) {
      const goal = (counts.at(-1) ?? 0) + OUT_BETWEEN_KILLS;
      await vi.waitUntil(async () => (await out()) >= Math.min(goal, STORIES), { timeout: 240_000, interval: 20 });
      counts.push(await out());
      await killAndStart();
    }
    await vi.waitUntil(async () => (await out()) >= STORIES, { timeout: 120_000, interval: 200 });
    return counts;
  }
});

async function inParallel(work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: CLIENTS }, work));
}

function faultsOf({ publications, transitions, workflow }: Snapshot, due: ReadonlyMap<string, string>): string[] {
  return [...due].flatMap(([article, at]) => {
    const out = publications.filter((row) => row.article === article);
    const steps = transitions.filter((row) => row.article === article && row.transition === 'publish');
    const by = [...out, ...steps].map((row) => JSON.stringify(row.by));
    return [
      ...(out.length === 1 ? [] : [`${article} has ${out.length} publications`]),
      ...(steps.length === 1 ? [] : [`${article} has ${steps.length} publish transitions`]),
      ...(out.every((row) => row.kind === 'published' && row.number === 1) ? [] : [`${article} is no first publication`]),
      ...(by.every((actor) => actor === '{"system":"schedule"}') ? [] : [`${article} was published by ${by.join()}`]),
      ...([...out, ...steps].every((row) => row.at >= at) ? [] : [`${article} was published before ${at}`]),
      ...(workflow.some((row) => row.article === article && row.publication === 'live' && row.work === 'draft') ? [] : [`${article} is not live`]),
    ];
  });
}

/** The stories whose published rows or frozen content are not what was approved when they were scheduled. */
function unlikeApproved({ shown, publications, approvals }: Snapshot, due: ReadonlyMap<string, string>): string[] {
  const rows = new Map([...(shown.get('articles') ?? []), ...(shown.get('news-excerpts') ?? [])].map((row) => [row.id, row]));
  return [...due.keys()].filter((article) => {
    const published = publications.find((row) => row.article === article)?.approval;
    // Each story was approved once.
    const [approval, ...others] = approvals.filter((row) => row.article === article);
    if (approval === undefined || others.length > 0 || approval.id !== published) return true;
    const { title, excerpts } = approval.content;
    const digest = createHash('sha256')
      .update(canonicalize(approval.content) ?? '')
      .digest('hex');
    const row = rows.get(article);
    const quotes = excerpts.every(({ id, quote }) => JSON.stringify(rows.get(id)?.quote) === JSON.stringify(quote));
    return row?.title !== title || row?._status !== 'published' || !quotes || approval.contentDigest !== `sha-256:${digest}`;
  });
}
