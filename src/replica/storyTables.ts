/** Without this file a story that changes would leave something of its old self behind: what it is shown, found and counted by is written and removed together. */
import type { Database, Statement } from 'better-sqlite3';
import { LabelBook } from './labelBook.ts';
import { facetsOf, storyRow, sumOf, type Findable, type StoryRow } from './rows.ts';
import type { StorySpan } from './timeline.ts';

/** A row of `stories` that comes, and what it is found by. */
interface Coming {
  seq: number;
  row: StoryRow;
  sum: string;
  span: StorySpan;
  found: Findable;
}

interface Going {
  seq: number;
  steady: boolean;
}

/** Strings and their UTF-8 alike. */
const fourTexts = Array(4).fill('CAST(? AS TEXT)').join(', ');

/** `stories` and all that hangs on its rows, for one writer, inside the writer's transactions. */
export class StoryTables {
  readonly #labels: LabelBook;
  #coming: Coming[] = [];
  #going: Going[] = [];
  readonly #rows: Statement;
  readonly #insert: Record<'story' | 'facet' | 'part' | 'texts' | 'search', Statement>;
  readonly #facets: Statement;
  readonly #forget: Statement;
  readonly #remove: Statement[];

  constructor(db: Database) {
    this.#labels = new LabelBook(db);
    this.#rows = db.prepare('SELECT seq, steady, sum FROM stories WHERE article = ?');
    this.#insert = {
      story: db.prepare(`INSERT INTO stories VALUES (${Array(19).fill('?').join(', ')})`),
      facet: db.prepare('INSERT INTO facets (story, name, label, first, updated, article) VALUES (?, ?, ?, ?, ?, ?)'),
      part: db.prepare('INSERT INTO parts (part, story) VALUES (?, ?)'),
      texts: db.prepare(`INSERT INTO texts (seq, title, summary, body, names) VALUES (?, ${fourTexts})`),
      search: db.prepare(`INSERT INTO search (rowid, title, summary, body, names) VALUES (?, ${fourTexts})`),
    };
    this.#facets = db.prepare('SELECT label FROM facets WHERE story = ?').pluck();
    this.#forget = db.prepare(
      "INSERT INTO search (search, rowid, title, summary, body, names) SELECT 'delete', seq, title, summary, body, names FROM texts WHERE seq = ?",
    );
    this.#remove = ['texts WHERE seq', 'facets WHERE story', 'parts WHERE story', 'stories WHERE seq'].map((place) => db.prepare(`DELETE FROM ${place} = ?`));
  }

  /**
   * Makes `spans` all that is shown of a story (`fresh`: of which nothing was shown), as soon as it is settled; `foundBy` is asked what each is found by.
   * To be asked once a story before that.
   */
  show(article: number, fresh: boolean, spans: readonly StorySpan[], foundBy: (seq: number) => Findable): void {
    const wanted = spans.map((span) => {
      const found = foundBy(span.seq);
      const row = storyRow(span, found, article);
      return { seq: span.seq, span, found, row, sum: sumOf(row) };
    });
    const there = fresh ? [] : (this.#rows.all(article) as { seq: number; steady: number; sum: string }[]);
    const isSame = (one: { seq: number; sum: string }) => (other: { seq: number; sum: string }) => one.seq === other.seq && one.sum === other.sum;
    for (const row of there) if (!wanted.some(isSame(row))) this.#going.push({ seq: row.seq, steady: row.steady === 1 });
    for (const story of wanted) if (!there.some(isSame(story))) this.#coming.push(story);
  }

  /** Writes what was asked for: a table after the other, in the order of its rows. FTS5 writes out what it has collected whenever a row comes before the last one. */
  settle(): void {
    const going = this.#going.sort((a, b) => a.seq - b.seq);
    const coming = this.#coming.sort((a, b) => a.seq - b.seq);
    this.#hide(going);
    for (const { row, sum } of coming) this.#insert.story.run(...row, sum);
    for (const story of coming) this.#find(story);
    for (const { seq, found } of coming) for (const part of found.parts) this.#insert.part.run(part, seq);
    for (const { seq, found } of coming) this.#insert.texts.run(seq, ...found.texts);
    for (const { seq, found } of coming) this.#insert.search.run(seq, ...found.texts);
    this.#labels.settle();
    this.#going = [];
    this.#coming = [];
  }

  /** After a rollback nothing that was remembered need be true. */
  forget(): void {
    this.#going = [];
    this.#coming = [];
    this.#labels.forget();
  }

  #find({ seq, span, found, row }: Coming): void {
    const [, article] = row;
    const steady = row[11] === 1;
    for (const facet of facetsOf(span, found)) {
      const { name, label } = this.#labels.find(facet, span.language);
      this.#insert.facet.run(seq, name, label, span.firstPublishedAt, span.updatedAt, article);
      this.#labels.count(label, 1, steady);
    }
  }

  #hide(going: readonly Going[]): void {
    for (const { seq, steady } of going) for (const label of this.#facets.all(seq) as number[]) this.#labels.count(label, -1, steady);
    for (const { seq } of going) this.#forget.run(seq);
    for (const removal of this.#remove) for (const { seq } of going) removal.run(seq);
  }
}
