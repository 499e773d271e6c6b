/** What of a story a search has found, in its own words: without this file a reader would have to open each result to see why it is there. */
import type { PublishedStory } from '../domain/publishedStory.ts';
import { placesOf, type Span } from '../replica/highlighting.ts';
import type { Term } from '../replica/searchWords.ts';

export interface Highlight {
  field: 'title' | 'summary' | 'excerpts' | 'commentaries' | 'names';
  /** What was found stands in `<mark>`; everything else is escaped, so that it may stand in a page as it is. */
  text: string;
}

/** Enough to see why, and no second copy of the story. */
const MOST = 5;
const MOST_PLACES = 20;
/** Characters around what was found. */
const AROUND = 80;

/** Up to five pieces of `story` with `terms` in them, the headline first. */
export function highlightsOf({ content }: PublishedStory, terms: readonly Term[]): Highlight[] {
  const names = [...content.outlets, ...content.excerpts.map(({ outlet }) => outlet), ...content.authors, ...content.topics, content.writtenFor];
  const texts: [Highlight['field'], string | null][] = [
    ['title', content.title],
    ['summary', content.summary],
    ...content.excerpts.flatMap(({ title, leadIn, quote }) => [title, leadIn, ...quote].map((text): [Highlight['field'], string | null] => ['excerpts', text])),
    ...content.commentaries.map(({ text }): [Highlight['field'], string] => ['commentaries', text]),
    ...[...new Set(names.map((one) => one?.name ?? null))].map((name): [Highlight['field'], string | null] => ['names', name]),
  ];
  const found: Highlight[] = [];
  for (const [field, text] of texts) {
    if (found.length === MOST) break;
    const places = text === null ? [] : placesOf(text, terms, MOST_PLACES);
    if (text !== null && places.length > 0) found.push({ field, text: marked(text, places) });
  }
  return found;
}

function marked(text: string, places: readonly Span[]): string {
  const first = places[0]?.start ?? 0;
  const start = wordBefore(text, first - AROUND);
  const end = wordAfter(text, first + 2 * AROUND);
  let told = start > 0 ? '…' : '';
  let place = start;
  for (const span of places.filter((one) => one.end <= end)) {
    told += `${escaped(text.slice(place, span.start))}<mark>${escaped(text.slice(span.start, span.end))}</mark>`;
    place = span.end;
  }
  return told + escaped(text.slice(place, end)) + (end < text.length ? '…' : '');
}

function wordBefore(text: string, at: number): number {
  return at <= 0 ? 0 : whole(text, text.lastIndexOf(' ', at) > at - AROUND ? text.lastIndexOf(' ', at) + 1 : at);
}

function wordAfter(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  if (at >= text.length || (space === -1 && text.length - at < AROUND)) return text.length;
  return whole(text, space !== -1 && space < at + AROUND ? space : at);
}

/** Not between the halves of a surrogate pair. */
function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
