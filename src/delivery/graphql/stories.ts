/** Stories one by one and page by page: without this file GraphQL could ask for them and nobody would know where to look. */
import { canonicalLanguage } from '../../domain/language.ts';
import type { PublishedStory, TakenBackStory } from '../../domain/publishedStory.ts';
import { Problem } from '../../errors.ts';
import type { StoryFilter } from '../../replica/filters.ts';
import { listCorrected, type Counted } from '../../replica/lists.ts';
import { correctedPositionOf, positionOf } from '../../replica/positions.ts';
import { termsOf, type Term } from '../../replica/searchWords.ts';
import { storyByAddress, storyById, type Found } from '../../replica/stories.ts';
import { foundBy } from '../articleList.ts';
import { cursorAt, markIn, markOf, positionIn } from '../cursor.ts';
import { articleListParameters, correctionsParameters, searchParameters, type ArticleListQuery } from '../schemas/parameters.ts';
import { shownFacets, type ShownFacets } from '../search.ts';
import { heardIn, type Arguments } from './arguments.ts';
import { once, type Connection } from './connections.ts';
import type { Reading } from './reading.ts';

export interface StoryConnection extends Connection<PublishedStory> {
  /** Of all pages. */
  count: () => Promise<Counted>;
}

/** A story, and what it was searched for. */
export interface FoundStory {
  story: PublishedStory;
  terms: readonly Term[];
}

export interface SearchConnection extends Connection<FoundStory>, Pick<StoryConnection, 'count'> {
  facets: () => Promise<ShownFacets>;
}

/** `article`, by its id or its address; one that has moved is found where it is now. */
export function storyCalled(reading: Reading, given: Arguments): PublishedStory | null {
  const found = foundUnder(reading, given);
  const moved = found && 'moved' in found ? reading.read((view) => storyById(view, found.moved.id)) : found;
  if (moved === null || !('story' in moved)) {
    // When one comes out, the same question finds it.
    reading.showsMany();
    return null;
  }
  reading.shows(moved.story);
  return moved.story;
}

/** `takenBack`. */
export function takenBackCalled(reading: Reading, given: Arguments): TakenBackStory | null {
  reading.showsMany();
  const found = foundUnder(reading, given);
  return found && 'takenBack' in found ? found.takenBack : null;
}

/** `articles`, and the articles of a name. */
export async function articles(reading: Reading, given: Arguments): Promise<StoryConnection> {
  return (await pageOf(reading, heardIn(given, articleListParameters))).connection;
}

/** `search`. */
export async function search(reading: Reading, given: Arguments): Promise<SearchConnection> {
  const query = heardIn(given, searchParameters);
  const { connection, filter } = await pageOf(reading, query);
  const terms = termsOf(query.q);
  const nodes = connection.nodes.map((story) => ({ story, terms }));
  return { ...connection, nodes, facets: async () => shownFacets(await reading.questions.facets(filter)) };
}

/** `corrections`. */
export function corrections(reading: Reading, given: Arguments): Connection<PublishedStory> {
  reading.showsMany();
  const { language, limit, cursor } = heardIn(given, correctionsParameters);
  const bound = { corrections: language ?? [] };
  const after = positionIn(markIn(cursor, bound));
  const { stories, next } = reading.read((view) => listCorrected(view, limit, after, language));
  return {
    nodes: stories,
    cursors: once(() => reading.read((view) => stories.map((story) => cursorAt(markOf(correctedPositionOf(view, story)), bound)))),
    hasNextPage: next !== null,
    hasPreviousPage: after !== null,
  };
}

async function pageOf(reading: Reading, query: ArticleListQuery): Promise<{ connection: StoryConnection; filter: StoryFilter }> {
  reading.showsMany();
  await reading.turn();
  const { stories, filter, next } = await foundBy(reading, query);
  const connection = {
    nodes: stories,
    cursors: once(() => cursorsOf(reading, stories, query, filter, next)),
    hasNextPage: next !== null,
    hasPreviousPage: query.cursor !== undefined,
    count: once(() => reading.questions.count(filter)),
  };
  return { connection, filter };
}

/** The cursor of each story: the same that /v1 would give at the end of a page. */
function cursorsOf(
  { read }: Reading,
  stories: readonly PublishedStory[],
  { sort, cursor }: ArticleListQuery,
  filter: StoryFilter,
  next: string | null,
): string[] {
  const bound = { filter, sort };
  if (sort !== 'relevance') return read((view) => stories.map((story) => cursorAt(markOf(positionOf(view, story, sort)), bound)));
  const [from = 0] = markIn(cursor, bound) ?? [];
  // Where something was taken back since it was ranked, the last of a page still says where the next one begins.
  return stories.map((_story, place) => (place === stories.length - 1 && next !== null ? next : cursorAt([Number(from) + place + 1], bound)));
}

function foundUnder({ read }: Reading, { id = null, language = null, slug = null }: Arguments): Found {
  if (typeof id === 'string' && language === null && slug === null) return read((view) => storyById(view, id));
  if (id !== null || typeof language !== 'string' || typeof slug !== 'string')
    throw new Problem(400, 'bad-parameter', 'Name the story by its id, or by its language and its slug.', [
      { parameter: 'id', detail: 'Or language and slug.' },
    ]);
  const known = canonicalLanguage(language);
  return known === null ? null : read((view) => storyByAddress(view, known, slug.normalize('NFC')));
}
