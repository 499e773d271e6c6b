/** Without this test two servers on one database could each be right by themselves, and disagree. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LedgerHead } from '../../src/ledger/ledger.ts';
import { Journal } from '../helpers/journal.ts';
import { mortalNewsroom, type MortalNewsroom } from '../helpers/mortalNewsroom.ts';
import { PersistentClient } from '../helpers/persistentClient.ts';
import { all, snapshotOf, type Snapshot } from '../helpers/snapshot.ts';
import { aStory, type Caller } from '../helpers/staff.ts';
import { writeStory, type Memory } from '../helpers/storyWorkload.ts';
import { halfWritten } from './halfWritten.ts';
import { brokenPromises } from './kept.ts';
import { ledgerBreakages } from './ledgerBreakages.ts';
import { headAt, ledgerChecks, standingOf, type LedgerCheck, type Standing } from './ledgerChecks.ts';

const STORIES = 36;
const CLIENTS = 4;
/** A story takes about six writes. Each node is killed once, at these. */
const WRITES_AT_KILLS = [70, 160];
/** Stories of which both nodes are asked for the same publish at the same moment. */
const CONTESTED = 8;

// With SQLite the database is a file of one machine, and each node beside the first would be a second process on it: secondProcess.test.ts.
describe.skipIf(process.env.TEST_DATABASE !== 'mongodb')('two nodes on one MongoDB database, each killed with kill -9 while both publish', () => {
  const journal = new Journal();
  const heads: LedgerHead[] = [];
  const nodes: MortalNewsroom[] = [];
  const media = mkdtempSync(join(tmpdir(), 'counterpoint-media-'));
  let now: Snapshot;
  let standings: Standing[];

  beforeAll(async () => {
    // What all nodes of a newsroom have in common.
    const env = { PAYLOAD_SECRET: 'the secret of both nodes, and of nobody else', MEDIA_DIR: media };
    const first = await mortalNewsroom({ env });
    nodes.push(first);
    nodes.push(await mortalNewsroom({ env, beside: first }));
    const stories = writeStories();
    await killInTurn(stories);
    await stories.catch((error: unknown) => {
      throw new Error(nodes.flatMap((node) => node.complaints()).join('\n'), { cause: error });
    });
    const chief = await first.chief();
    await vi.waitUntil(async () => (await all(chief, 'ledger-tasks')).length === 0, { timeout: 60_000, interval: 100 });
    now = await snapshotOf(chief);
    standings = await Promise.all(nodes.map((node) => standingOf(node, journal, now.publications, heads)));
  }, 300_000);
  afterAll(async () => {
    // The last of them takes the database with it.
    for (const node of nodes.toReversed()) await node.stop();
    rmSync(media, { recursive: true });
  });

  it('both took publishes, and both were killed while somebody waited for an answer', () => {
    const publishers = new Set(journal.told.map(({ by }) => by));
    expect(publishers.size).toBe(2 + WRITES_AT_KILLS.length);
    expect(journal.unanswered).toBeGreaterThan(0);
    expect(journal.moves.size).toBe(STORIES + CONTESTED);
    expect(heads.length).toBeGreaterThan(WRITES_AT_KILLS.length);
  });

  it('every acknowledged write is there, nothing is half written, and a publish that both were asked for was made once', () => {
    expect(brokenPromises(journal, now)).toEqual([]);
    expect(halfWritten(now)).toEqual([]);
  });

  it.each(Object.keys(ledgerChecks) as LedgerCheck[])('%s', async (promise) => {
    for (const standing of standings) expect(await ledgerChecks[promise](standing)).toEqual([]);
  });

  it.each(Object.entries(ledgerBreakages))('%s would have been seen', async (_what, [promise, breakIt]) => {
    for (const standing of standings) {
      const { told, rows, readings } = standing;
      const broken = { ...standing, ...structuredClone({ told, rows, readings, heads }) };
      breakIt(broken);
      expect(await ledgerChecks[promise](broken)).not.toEqual([]);
    }
  });

  it('a node that died while it took the lease of the sequencer holds up nobody who publishes', async () => {
    const [node] = nodes as [MortalNewsroom];
    const chief = await node.chief();
    const { article } = await aStory(chief);
    for (const transition of ['submit', 'approve']) expect((await chief.move(article.id, transition)).status).toBe(200);
    const client = await MongoClient.connect((await node.address()).databaseUrl ?? '');
    const session = client.startSession();
    try {
      const leases = client.db().collection<{ heldUntil: Date }>('leases');
      await vi.waitUntil(async () => ((await leases.findOne({ name: 'sequencer' }))?.heldUntil ?? new Date()) < new Date(), { timeout: 20_000, interval: 100 });
      session.startTransaction();
      await leases.updateOne({ name: 'sequencer' }, { $set: { owner: 'the dead' } }, { session });
      const { status, body } = await chief.move(article.id, 'publish');
      expect({ status, seq: body.seq }).toEqual({ status: 200, seq: expect.any(Number) as number });
    } finally {
      await session.endSession();
      await client.close();
    }
  });

  async function writeStories(): Promise<void> {
    let asked = 0;
    /** One node after the other; while one is dead, whatever is asked is asked of the other. */
    const either = (): Promise<Caller> => {
      const up = nodes.filter((node) => node.isUp());
      const node = up[(asked += 1) % up.length] ?? nodes[0];
      return (node as MortalNewsroom).chief();
    };
    const client = new PersistentClient(either, journal);
    const site = await client.create('outlets', { name: 'Quay News', kinds: ['website'] });
    let begun = 0;
    const write = async (own: number): Promise<void> => {
      const memory: Memory = {};
      for (let contested = 0; begun < STORIES;) {
        await writeStory(client, journal, (begun += 1), { site }, memory);
        if (contested >= CONTESTED / CLIENTS) continue;
        contested += 1;
        await contest(client, `Quay ${own} has two doors, number ${contested}`, site, memory);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, own) => write(own)));
  }

  async function contest(client: PersistentClient, title: string, site: string, { excerpt, commentary }: Memory): Promise<void> {
    const article = await client.create('articles', {
      title,
      summary: 'Which of them opens first.',
      excerpts: [excerpt],
      commentaries: [commentary],
      outlets: [site],
    });
    for (const transition of ['submit', 'approve']) await client.move(article, transition);
    await client.moveOnAll(await Promise.all(nodes.map((node) => node.chief())), article, 'publish');
  }

  /** Kills one after the other, and hears meanwhile what both say of the ledger. */
  async function killInTurn(stories: Promise<void>): Promise<void> {
    const over = stories.then(
      () => false,
      () => false,
    );
    for (const [index, writes] of WRITES_AT_KILLS.entries()) {
      const enough = journal.reaches(writes).then(() => true);
      if (!(await Promise.race([enough, over]))) break;
      const [victim, survivor] = [nodes[index], nodes[1 - index]] as [MortalNewsroom, MortalNewsroom];
      heads.push(await headAt(survivor));
      const next = victim.killAndStart();
      heads.push(await headAt(survivor));
      await next;
      heads.push(await headAt(victim), await headAt(survivor));
    }
  }
});
