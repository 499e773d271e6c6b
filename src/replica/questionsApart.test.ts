/** Without this test a question that is answered by another thread could be answered of another moment, or never. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { setImmediate as others } from 'node:timers/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { aContent, anEdition, MemoryLedger } from '../../tests/helpers/memoryLedger.ts';
import { Problem } from '../errors.ts';
import { isDamage } from './fileErrors.ts';
import { answeredHere, type Questions } from './questions.ts';
import { QuestionsApart } from './questionsApart.ts';
import { startReplica, type Replica } from './replica.ts';
import { matchFor } from './searching.ts';

const execArgv = ['--import', createRequire(import.meta.url).resolve('../../tests/helpers/typescriptThreads.mjs')];
const MORNING = Date.parse('2026-03-01T09:00:00.000Z');
const NOON = MORNING + 3 * 3_600_000;
const filter = { match: matchFor('ferry') ?? '' };

let dataDir: string;
let ledger: MemoryLedger;
let replica: Replica;
let now: number;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-questions-'));
  ledger = new MemoryLedger();
  now = MORNING;
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  replica = startReplica({ ledger, dataDir, clock: () => new Date(now), log, interval: 30, execArgv });
  for (let number = 0; number < 30; number += 1) await publish(`s${number}`, `Ferry ${number}`);
  await replica.holds(await publish('held', 'A ferry of noon', new Date(NOON).toISOString()));
});
afterEach(async () => {
  await replica.close();
  rmSync(dataDir, { recursive: true });
});

async function publish(id: string, title: string, embargoUntil: string | null = null): Promise<number> {
  const [entry] = await ledger.append([
    anEdition({ article: id, revision: 1, at: new Date(now).toISOString(), content: aContent(id, { title }), embargoUntil }),
  ]);
  return entry?.header.seq ?? 0;
}
const all = async (questions: Questions) => [
  await questions.search(filter, 7, 7),
  await questions.list(filter, '-firstPublishedAt', 5, null),
  await questions.list({}, 'firstPublishedAt', 5, null),
  await questions.count(filter),
  await questions.count({}),
  await questions.facets(filter),
];
const count = async (questions: Questions) => (await questions.count(filter)).count;

describe('questions to the thread', () => {
  it('are answered as they would be here, and of the moment at which they are asked', async () => {
    expect(await all(replica.questionsAt(now))).toEqual(await all(answeredHere(replica.read)));
    now = NOON - 1;
    expect(await count(replica.questionsAt(now))).toBe(30);
    now = NOON;
    expect(await count(replica.questionsAt(now))).toBe(31);
  });

  it('know what was published as soon as the node shows it', async () => {
    expect(await count(replica.questionsAt(now))).toBe(30);
    await replica.holds(await publish('new', 'A new ferry'));
    expect(await count(replica.questionsAt(now))).toBe(31);
  });

  it('are answered, or put off, while a new file takes the place of the old one, and of the new one afterwards', async () => {
    let rebuilding = true;
    const rebuilt = replica.rebuild().finally(() => (rebuilding = false));
    const told: unknown[] = [];
    while (rebuilding) {
      const answer = await count(replica.questionsAt(now)).catch((error: unknown) => error);
      told.push(answer instanceof Problem ? answer.status : answer);
      await others();
    }
    await rebuilt;
    for (const answer of told) expect([30, 503]).toContain(answer);
    await replica.holds(await publish('new', 'A new ferry'));
    expect(await count(replica.questionsAt(now))).toBe(31);
  });

  it('are put off where a thread is ended over them, and answered by another', async () => {
    const questions = new QuestionsApart({
      read: replica.read,
      path: () => join(dataDir, 'replica.db'),
      refused: () => 'put off',
      execArgv,
    });
    const answers = Array.from({ length: 3 }, () => count(questions.at(now)).catch((error: unknown) => error));
    await questions.stop();
    for (const answer of await Promise.all(answers)) expect([30, 'put off']).toContain(answer);
    expect(await count(questions.at(now))).toBe(30);
    await questions.stop();
  });

  it('say that a file is damaged', async () => {
    const path = join(dataDir, 'damaged.db');
    writeFileSync(path, 'This is no database, whatever it is called. '.repeat(100));
    const told: unknown[] = [];
    const refused = (error: unknown) => told.push(error);
    const questions = new QuestionsApart({ read: replica.read, path: () => path, refused, execArgv });
    await expect(questions.at(now).count(filter)).rejects.toBeDefined();
    expect(told.map(isDamage)).toEqual([true]);
    await questions.stop();
  });
});
