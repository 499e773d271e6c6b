/** The replica's file as its one writer sees it: entries go in, in order, and it shows what the fold says. Runs in the thread of thread.ts. */
import type { Database, Statement } from 'better-sqlite3';
import Sqlite from '../database/sqliteDriver.mjs';
import type { LedgerHead } from '../ledger/ledger.ts';
import { OtherLedger } from './fileErrors.ts';
import type { ReadEntry } from './readEntry.ts';
import { readersIndexes, SCHEMA_VERSION, tables } from './schema.ts';
import { StoryFold } from './storyFold.ts';

/** One open file. Nothing is waited for: whoever must not be held up runs it in a thread. */
export class ReplicaFile {
  readonly #db: Database;
  readonly #fold: StoryFold;
  readonly #progress: Statement;
  /** Entries in the open transaction, and how many make it worth ending: in a file that nobody reads yet, many. */
  #open = 0;
  readonly #together: number;
  #killed = false;
  #head: LedgerHead;

  /** Makes a new, empty file for a rebuild: as fast as it goes, worthless until `finish`. */
  static create(path: string): ReplicaFile {
    return prepared(new Sqlite(path, { timeout: 0 }), (db) => {
      for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -65536', 'temp_store = MEMORY', 'secure_delete = ON']) db.pragma(pragma);
      db.exec(tables);
      db.prepare('INSERT INTO progress VALUES (1, ?, 0, 0, NULL, NULL, NULL)').run(SCHEMA_VERSION);
      return new ReplicaFile(db, 1000);
    });
  }

  /** Opens a finished file to follow the ledger. */
  static open(path: string): ReplicaFile {
    return prepared(new Sqlite(path, { timeout: 5000, fileMustExist: true }), (db) => {
      // NORMAL: what a power cut takes is read from the ledger again. secure_delete: what is deleted is overwritten, which a kill of a story relies on.
      for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'journal_size_limit = 67108864', 'secure_delete = ON']) db.pragma(pragma);
      // Whoever published waits for a commit; the log is copied into the file when nobody does (`tidy`), or when it has grown to some 40 MB.
      db.pragma('wal_autocheckpoint = 10000');
      return new ReplicaFile(db, 1);
    });
  }

  private constructor(db: Database, together: number) {
    this.#db = db;
    this.#together = together;
    this.#fold = new StoryFold(db);
    // By its id: SQLite guards an update of all rows by a savepoint, for which FTS5 writes out its index so far.
    this.#progress = db.prepare('UPDATE progress SET seq = ?, hash = ?, at = ?, signature = ? WHERE id = 1');
    this.#head = db.prepare('SELECT seq, hash, at, signature FROM progress').get() as LedgerHead;
  }

  get head(): LedgerHead {
    return this.#head;
  }

  /**
   * Takes the entries that follow the head, all or none.
   * @returns the seqs of editions whose content is not what their header says; they are shown to nobody.
   * @throws {OtherLedger} when they do not follow it.
   */
  apply(entries: readonly ReadEntry[]): number[] {
    const before = this.#head;
    if (!this.#db.inTransaction) this.#db.exec('BEGIN IMMEDIATE');
    try {
      const forged = this.#apply(entries);
      this.#open += entries.length;
      this.#killed ||= entries.some(({ header }) => header.type === 'edition' && header.kind === 'killed');
      if (this.#open < this.#together) return forged;
      this.#commit();
      if (this.#killed) this.#forgetForGood();
      return forged;
    } catch (error) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      this.#head = before;
      this.#fold.forget();
      throw error;
    }
  }

  /** Lets others see all that was applied. */
  settle(): void {
    if (this.#db.inTransaction) this.#commit();
  }

  /** Declares a new file whole. */
  finish(): void {
    this.settle();
    if (this.#killed) this.#forgetForGood();
    this.#db.exec(readersIndexes);
    this.#db.exec('UPDATE progress SET complete = 1');
  }

  /** Copies what was committed from the log into the file, as far as nobody still reads the state before. */
  tidy(): void {
    if (!this.#db.inTransaction) this.#db.pragma('wal_checkpoint(PASSIVE)');
  }

  close(): void {
    this.#db.close();
  }

  #commit(): void {
    const { seq, hash, at, signature } = this.#head;
    this.#progress.run(seq, hash, at, signature);
    this.#open = 0;
    this.#db.exec('COMMIT');
  }

  #apply(entries: readonly ReadEntry[]): number[] {
    const forged: number[] = [];
    for (const entry of entries) {
      const { header } = entry;
      this.#follow(entry);
      if (entry.forged) forged.push(header.seq);
      if (header.type === 'release') this.#fold.release(header, entry.superseded);
      else if (header.type === 'edition') this.#fold.edition({ ...entry, header });
    }
    this.#fold.show();
    return forged;
  }

  /** What was deleted may lie in older parts of the index, which are merged for this, and in the log. */
  #forgetForGood(): void {
    this.#db.exec("INSERT INTO search (search) VALUES ('optimize')");
    this.#db.pragma('wal_checkpoint(TRUNCATE)');
    this.#killed = false;
  }

  #follow({ header, hash, signature }: ReadEntry): void {
    if (header.seq !== this.#head.seq + 1 || header.previous !== this.#head.hash)
      throw new OtherLedger(`Entry ${header.seq} does not follow entry ${this.#head.seq} of this file.`);
    this.#head = { seq: header.seq, hash, at: header.at, signature };
  }
}

/** What `work` makes of `db`, which is closed when it cannot. */
function prepared(db: Database, work: (db: Database) => ReplicaFile): ReplicaFile {
  try {
    return work(db);
  } catch (error) {
    db.close();
    throw error;
  }
}
