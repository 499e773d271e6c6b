import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { counterpoint, runBuilt, testEnvironment, type Place } from '../helpers/commandLine.ts';
import { startNewsroom } from '../helpers/newsroom.ts';

// Every command is a process that opens the newsroom: seconds each on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'samples');
const program = join(root, 'tests/helpers/loadSamples.mjs');
const all = readdirSync(folder).filter((name) => /\.(md|txt|html|docx)$/.test(name) && name !== 'README.md');
/** Those that show what is still missing. */
const unready = ['clock-tower.md', 'noise-survey.md'];

const languages = ['en', 'fr', 'ar', 'ru', 'es', 'tr', 'ur'];

interface Story {
  title: string;
  language: string;
  storyDate: string | null;
  excerpts: { leadIn: string; quote: string[]; outlet: { name: string } }[];
  commentaries: { authors: { name: string }[] | string[]; body: unknown }[];
  outlets: { name: string }[];
}

let place: Place;
beforeEach(() => {
  place = testEnvironment();
});
afterEach(() => place.remove());

const start = async (): Promise<{ result: { loaded: number; published: number } | null; created: boolean }> => {
  const { stdout, stderr, code } = await runBuilt(place, program, [folder]);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Awaited<ReturnType<typeof start>>;
};

const asStranger = async (): Promise<Story[]> => {
  const newsroom = await startNewsroom({ on: place });
  try {
    // Each in its own language: names are kept in the language in which a document printed them.
    const stories: Story[] = [];
    for (const language of languages) {
      const answer = await fetch(`${newsroom.url}/api/articles?limit=100&depth=2&locale=${language}`);
      expect(answer.status).toBe(200);
      stories.push(...((await answer.json()) as { docs: Story[] }).docs.filter((story) => story.language === language));
    }
    return stories;
  } finally {
    await newsroom.kill();
  }
};

describe('the samples', () => {
  it('are there for everybody after the start that made the newsroom, and are loaded once', async () => {
    expect(await start()).toEqual({ created: true, result: { loaded: all.length, published: all.length - unready.length } });
    expect((await start()).result).toBeNull();
    const stories = await asStranger();
    expect(stories).toHaveLength(all.length - unready.length);
    expect([...new Set(stories.map(({ language }) => language))]).toEqual(languages);
    for (const { title, excerpts, commentaries, outlets } of stories) {
      expect(title).not.toBe('');
      expect(commentaries.length).toBeGreaterThan(0);
      for (const commentary of commentaries) {
        expect(commentary.body).toMatchObject({ root: { type: 'root' } });
        expect(commentary.authors[0]).toMatchObject({ name: expect.stringMatching(/./) as string });
      }
      for (const excerpt of excerpts)
        expect(excerpt).toMatchObject({ outlet: { name: expect.stringMatching(/./) as string }, quote: expect.any(Array) as string[] });
      expect(outlets.length).toBeGreaterThan(0);
    }
  });

  it('are completed by the next start when one was stopped on the way', async () => {
    let killed = false;
    await runBuilt(place, program, [folder], {
      onOutput: (said, kill) => {
        if (killed || said.split('step').length < 12) return;
        killed = true;
        kill('SIGKILL');
      },
    });
    expect(killed).toBe(true);
    expect(await start()).toMatchObject({ created: false, result: { loaded: all.length } });
    const titles = (await asStranger()).map(({ title }) => title);
    expect(titles).toHaveLength(all.length - unready.length);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('do not come into a newsroom that somebody set up by command', async () => {
    expect((await counterpoint(place, ['migrate'])).code).toBe(0);
    expect(await start()).toEqual({ created: false, result: null });
  });
});
