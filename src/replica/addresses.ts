/** Where readers could find a story so far: without this file nobody could say which addresses its withdrawal concerns. */
import type { View } from './view.ts';

/** Every address that these stories had before readers; a killed story's went with its text. */
export function addressesOf({ db, now }: View, ids: readonly string[]): { language: string; slug: string }[] {
  const sql = `SELECT DISTINCT e.language, e.slug FROM articles a JOIN editions e ON e.article = a.number
    WHERE a.id IN (SELECT value FROM json_each(?)) AND e.slug IS NOT NULL AND e.opens <= ?`;
  return db.statement(sql).all(JSON.stringify(ids), now) as { language: string; slug: string }[];
}
