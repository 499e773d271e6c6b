/** Without this file each test of lists, searches and feeds would publish its own stories: a reading room with enough of everything to page, filter and find. */
import type { EditionContent } from '../../src/domain/edition.ts';
import { newId } from '../../src/domain/ids.ts';
import { aContent, anEdition } from './memoryLedger.ts';
import { openReadingRoom, type ReadingRoom, type RoomOptions } from './readingRoom.ts';

/** When the first story was published; the others follow, an hour apart. */
export const BEGINNING = Date.parse('2026-02-26T10:00:00.000Z');
const HOUR = 3_600_000;
/** An hour after the last. */
export const NOW = BEGINNING + 30 * HOUR;
/** The end of the embargo. */
export const BELL = NOW + 10 * HOUR;

export interface FilledRoom extends ReadingRoom {
  /** Of the 24 that are out, oldest first: en, fr and en-GB in turn. */
  out: string[];
  corrected: string;
  withdrawn: string;
  killed: string;
  held: string;
}

/** A room with 24 stories that are out (one of them corrected, two translations of each other), one withdrawn, one killed, one under embargo. */
export async function openFilledRoom(options?: RoomOptions): Promise<FilledRoom> {
  const room = await openReadingRoom(NOW, options);
  const at = (hour: number) => new Date(BEGINNING + hour * HOUR).toISOString();
  const out = Array.from({ length: 24 }, () => newId());
  for (const [number, id] of out.entries()) {
    await room.enter(anEdition({ article: id, revision: 1, at: at(number), content: contentOf(id, number) }));
  }
  const [corrected = ''] = out;
  const [withdrawn, killed, held] = [newId(), newId(), newId()];
  const secret = (id: string, word: string): EditionContent =>
    aContent(id, {
      slug: word,
      title: `The ${word} ferry`,
      summary: `A ${word} summary`,
      authors: [{ id: `author-${word}`, slug: `author-${word}`, name: `Ana ${word}`, role: null }],
      topics: [{ id: `topic-${word}`, slug: `topic-${word}`, name: `Topic ${word}`, mediaTopic: null }],
    });
  await room.enter(
    anEdition({
      ...{ article: corrected, revision: 2, at: at(25), kind: 'corrected', notice: 'It was on time.', firstPublishedAt: at(0) },
      content: contentOf(corrected, 0, 'The ferry, on time'),
    }),
    anEdition({ article: withdrawn, revision: 1, at: at(25), content: secret(withdrawn, 'takenback') }),
    anEdition({ article: killed, revision: 1, at: at(25), content: secret(killed, 'deadly') }),
    anEdition({ article: held, revision: 1, at: at(26), embargoUntil: new Date(BELL).toISOString(), content: secret(held, 'embargoed') }),
  );
  await room.enter(
    anEdition({ article: withdrawn, revision: 2, at: at(27), kind: 'withdrawn', content: null, firstPublishedAt: at(25), notice: 'It was not so.' }),
    anEdition({ article: killed, revision: 2, at: at(27), kind: 'killed', content: null, firstPublishedAt: at(25), notice: 'By order.' }),
  );
  return Object.assign(room, { out, corrected, withdrawn, killed, held });
}

function contentOf(id: string, number: number, title = `Ferry ${number} & <more>`): EditionContent {
  const whole = aContent(id);
  const language = ['en', 'fr', 'en-GB'][number % 3] ?? 'en';
  const [excerpt] = whole.excerpts;
  const source = { id: `source-${number % 4}`, slug: `wire-${number % 4}`, name: `Wire ${number % 4}`, language, homepage: null };
  return {
    ...whole,
    language,
    title,
    slug: `ferry-${number}`,
    summary: number % 2 === 0 ? 'Où sont les cafés de l’été ?' : null,
    excerpts:
      excerpt === undefined
        ? []
        : [{ ...excerpt, outlet: source, quote: ['The ferry is late.', number === 7 ? 'A lighthouse far away, and 渡轮 too.' : 'It is.'] }],
    topics: [{ id: `topic-${number % 2}`, slug: `topic-${number % 2}`, name: `Topic ${number % 2}`, mediaTopic: null }],
    writtenFor: number % 5 === 0 ? { id: 'forum', slug: 'river-forum', name: 'River Forum', language: 'en', homepage: null } : null,
    translationSet: number < 2 ? 'set-1' : null,
  };
}
