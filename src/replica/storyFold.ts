/** Without this file nobody would work out what entries make of the stories that they tell of; what is written of each is written once, when all of a batch is known. */
import type { Database, Statement } from 'better-sqlite3';
import type { EditionContent } from '../domain/edition.ts';
import type { EditionHeader, ReleaseHeader } from '../domain/entries.ts';
import { markOfHeader, takenBackAt } from './fold.ts';
import { signedContent, type ReadEntry } from './readEntry.ts';
import { sumOf } from './rows.ts';
import { StoryTables } from './storyTables.ts';
import { timelineOf, type Release } from './timeline.ts';

/** An edition that is not written yet. */
interface NewEdition {
  header: EditionHeader;
  headerText: string;
  signature: string;
  text: string | null;
  content: EditionContent | null;
}

/** A story that the batch tells of. */
interface Touched {
  id: string;
  article: number;
  /** Whether the batch has its first entry: nothing of it is in the file. */
  fresh: boolean;
  released: boolean;
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
        'INSERT INTO editions (seq, article, revision, opens, language, slug, header, signature, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ),
      editions: db.prepare('SELECT seq, opens, slug, header FROM editions WHERE article = ? ORDER BY seq'),
      opens: db.prepare('UPDATE editions SET opens = ? WHERE seq = ?'),
      redact: db.prepare('UPDATE editions SET content = NULL, slug = NULL WHERE article = ?'),
      content: db.prepare('SELECT content FROM editions WHERE seq = ?').pluck(),
      back: db.prepare('INSERT INTO taken_back VALUES (?, ?, ?, ?)'),
      notBack: db.prepare('DELETE FROM taken_back WHERE article = ?'),
    };
  }

  release({ seq, articleId, revision, at }: ReleaseHeader): void {
    const story = this.#storyOf(articleId, seq);
    story.released = true;
    this.#statements.release.run(seq, story.article, revision, Date.parse(at));
  }

  /** @returns false when the content is not the one that was signed; it is shown to nobody. */
  edition(header: EditionHeader, headerText: string, { content, signature }: ReadEntry): boolean {
    const signed = content === null ? null : signedContent<EditionContent>(content, header.contentDigest, header.seq);
    const edition = { header, headerText, signature, text: signed?.text ?? null, content: signed?.value ?? null };
    this.#storyOf(header.articleId, header.seq).editions.push(edition);
    return content === null || signed !== null;
  }

  /** Brings all that is shown of the stories of these entries to what their entries say now. */
  show(): void {
    for (const story of this.#touched.values()) this.#show(story);
    this.#touched.clear();
    this.#tables.labels.settle();
  }

  /** After a rollback nothing that was remembered need be true. */
  forget(): void {
    this.#touched.clear();
    this.#tables.labels.forget();
  }

  #storyOf(id: string, seq: number): Touched {
    let story = this.#touched.get(id);
    if (!story) {
      const known = this.#statements.number.get(id) as number | undefined;
      if (known === undefined) this.#statements.article.run(seq, id);
      story = { id, article: known ?? seq, fresh: known === undefined, released: false, editions: [] };
      this.#touched.set(id, story);
    }
    return story;
  }

  #show(story: Touched): void {
    const { id, article, fresh, editions } = story;
    const older = fresh ? [] : (this.#statements.editions.all(article) as EditionRow[]);
    const known = [
      ...older.map(({ header, slug }) => ({ header: JSON.parse(header) as EditionHeader, slug })),
      ...editions.map(({ header, content }) => ({ header, slug: content?.slug ?? null })),
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
    this.#tables.show(article, fresh, stories, (seq) => this.#contentOf(seq, editions));
    if (!fresh) this.#statements.notBack.run(article);
    if (takenBack) {
      const told = JSON.stringify(takenBackAt(id, takenBack));
      this.#statements.back.run(article, takenBack.until, told, sumOf([article, takenBack.until, told]));
    }
  }

  /** Takes the texts of a killed story out, those that were to be written among them. */
  #redact({ article, fresh, editions }: Touched): void {
    if (!fresh) this.#statements.redact.run(article);
    for (const edition of editions) Object.assign(edition, { text: null, content: null });
  }

  #write({ header, headerText, signature, text, content }: NewEdition, article: number, opens: number | null): void {
    const { seq, revision, language } = header;
    this.#statements.edition.run(seq, article, revision, opens, language, content?.slug ?? null, headerText, signature, text);
  }

  #contentOf(seq: number, editions: readonly NewEdition[]): EditionContent {
    const content = editions.find(({ header }) => header.seq === seq)?.content;
    return content ?? (JSON.parse(this.#statements.content.get(seq) as string) as EditionContent);
  }
}
