/** Where a story stands in a list: without this file a page could only be left at its end. */
import { Problem } from '../errors.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import type { Position, Sort } from './lists.ts';
import type { View } from './view.ts';

/** The position of `story`, as it was listed by `sort`, whatever has happened to it since. */
export function positionOf(view: View, story: PublishedStory, sort: Sort): Position {
  const { number, seq } = numbersOf(view, story);
  return sort.endsWith('firstPublishedAt') ? { key: Date.parse(story.firstPublishedAt), tie: number } : { key: Date.parse(story.updatedAt), tie: seq };
}

/** The position of `story` among those that were corrected. */
export function correctedPositionOf(view: View, story: PublishedStory): Position {
  return { key: Date.parse(story.corrections.at(-1)?.at ?? ''), tie: numbersOf(view, story).number };
}

function numbersOf({ db }: View, { content, revision }: PublishedStory): { number: number; seq: number } {
  const sql = 'SELECT a.number, e.seq FROM articles a JOIN editions e ON e.article = a.number WHERE a.id = ? AND e.revision = ?';
  const row = db.statement(sql).get(content.id, revision) as { number: number; seq: number } | undefined;
  if (row) return row;
  throw new Problem(503, 'replica-not-ready', 'The published stories were restored from elsewhere at this moment. Try again.');
}
