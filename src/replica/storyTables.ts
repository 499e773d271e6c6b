/** Without this file a story that changes would leave something of its old self behind: what it is shown, found and counted by is written and removed together. */
import type { Database, Statement } from 'better-sqlite3';
import type { EditionContent } from '../domain/edition.ts';
import { LabelBook } from './labelBook.ts';
import { facetsOf, partsOf, storyRow, sumOf, textsOf } from './rows.ts';
import type { StorySpan } from './timeline.ts';

/** `stories` and all that hangs on its rows, for one writer, inside the writer's transactions. */
export class StoryTables {
  readonly labels: LabelBook;
  readonly #rows: Statement;
  readonly #insert: Record<'story' | 'facet' | 'part' | 'texts' | 'search', Statement>;
  readonly #facets: Statement;
  readonly #forget: Statement;
  readonly #remove: Statement[];

  constructor(db: Database) {
    this.labels = new LabelBook(db);
    this.#rows = db.prepare('SELECT seq, steady, sum FROM stories WHERE article = ?');
    this.#insert = {
      story: db.prepare(`INSERT INTO stories VALUES (${Array(19).fill('?').join(', ')})`),
      facet: db.prepare('INSERT INTO facets (story, name, label, first, updated, article) VALUES (?, ?, ?, ?, ?, ?)'),
      part: db.prepare('INSERT INTO parts (part, story) VALUES (?, ?)'),
      texts: db.prepare('INSERT INTO texts (seq, title, summary, body, names) VALUES (?, ?, ?, ?, ?)'),
      search: db.prepare('INSERT INTO search (rowid, title, summary, body, names) VALUES (?, ?, ?, ?, ?)'),
    };
    this.#facets = db.prepare('SELECT label FROM facets WHERE story = ?').pluck();
    this.#forget = db.prepare(
      "INSERT INTO search (search, rowid, title, summary, body, names) SELECT 'delete', seq, title, summary, body, names FROM texts WHERE seq = ?",
    );
    this.#remove = ['texts WHERE seq', 'facets WHERE story', 'parts WHERE story', 'stories WHERE seq'].map((place) => db.prepare(`DELETE FROM ${place} = ?`));
  }

  /** Makes `spans` all that is shown of a story (`fresh`: of which nothing was shown); `contentOf` is asked for the content of those that were not there before. */
  show(article: number, fresh: boolean, spans: readonly StorySpan[], contentOf: (seq: number) => EditionContent): void {
    const wanted = spans.map((span) => {
      const content = contentOf(span.seq);
      const row = storyRow(span, content, article);
      return { span, content, row, sum: sumOf(row) };
    });
    const there = fresh ? [] : (this.#rows.all(article) as { seq: number; steady: number; sum: string }[]);
    for (const { seq, steady, sum } of there) {
      if (!wanted.some((story) => story.span.seq === seq && story.sum === sum)) this.#hide(seq, steady === 1);
    }
    for (const { span, content, row, sum } of wanted) {
      if (there.some((story) => story.seq === span.seq && story.sum === sum)) continue;
      this.#insert.story.run(...row, sum);
      this.#find(span, content, article, row[11] === 1);
    }
  }

  #find(span: StorySpan, content: EditionContent, article: number, steady: boolean): void {
    const { seq, firstPublishedAt, updatedAt } = span;
    for (const facet of facetsOf(span, content)) {
      const { name, label } = this.labels.find(facet, span.language);
      this.#insert.facet.run(seq, name, label, firstPublishedAt, updatedAt, article);
      this.labels.count(label, 1, steady);
    }
    for (const part of partsOf(content)) this.#insert.part.run(part, seq);
    const texts = textsOf(content);
    this.#insert.texts.run(seq, ...texts);
    this.#insert.search.run(seq, ...texts);
  }

  #hide(seq: number, steady: boolean): void {
    for (const label of this.#facets.all(seq) as number[]) this.labels.count(label, -1, steady);
    this.#forget.run(seq);
    for (const removal of this.#remove) removal.run(seq);
  }
}
