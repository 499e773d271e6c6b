/** One story by its id or its address: what most readers ask, and it costs them microseconds. */
import type { PublishedStory, TakenBackStory } from '../domain/publishedStory.ts';
import { isShown, storyColumns, storyOf, takenBackOf } from './storyReading.ts';
import type { View } from './view.ts';

/** Another address under which the story is found now. */
export interface Moved {
  id: string;
  language: string;
  slug: string;
}

export type Found = { story: PublishedStory } | { takenBack: TakenBackStory } | { moved: Moved } | null;

/** The story with this id, or what is told of it; null when readers know none. */
export function storyById(view: View, id: string): Exclude<Found, { moved: Moved }> {
  const number = numberOf(view, id);
  return number === undefined ? null : storyByNumber(view, number);
}

/** The story that is or was at this address. One that is there now goes before one that was, and of those the latest. */
export function storyByAddress(view: View, language: string, slug: string): Found {
  const found = articlesAt(view, language, slug)
    .map((article) => storyByNumber(view, article))
    .filter((one) => one !== null);
  const here = found.find((one) => 'story' in one && one.story.content.slug === slug && one.story.content.language === language);
  const [first] = found;
  if (here || !first || 'takenBack' in first) return here ?? first ?? null;
  const { content } = first.story;
  return { moved: { id: content.id, language: content.language, slug: content.slug } };
}

/** The stories now out that carry an excerpt or a commentary, the newest first; at most `limit`. */
export function storiesCarrying(view: View, part: string, limit: number): PublishedStory[] {
  const sql = `SELECT ${storyColumns} FROM parts p JOIN stories s ON s.seq = p.story JOIN editions e ON e.seq = s.seq
    WHERE p.part = ? AND ${isShown} ORDER BY s.first DESC, s.article DESC LIMIT ?`;
  const rows = view.db.statement(sql).raw().all(part, view.now, view.now, limit) as unknown[][];
  return rows.map((row) => storyOf(view, row));
}

/** What stands for the story with this id in the file. */
export function numberOf({ db }: View, id: string): number | undefined {
  return db.statement('SELECT number FROM articles WHERE id = ?').pluck().get(id) as number | undefined;
}

/** The stories that are or were at this address, the latest first. */
export function articlesAt({ db, now }: View, language: string, slug: string): number[] {
  const sql = 'SELECT article FROM editions WHERE slug = ? AND language = ? AND opens <= ? GROUP BY article ORDER BY max(seq) DESC';
  return db.statement(sql).pluck().all(slug, language, now) as number[];
}

function storyByNumber(view: View, article: number): { story: PublishedStory } | { takenBack: TakenBackStory } | null {
  const sql = `SELECT ${storyColumns} FROM stories s JOIN editions e ON e.seq = s.seq WHERE s.article = ? AND ${isShown}`;
  const row = view.db.statement(sql).raw().get(article, view.now, view.now) as unknown[] | undefined;
  if (row) return { story: storyOf(view, row) };
  const takenBack = takenBackOf(view, article);
  return takenBack && { takenBack };
}
