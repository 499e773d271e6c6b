import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { counterpoint, runBuilt, testEnvironment, type Answer, type Place } from '../helpers/commandLine.ts';
import { noteTransactions, rollBackTheDead } from '../helpers/deadTransactions.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { firstAdministrator } from '../helpers/staff.ts';
import { storyDocument } from '../helpers/storyDocument.ts';

// Every command is a process that opens the newsroom: seconds each on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

interface Report {
  documents: { file: string; action: string; articleId: string | null }[];
  failed: { file: string; reason: string }[];
}

let place: Place;
let newsroom: Newsroom | undefined;
beforeEach(() => {
  place = testEnvironment();
});
afterEach(async () => {
  await newsroom?.kill();
  newsroom = undefined;
  await place.remove();
});

const command = new URL('../../dist/newsroom/cli.mjs', import.meta.url).pathname;
const reportOf = (answer: Answer): Report => JSON.parse(answer.stdout) as Report;
const actions = (answer: Answer): string[] => reportOf(answer).documents.map(({ action }) => action);

/** Stories of a few outlets and authors; every tenth has the title of the one before it. */
function writeStories(at: Place, count: number): void {
  for (let number = 1; number <= count; number += 1) {
    const title = `Story ${number % 10 === 0 ? number - 1 : number}`;
    const words = { title, outlet: `Harbour Post ${number % 7}`, author: `Ana Lind ${'ABCDE'[number % 5] ?? ''}`, comment: `Comment ${number}.` };
    at.write(`letters/${String(number).padStart(4, '0')}.md`, storyDocument(words));
  }
}

/** What a newsroom holds, without ids and times, in an order of its own. */
async function contentsOf(on: Place): Promise<string[]> {
  newsroom = await startNewsroom({ on });
  const chief = await firstAdministrator(newsroom);
  const lines: string[] = [];
  for (const collection of ['articles', 'news-excerpts', 'commentaries', 'outlets', 'authors', 'slugs', 'imports']) {
    for (let page = 1, more = true; more; page += 1) {
      const query = `limit=100&page=${page}&depth=0&draft=true&sort=id`;
      const { docs, hasNextPage } = (await chief.send<{ docs: Record<string, unknown>[]; hasNextPage: boolean }>('GET', `/api/${collection}?${query}`)).body;
      for (const doc of docs) lines.push(`${collection} ${withoutIds(doc)}`);
      more = hasNextPage;
    }
  }
  await newsroom.kill();
  newsroom = undefined;
  return lines.sort();
}

function withoutIds(doc: Record<string, unknown>): string {
  const apart = new Set(['id', 'createdAt', 'updatedAt', 'at', 'importedAt', 'slug']);
  // Virtual fields come in the order in which they were worked out.
  const sorted = Object.fromEntries(Object.entries(doc).sort(([one], [other]) => one.localeCompare(other)));
  return JSON.stringify(sorted, (key, value: unknown) => (apart.has(key) ? undefined : value)).replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, 'id');
}

describe('an import of many documents', () => {
  it('killed at any moment and run again makes each story once, as if nothing had happened', async () => {
    writeStories(place, 300);
    const run = ['import', '--json', '--source', 'letters', 'letters'];
    for (const after of [10, 90, 200]) {
      // What is printed is written: the kill comes in the middle of a later batch.
      const killed = await runBuilt(place, command, run, {
        preload: [noteTransactions],
        onOutput: (said, kill) => {
          if (said.split('"action": "created"').length > after || said.split('"action": "').length > after + 60) kill('SIGKILL');
        },
      });
      expect(killed.code).toBeNull();
      await rollBackTheDead(place);
    }
    const last = await counterpoint(place, run);
    expect(last.code).toBe(0);
    expect(actions(last)).toHaveLength(300);
    expect(new Set(actions(last))).toEqual(new Set(['unchanged', 'created']));
    expect(new Set(reportOf(last).documents.map(({ articleId }) => articleId)).size).toBe(300);

    const undisturbed = testEnvironment();
    writeStories(undisturbed, 300);
    expect((await counterpoint(undisturbed, run)).code).toBe(0);
    const [interrupted, whole] = [await contentsOf(place), await contentsOf(undisturbed)];
    await undisturbed.remove();
    expect(interrupted.filter((line) => line.startsWith('articles '))).toHaveLength(300);
    expect(interrupted).toHaveLength(whole.length);
    expect(interrupted.filter((line, index) => line !== whole[index])).toEqual([]);
  });

  it('saves all but the bad ones of a batch, names those exactly, and counts what it did', async () => {
    writeStories(place, 60);
    place.write('letters/0007.md', storyDocument({ quote: 'A paragraph.\n\n'.repeat(1001), comment: 'Too long.' }));
    place.write('letters/0033.md', Buffer.from([0x61, 0x0a, 0xff, 0xfe, 0x0a]));
    const first = await counterpoint(place, ['import', '--json', 'letters']);
    expect(first.code).toBe(1);
    expect(actions(first)).toEqual(Array.from({ length: 58 }, () => 'created'));
    expect(reportOf(first).failed.map(({ file, reason }) => [file, reason])).toEqual([
      ['letters/0007.md', expect.stringContaining('quote') as string],
      ['letters/0033.md', expect.stringContaining('UTF-8') as string],
    ]);
    const again = await counterpoint(place, ['import', 'letters']);
    expect(again.stdout).toMatch(/^ +58 unchanged\n +2 failed\n$/);
    expect(again.stderr.split('\n').filter(Boolean)).toHaveLength(2);
  });
});

describe('a dry run', () => {
  it('says whom it would make, whom it knows and by what, and what has to be chosen; and changes nothing', async () => {
    newsroom = await startNewsroom({ on: place });
    const chief = await firstAdministrator(newsroom);
    for (const name of ['Astrel Herald', 'Astrel-Herald']) await chief.create('outlets', { name, kinds: ['source'] });
    await chief.create('outlets', { name: 'River Forum Ltd', aliases: ['The Forum'], kinds: ['organisation'] });
    await chief.create('authors', { name: 'Ana Lind', aliases: ['A. Lind'] });
    place.write('a.md', storyDocument({ outlet: 'the Astrel HERALD', author: 'A. Lind' }));
    place.write('b.md', storyDocument({ outlet: 'the Astrel HERALD', author: 'Ana Lind', comment: 'Another.' }));
    const run = await counterpoint(place, ['import', '--dry-run', '--json', '.']);
    expect(run.stderr).toBe('');
    const { documents, ambiguous } = JSON.parse(run.stdout) as { documents: { names: unknown[] }[]; ambiguous: unknown[] };
    expect(documents[0]?.names).toMatchObject([
      { in: 'outlets', words: 'Astrel HERALD', result: 'ambiguous', candidates: [{ name: 'Astrel Herald' }, { name: 'Astrel-Herald' }] },
      { in: 'authors', words: 'A. Lind', result: 'matched', by: 'alias', name: 'Ana Lind' },
      { in: 'outlets', words: 'River Forum', result: 'matched', by: 'comparison', name: 'River Forum Ltd' },
      { in: 'outlets', words: 'Quillbay Today', result: 'new' },
      { in: 'outlets', words: 'Lowmere Notes', result: 'new' },
    ]);
    expect(documents[1]?.names[1]).toMatchObject({ in: 'authors', result: 'matched', by: 'name' });
    expect(ambiguous).toMatchObject([{ in: 'outlets', words: 'Astrel HERALD', documents: 2 }]);
    const told = await counterpoint(place, ['import', '--dry-run', '.']);
    expect(told.stderr).toContain('new outlet: “Quillbay Today”, in 2 documents');
    expect(told.stderr).toContain('choose the outlet: “Astrel HERALD” could be Astrel Herald (');
    expect(told.stdout).toContain('2 parsed');
    const names = (await chief.send<{ totalDocs: number }>('GET', '/api/outlets?limit=1')).body;
    expect(names.totalDocs).toBe(3);
    expect(actions(await counterpoint(place, ['import', '--json', '.']))).toEqual(['created', 'created']);
  });
});
