/** Without this file an archive of a million stories would have to be typed: editions of invented stories, of about 2 KB of text each, in six languages. */
import { createHash } from 'node:crypto';
import { newId } from '../../dist/src/domain/ids.js';
import { languages, rareWord, wordBy } from './vocabulary.mjs';

const BEGINNING = Date.UTC(2006, 0, 1);
const END = Date.UTC(2026, 0, 1);
/** Words of a paragraph, a title, a summary. */
const [LONG, TITLE, SUMMARY] = [48, 8, 18];

const turns = languages.flatMap((one) => Array(one.share).fill(one));

const named = (count, make) => Array.from({ length: count }, (_, number) => ({ id: newId(), ...make(number) }));
const outlet = (kind) => (number) => ({
  slug: `${kind}-${number}`,
  name: `${capital(kind)} ${number}`,
  language: 'en',
  homepage: `https://${kind}-${number}.example`,
});
const sites = named(20, outlet('site')).map((site) => ({ ...site, storyUrl: null }));
const sources = named(200, outlet('wire'));
const organisations = named(10, outlet('forum'));
const authors = named(500, (number) => ({ slug: `author-${number}`, name: `Nola Verhaege ${number}`, role: 'Member of the town council' }));
const topics = named(60, (number) => ({ slug: `topic-${number}`, name: `Matter ${number}`, mediaTopic: null }));

/** The entries of story `number` of `count`: its first edition, of some a correction, and of a few that they were withdrawn. */
export function entriesOf(number, count) {
  const random = randomFrom(number);
  const { language, words } = turns[number % turns.length];
  const say = (length) => Array.from({ length }, () => wordBy(words, random())).join(' ');
  const text = (length) => `${capital(say(length))}.`;
  const some = (all, most) => Array.from(new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => all[Math.floor(random() * all.length)])));
  const at = new Date(BEGINNING + Math.floor(((END - BEGINNING) / count) * number)).toISOString();
  const id = newId();
  const people = some(authors, 2);
  const [first, second] = [text(LONG), text(LONG)];
  const answer = [`${rareWord(number)} ${text(LONG)}`, text(LONG)];
  const excerpt = (quote, index) => ({
    ...{ id: newId(), outlet: some(sources, 1)[0], title: text(TITLE), url: `https://wire.example/reports/${number}-${index}`, reporter: null },
    ...{ publishedOn: at.slice(0, 10), publishedOnPartial: null, publishedOnInferred: false, leadIn: text(6), quote: [quote], language, rights: null },
    ...{ syndicable: true, capturedAt: null, quoteSha256: createHash('sha256').update(quote).digest('hex'), snapshotSha256: null, verification: 'unverified' },
  });
  const content = {
    ...{ id, slug: `story-${number}`, language, title: text(TITLE), summary: text(SUMMARY), writtenFor: number % 5 === 0 ? organisations[number % 10] : null },
    authors: people,
    excerpts: number % 3 === 0 ? [first, second].map(excerpt) : [excerpt(`${first} ${second}`, 0)],
    commentaries: [
      {
        ...{ id: newId(), authors: people.map((person) => person.id), capacity: null, respondsTo: [], language },
        ...{ html: answer.map((paragraph) => `<p>${paragraph}</p>`).join(''), text: answer.join('\n\n') },
      },
    ],
    ...{ outlets: some(sites, 2), topics: some(topics, 3), image: null, translationSet: number % 40 < 2 ? `set-${Math.floor(number / 40)}` : null },
  };
  const edition = (revision, kind, given) => ({
    source: `publication:${id}-${revision}`,
    header: { type: 'edition', articleId: id, revision, kind, at, language, embargoUntil: null, firstPublishedAt: at, backfill: false, notice: null, ...given },
    content: kind === 'withdrawn' ? null : { ...content, ...(kind === 'corrected' ? { title: text(TITLE) } : {}) },
  });
  return [
    edition(1, 'published'),
    ...(number % 50 === 7 ? [edition(2, 'corrected', { notice: 'A name was wrong.' })] : []),
    ...(number % 200 === 11 ? [edition(2, 'withdrawn', { notice: 'It was not so.' })] : []),
  ];
}

function capital(words) {
  return words[0].toUpperCase() + words.slice(1);
}

/** The same numbers for the same story (mulberry32). */
function randomFrom(seed) {
  let state = (seed + 1) * 2_654_435_761;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
