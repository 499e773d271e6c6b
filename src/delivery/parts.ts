/** One quoted report or one comment, with the stories that carry it: without this file a part could only be found by who knows its story. */
import type { PublishedStory } from '../domain/publishedStory.ts';
import { Problem } from '../errors.ts';
import { articleOf, summaryOf } from '../renditions/json.ts';
import { storiesCarrying } from '../replica/stories.ts';
import { askedIn } from './parameters.ts';
import { jsonReply, type Asked, type Reply } from './ready.ts';
import { noParameters } from './schemas/parameters.ts';
import { keyOf, MANY } from './surrogateKeys.ts';

/** The newest of the stories that carry a part. */
const MOST_STORIES = 100;

/** `/v1/excerpts/{id}`. */
export function excerpt(asked: Asked): Reply {
  return partIn(asked, 'excerpts');
}

/** `/v1/commentaries/{id}`. */
export function commentary(asked: Asked): Reply {
  return partIn(asked, 'commentaries');
}

function partIn(asked: Asked, kind: 'excerpts' | 'commentaries'): Reply {
  askedIn(asked.query, noParameters);
  const { id = '' } = asked.params;
  const stories = asked.read((view) => storiesCarrying(view, id, MOST_STORIES));
  // As the newest of its stories has it.
  const part = stories.map((story) => partOf(story, kind, id, asked)).find((one) => one !== undefined);
  if (part === undefined) return { problem: new Problem(404, 'not-found', 'No published story carries it.'), keys: '' };
  const articles = stories.map((story) => summaryOf(story, asked.context));
  const keys = [MANY, ...articles.slice(0, 20).map((article) => keyOf('article', article.id))].join(' ');
  return jsonReply(asked, { ...part, articles }, { keys });
}

function partOf(story: PublishedStory, kind: 'excerpts' | 'commentaries', id: string, { context }: Asked) {
  const parts: readonly { id: string }[] = articleOf(story, context)[kind];
  return parts.find((part) => part.id === id);
}
