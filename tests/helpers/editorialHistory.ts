/** Without this file the replica's law would be tried on histories that somebody thought of: random ones, as a newsroom could have written them. */
import fc from 'fast-check';
import type { EditionContent } from '../../src/domain/edition.ts';
import type { EditionHeader } from '../../src/domain/entries.ts';
import { aContent, anEdition, aRelease, MemoryLedger } from './memoryLedger.ts';

const deeds = ['publish', 'embargo', 'update', 'embargoedUpdate', 'correct', 'rename', 'withdraw', 'reinstate', 'kill', 'release', 'entitlement'] as const;

/** One thing that somebody does; what is not possible at that moment is left out. */
export interface Deed {
  deed: (typeof deeds)[number];
  story: number;
  /** Milliseconds since the one before. */
  pause: number;
  /** Length of an embargo, when there is one. */
  embargo: number;
  words: number;
}

export const someDeeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.record({
    deed: fc.constantFrom(...deeds),
    story: fc.integer({ min: 0, max: 4 }),
    pause: fc.integer({ min: 0, max: 40 }),
    embargo: fc.integer({ min: 0, max: 100 }),
    words: fc.integer({ min: 0, max: 5 }),
  }),
  { minLength: 1, maxLength: 40 },
);

export const BEGINNING = Date.parse('2026-03-01T09:00:00.000Z');
const titles = ['Ferry late again', 'Les bacs en retard', 'تأخرت العبارة', 'Паром опять опоздал', '渡轮又晚点了', 'เรือข้ามฟากมาสาย'];
export const languages = ['en', 'fr', 'ar', 'ru', 'zh', 'th'];

interface Story {
  revision: number;
  stage: 'none' | 'live' | 'withdrawn' | 'killed';
  content: EditionContent;
  first: number | null;
}

export interface Telling {
  /** What a story is called by. */
  idOf?: (story: number) => string;
  /** And what a story with `words` is called in its address. */
  slugs?: (id: string, words: number) => string;
  /** Called after each deed, with the ledger as it was at that moment. */
  after?: (ledger: MemoryLedger, now: number, deed: number) => Promise<void>;
}

/** A ledger in which all that happened. */
export async function ledgerOf(history: readonly Deed[], { idOf = (story) => `a${story}`, slugs = slugOf, after }: Telling = {}): Promise<MemoryLedger> {
  const ledger = new MemoryLedger();
  const written = (id: string, words: number) => contentOf(id, words, slugs(id, words));
  const stories = new Map<number, Story>();
  let now = BEGINNING;
  let names = 0;
  for (const [place, { deed, story: number, pause, embargo, words }] of history.entries()) {
    now += pause;
    const at = iso(now);
    const id = idOf(number);
    const story: Story = stories.get(number) ?? { revision: 0, stage: 'none', content: written(id, words), first: null };
    stories.set(number, story);
    const append = async (kind: EditionHeader['kind'], content: EditionContent | null, until: number | null = null) => {
      story.revision += 1;
      if (content) story.content = content;
      const notice = ['corrected', 'withdrawn', 'killed'].includes(kind) ? `Notice ${story.revision}` : null;
      const firstPublishedAt = story.first === null ? null : iso(story.first);
      const embargoUntil = until === null ? null : iso(until);
      await ledger.append([anEdition({ article: id, revision: story.revision, at, content, kind, embargoUntil, firstPublishedAt, notice })]);
    };
    const seen = story.first !== null && story.first <= now;
    if ((deed === 'publish' || deed === 'embargo') && story.stage === 'none') {
      const until = deed === 'embargo' ? now + embargo : null;
      story.first = until ?? now;
      story.stage = 'live';
      await append('published', written(id, words), until);
    } else if (deed === 'update' && story.stage === 'live') await append('updated', written(id, words), seen ? null : story.first);
    else if (deed === 'embargoedUpdate' && story.stage === 'live') await append('updated', written(id, words), now + embargo);
    else if (deed === 'correct' && story.stage === 'live') await append('corrected', written(id, words), seen ? null : story.first);
    else if (deed === 'rename') {
      names += 1;
      for (const [other, { stage }] of stories) if (stage === 'live') await rename(other);
    } else if (deed === 'withdraw' && story.stage === 'live') {
      if (!seen) story.first = null;
      story.stage = 'withdrawn';
      await append('withdrawn', null);
    } else if (deed === 'reinstate' && story.stage === 'withdrawn') {
      story.first ??= now;
      story.stage = 'live';
      await append('published', story.content);
    } else if (deed === 'kill' && (story.stage === 'live' || story.stage === 'withdrawn')) {
      story.stage = 'killed';
      await append('killed', null);
      await ledger.redact(id);
    } else if (deed === 'release' && story.stage === 'live' && seen) await ledger.append([aRelease(id, story.revision, at)]);
    else if (deed === 'entitlement') {
      const content = { partner: `p${number}` };
      await ledger.append([{ source: `entitlement:${ledger.entries.length}`, header: { type: 'entitlement', partnerId: `p${number}`, at }, content }]);
    }
    await after?.(ledger, now, place);
  }
  return ledger;

  async function rename(number: number): Promise<void> {
    const story = stories.get(number);
    if (!story) return;
    story.revision += 1;
    story.content = { ...story.content, outlets: story.content.outlets.map((outlet) => ({ ...outlet, name: `Quayside${names}` })) };
    const hidden = story.first !== null && story.first > now;
    const embargoUntil = hidden && story.first !== null ? iso(story.first) : null;
    const firstPublishedAt = story.first === null ? null : iso(story.first);
    await ledger.append([
      anEdition({ article: idOf(number), revision: story.revision, at: iso(now), content: story.content, kind: 'updated', embargoUntil, firstPublishedAt }),
    ]);
  }
}

/** What a story with `words` is called in its address. */
export function slugOf(id: string, words: number): string {
  return `${id}-${words % 3}`;
}

function contentOf(id: string, words: number, slug: string): EditionContent {
  return aContent(id, {
    title: titles[words] ?? '',
    slug,
    language: languages[words] ?? 'en',
    translationSet: words % 2 === 0 ? 'set-1' : null,
    topics: [{ id: `topic-${words % 2}`, slug: `topic-${words % 2}`, name: `Topic ${words % 2}`, mediaTopic: null }],
  });
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
