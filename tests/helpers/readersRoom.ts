/** Without this file a site could be looked at only over a newsroom that somebody filled by hand: every sample, published, with what readers come upon now and then. */
import type { EditionContent } from '../../src/domain/edition.ts';
import { newId } from '../../src/domain/ids.ts';
import { richStory, sampleNames, sampleStory } from '../renditions/stories.ts';
import { anEdition } from './memoryLedger.ts';
import { openReadingRoom, type ReadingRoom } from './readingRoom.ts';

const HOUR = 3_600_000;
const BEGINNING = Date.parse('2026-02-20T06:40:00.000Z');
export const READERS_NOW = BEGINNING + 100 * HOUR;

export interface ReadersRoom extends ReadingRoom {
  /** Pictures, corrections, translations, parts in other languages: everything that a story can have. */
  rich: EditionContent;
  arabic: EditionContent;
  urdu: EditionContent;
  /** One report, one answer. */
  plain: EditionContent;
  withdrawn: EditionContent;
  killed: EditionContent;
  held: EditionContent;
  /** An old address of the rich story. */
  oldSlug: string;
}

const topics = {
  transport: /bridge|bus|tram|ferry|cycle/,
  'public-places': /garden|park|square|bench|tree|playground|quay|harbour|fountain|lights/,
  'books-and-schools': /library|book|reading|school/,
} as const;
const named = { transport: 'Transport', 'public-places': 'Public places', 'books-and-schools': 'Books and schools' } as const;
/** Which samples are in front, and with a picture: the newest first. */
const front = ['night-buses.txt', 'library-opening-hours.md', 'harbour-lights.ar.txt', 'tram-line-seven.md', 'street-trees.md'];

/** Opens one. Pictures lie at the address of the newsroom's files, where nothing is. */
export async function openReadersRoom(): Promise<ReadersRoom> {
  const room = await openReadingRoom(READERS_NOW);
  const names = [...sampleNames.filter((name) => !front.includes(name)), ...front.toReversed()];
  const at = (hour: number) => new Date(BEGINNING + hour * HOUR).toISOString();
  const contents = new Map(names.map((name) => [name, told(name)]));
  const of = (name: string): EditionContent => contents.get(name) ?? told(name);

  const [arabic, plain] = [of('mill-bridge.ar.md'), of('night-buses.txt')];
  const urdu = {
    ...of('bus-stop.ur.txt'),
    outlets: of('bus-stop.ur.txt').outlets.map((outlet) => ({ ...outlet, storyUrl: 'https://bay.example/{language}/{slug}' })),
  };
  contents.set('bus-stop.ur.txt', urdu);
  const set = newId();
  const rich: EditionContent = { ...richStory().content, outlets: of('two-papers.md').outlets, translationSet: set, topics: topicsOf('bridge') };
  contents.set('mill-bridge.ar.md', { ...arabic, translationSet: set });
  for (const [hour, [name, content]] of [...contents].entries()) {
    if (name !== 'two-papers.md') await room.enter(anEdition({ article: content.id, revision: 1, at: at(hour), content }));
  }
  const hour = names.length;
  const given = { article: rich.id, firstPublishedAt: at(10) };
  const notices = ['The bridge is 40 m long, not 400 m.', 'The engineer’s name was <left out>.'];
  await room.enter(anEdition({ ...given, revision: 1, at: at(10), content: { ...rich, slug: 'nobody-measures' } }));
  for (const [index, notice] of notices.entries()) {
    await room.enter(anEdition({ ...given, revision: index + 2, at: at(hour + index), kind: 'corrected', notice, content: rich }));
  }

  const [withdrawn, killed, held] = ['withdrawn', 'killed', 'held'].map((slug) => ({
    ...told('museum-fridays.md'),
    id: newId(),
    slug,
    title: `The ${slug} story`,
  }));
  for (const content of [withdrawn, killed]) if (content) await room.enter(anEdition({ article: content.id, revision: 1, at: at(1), content }));
  const back = { revision: 2, at: at(hour), content: null, firstPublishedAt: at(1) };
  if (withdrawn) await room.enter(anEdition({ ...back, article: withdrawn.id, kind: 'withdrawn', notice: 'It was about another museum.\nWe <regret> it.' }));
  if (killed) await room.enter(anEdition({ ...back, article: killed.id, kind: 'killed', notice: null }));
  if (held) await room.enter(anEdition({ article: held.id, revision: 1, at: at(2), embargoUntil: new Date(READERS_NOW + HOUR).toISOString(), content: held }));
  if (!withdrawn || !killed || !held) throw new Error('Stories are missing.');
  return Object.assign(room, { rich, arabic, urdu, plain, withdrawn, killed, held, oldSlug: 'nobody-measures' });
}

function told(name: string): EditionContent {
  const { content } = sampleStory(name);
  return { ...content, topics: topicsOf(name), image: front.indexOf(name) % 2 === 1 ? richStory().content.image : null };
}

function topicsOf(name: string): EditionContent['topics'] {
  return (Object.keys(named) as (keyof typeof named)[])
    .filter((slug) => topics[slug].test(name))
    .map((slug) => ({ id: `topic-${slug}`, slug, name: named[slug], mediaTopic: null }));
}
