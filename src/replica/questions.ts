/** What can take longer than a few milliseconds to find: without this list every such question would be asked of the thread that everybody else waits for. */
import type { StoryFilter } from './filters.ts';
import { countStories, listStories, type Counted, type Page, type Position, type Read, type Sort } from './lists.ts';
import { countFacets, type CountedFacets } from './names.ts';
import { searchStories, type Results } from './searching.ts';

/** Questions about many stories. Answers can be sent from one thread to another. */
export interface Questions {
  /** As `listStories`. */
  list(filter: StoryFilter, sort: Sort, limit: number, after: Position | null): Promise<Page>;
  /** As `countStories`. */
  count(filter: StoryFilter): Promise<Counted>;
  /** As `searchStories`. */
  search(filter: StoryFilter & { match: string }, limit: number, from: number): Promise<Results>;
  /** As `countFacets`. */
  facets(filter: StoryFilter): Promise<CountedFacets>;
}

/** Answers them in this thread, with pauses for others. */
export function answeredHere(read: Read): Questions {
  return {
    list: (filter, sort, limit, after) => listStories(read, filter, sort, limit, after),
    count: (filter) => countStories(read, filter),
    search: (filter, limit, from) => searchStories(read, filter, limit, from),
    facets: (filter) => countFacets(read, filter),
  };
}
