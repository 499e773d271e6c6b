/** What a stranger needs to prove that a story is ours: without this file editions would be kept and never seen. */
import { digestOf } from '../domain/digest.ts';
import type { EditionHeader } from '../domain/entries.ts';
import { takenBackOf } from './storyReading.ts';
import type { View } from './view.ts';
import { DamagedFile } from './fileErrors.ts';

/** The JSON texts of an edition, as they were signed; `content` is `null` where it is not given out. */
export interface EditionTexts {
  header: string;
  content: string;
  signature: string;
}

interface Row {
  article: number;
  header: string;
  content: string | null;
  signature: string;
}

const ofStory = 'FROM articles a JOIN editions e ON e.article = a.number WHERE a.id = ? AND e.opens <= ?';

/** The headers of a story's public history, newest first; empty when readers know no such story. */
export function historyOf({ db, now }: View, id: string): EditionHeader[] {
  const headers = db.statement(`SELECT e.header ${ofStory} ORDER BY e.revision DESC`).pluck().all(id, now) as string[];
  return headers.map((header) => JSON.parse(header) as EditionHeader);
}

/** One edition of the public history. The text of a story that is taken back now is not given out. @throws {DamagedFile} when it is not what was signed. */
export function editionOf(view: View, id: string, revision: number): EditionTexts | null {
  const sql = `SELECT e.article, e.header, e.content, e.signature ${ofStory} AND e.revision = ?`;
  const row = view.db.statement(sql).get(id, view.now, revision) as Row | undefined;
  if (!row) return null;
  const { header, content, signature } = row;
  const { contentDigest } = JSON.parse(header) as EditionHeader;
  if (content !== null && digestOf(content) !== contentDigest) throw new DamagedFile(`Edition ${revision} of ${id} is not as it was written.`);
  const given = content !== null && takenBackOf(view, row.article) === null;
  return { header, content: given ? content : 'null', signature };
}
