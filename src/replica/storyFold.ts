/** Without this file nobody would work out what entries make of the stories that they tell of; what is written of each is written once, when all of a batch is known. */
import type { Database, Statement } from 'better-sqlite3';
import type { EditionContent } from '../domain/edition.ts';
import type { EditionHeader, ReleaseHeader } from '../domain/entries.ts';
import { markOfHeader, takenBackAt } from './fold.ts';
import type { ReadEntry } from './readEntry.ts';
import { findableOf, sumOf, type Findable } from './rows.ts';
import { StoryTables } from './storyTables.ts';
import { timelineOf, type Release } from './timeline.ts';

/** An edition that is not written yet. */
type NewEdition = ReadEntry & { header: EditionHeader };

/** A story that the batch tells of. */
interface Touched {
  id: string;
  article: number;
  /** Whether the batch has its first entry: nothing of it is in the file. */
  fresh: boolean;
  released: boolean;
  /** Whether a later edition is sure to come, and decides what is shown. */
  superseded: boolean;
  editions: NewEdition[];
}

interface EditionRow {
  seq: number;
  opens: number | null;
  slug: string | null;
  header: string;
}

/** Editions and releases of one writer's file, and all that is shown because of them, inside the writer's transactions. */
export class StoryFold {
  readonly #tables: StoryTables;
  readonly #touched = new Map<string, Touched>();
  readonly #statements: Record<
    'number' | 'article' | 'release' | 'releases' | 'edition' | 'editions' | 'opens' | 'redact' | 'content' | 'back' | 'notBack',
    Statement
  >;

  constructor(db: Database) {
    this.#tables = new StoryTables(db);
    this.#statements = {
      number: db.prepare('SELECT number FROM articles WHERE id = ?').pluck(),
      article: db.prepare('INSERT INTO articles VALUES (?, ?)'),
      release: db.prepare('INSERT INTO releases VALUES (?, ?, ?, ?)'),
      releases: db.prepare('SELECT seq, revision, at FROM releases WHERE article = ? ORDER BY seq'),
      edition: db.prepare(
        'INSERT INTO editions (seq, article, revision, opens, language, slug, header, signature, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT))',
      ),
      editions: db.prepare('SELECT seq, opens, slug, header FROM editions WHERE article = ? ORDER BY seq'),
      opens: db.prepare('UPDATE editions SET opens = ? WHERE seq = ?'),
      redact: db.prepare('UPDATE editions SET content = NULL, slug = NULL WHERE article = ?'),
      content: db.prepare('SELECT content FROM editions WHERE seq = ?').pluck(),
      back: db.prepare('INSERT INTO taken_back VALUES (?, ?, ?, ?)'),
      notBack: db.prepare('DELETE FROM taken_back WHERE article = ?'),
    };
  }

  release({ seq, articleId, revision, at }: ReleaseHeader, superseded: boolean): void {
    const story = this.#storyOf(articleId, seq);
    story.released = true;
    story.superseded = superseded;
    this.#statements.release.run(seq, story.article, revision, Date.parse(at));
  }

  edition(edition: NewEdition): void {
    const { articleId, seq } = edition.header;
    const story = this.#storyOf(articleId, seq);
    story.superseded = edition.superseded;
    story.editions.push(edition);
  }

  /** Brings all that is shown of the stories of these entries to what their entries say now. */
  show(): void {
    for (const story of this.#touched.values()) this.#show(story);
    this.#touched.clear();
    this.#tables.settle();
  }

  /** After a rollback nothing that was remembered need be true. */
  forget(): void {
    this.#touched.clear();
    this.#tables.forget();
  }

  #storyOf(id: string, seq: number): Touched {
    let story = this.#touched.get(id);
    if (!story) {
      const known = this.#statements.number.get(id) as number | undefined;
      if (known === undefined) this.#statements.article.run(seq, id);
      story = { id, article: known ?? seq, fresh: known === undefined, released: false, superseded: false, editions: [] };
      this.#touched.set(id, story);
    }
    return story;
  }

  #show(story: Touched): void {
    const { id, article, fresh, editions } = story;
    const older = fresh ? [] : (this.#statements.editions.all(article) as EditionRow[]);
    const known = [
      ...older.map(({ header, slug }) => ({ header: JSON.parse(header) as EditionHeader, slug })),
      ...editions.map(({ header, found }) => ({ header, slug: found?.slug ?? null })),
    ];
    const killed = known.some(({ header }) => header.kind === 'killed');
    if (killed) this.#redact(story);
    const releases = fresh && !story.released ? [] : (this.#statements.releases.all(article) as Release[]);
    const { opens, stories, takenBack } = timelineOf(
      known.map(({ header, slug }) => markOfHeader(header, killed ? null : slug)),
      releases,
    );
    for (const { seq, opens: was } of older) if ((opens.get(seq) ?? null) !== was) this.#statements.opens.run(opens.get(seq) ?? null, seq);
    for (const edition of editions) this.#write(edition, article, opens.get(edition.header.seq) ?? null);
    if (story.superseded) return;
    this.#tables.show(article, fresh, stories, (seq) => this.#foundBy(seq, editions));
    if (!fresh) this.#statements.notBack.run(article);
    if (takenBack) {
      const told = JSON.stringify(takenBackAt(id, takenBack));
      this.#statements.back.run(article, takenBack.until, told, sumOf([article, takenBack.until, told]));
    }
  }

  /** Takes the texts of a killed story out, those that were to be written among them. */
  #redact({ article, fresh, editions }: Touched): void {
    if (!fresh) this.#statements.redact.run(article);
    for (const edition of editions) Object.assign(edition, { text: null, found: null });
  }

  #write({ header, headerText, signature, text, found }: NewEdition, article: number, opens: number | null): void {
    const { seq, revision, language } = header;
    this.#statements.edition.run(seq, article, revision, opens, language, found?.slug ?? null, headerText, signature, text);
  }

  #foundBy(seq: number, editions: readonly NewEdition[]): Findable {
    const found = editions.find(({ header }) => header.seq === seq)?.found;
    return found ?? findableOf(JSON.parse(this.#statements.content.get(seq) as string) as EditionContent);
  }
}
