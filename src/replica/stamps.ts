/** Without this file a story that is kept ready would have to be made anew with every edition of any other. */
import { articlesAt, numberOf } from './stories.ts';
import { isShown, translationsOf } from './storyReading.ts';
import type { View } from './view.ts';

/** As long as it is the same, so is what `storyById` says. */
export function stampById(view: View, id: string): string {
  const article = numberOf(view, id);
  return article === undefined ? UNKNOWN : stampOf(view, article);
}

/** As long as it is the same, so is what `storyByAddress` says. */
export function stampByAddress(view: View, language: string, slug: string): string {
  return JSON.stringify(articlesAt(view, language, slug).map((article) => [article, stampOf(view, article)]));
}

const UNKNOWN = 'unknown';

/** The sum of a row covers all of it, the digest of its text among them; beside it, only its translations are shown, or how it was taken back. */
function stampOf(view: View, article: number): string {
  const { db, now } = view;
  const sql = `SELECT a.id, s.sum, s.translation_set AS "set" FROM stories s JOIN articles a ON a.number = s.article WHERE s.article = ? AND ${isShown}`;
  const story = db.statement(sql).get(article, now, now) as { id: string; sum: string; set: string | null } | undefined;
  if (story) return JSON.stringify([story.sum, story.set === null ? [] : translationsOf(view, story.set, story.id)]);
  const takenBack = db.statement('SELECT sum FROM taken_back WHERE article = ? AND until > ?').pluck().get(article, now) as string | undefined;
  return takenBack ?? UNKNOWN;
}
