/** From rows back to stories: without this file a flipped bit on the disk would be published. */
import { digestOf } from '../domain/digest.ts';
import type { EditionContent } from '../domain/edition.ts';
import type { PublishedStory, TakenBackStory } from '../domain/publishedStory.ts';
import { inOrder, storyAt } from './fold.ts';
import { sumOf, type StoryRow } from './rows.ts';
import type { StorySpan } from './timeline.ts';
import type { View } from './view.ts';
import { DamagedFile } from './fileErrors.ts';

/** `WHERE` of what is shown at a moment that is bound twice. */
export const isShown = 's."from" <= ? AND s.until > ?';
/** For `storyOf`: a row of `stories` as `s` with its edition as `e`. */
export const storyColumns = 's.*, e.content';

/** The story in a row of `storyColumns`. @throws {DamagedFile} when the row or the content is not as it was written. */
export function storyOf(view: View, columns: readonly unknown[]): PublishedStory {
  const values = columns.slice(0, -2) as StoryRow;
  const [sum, text] = columns.slice(-2) as [string, string | null];
  const [
    seq,
    ,
    from,
    until,
    revision,
    language,
    slug,
    firstPublishedAt,
    publishedAt,
    updatedAt,
    embargoUntil,
    ,
    backfill,
    ,
    corrections,
    set,
    ,
    contentDigest,
  ] = values;
  if (sumOf(values) !== sum || text === null || digestOf(text) !== contentDigest) throw new DamagedFile(`The story of entry ${seq} is not as it was written.`);
  const span: StorySpan = {
    ...{ seq, from, until, revision, language, slug, firstPublishedAt, publishedAt, updatedAt, embargoUntil, contentDigest },
    backfill: backfill === 1,
    corrections: JSON.parse(corrections) as StorySpan['corrections'],
  };
  const content = JSON.parse(text) as EditionContent;
  return { ...storyAt(span, content), translations: set === null ? [] : translationsOf(view, set, content.id) };
}

/** What is told of a story that is taken back now; null when it is not. */
export function takenBackOf({ db, now }: View, article: number): TakenBackStory | null {
  const row = db.statement('SELECT until, told, sum FROM taken_back WHERE article = ? AND until > ?').get(article, now) as TakenBackRow | undefined;
  if (!row) return null;
  if (sumOf([article, row.until, row.told]) !== row.sum) throw new DamagedFile(`What is told of story ${article} is not as it was written.`);
  return JSON.parse(row.told) as TakenBackStory;
}

interface TakenBackRow {
  until: number;
  told: string;
  sum: string;
}

/** What else is out of a translation set, beside the story `id`. */
export function translationsOf({ db, now }: View, set: string, id: string): PublishedStory['translations'] {
  const sql = `SELECT a.id, s.language, s.slug, s.story_url AS storyUrl FROM stories s JOIN articles a ON a.number = s.article
    WHERE s.translation_set = ? AND ${isShown} AND a.id <> ?`;
  return inOrder(db.statement(sql).all(set, now, now, id) as PublishedStory['translations']);
}
