/** Reaches around every rule to the ledger's rows, as somebody with the database's password would; without this file no damage could be done to test who notices. */
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import Database from '../../src/database/sqliteDriver.mjs';

/** A row, its JSON as text. */
export interface RawRow {
  id: string;
  seq: number;
  source: string;
  onlyOnce: string;
  type: string;
  articleId: string | null;
  revision: number | null;
  header: string;
  content: string | null;
  signature: string;
}

export interface RawLedger {
  read(): Promise<RawRow[]>;
  /** Puts these in the place of all there are. */
  write(rows: readonly RawRow[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens the ledger of a newsroom by its files or its address. */
export async function rawLedger({ dataDir, databaseUrl }: { dataDir: string; databaseUrl: string | undefined }): Promise<RawLedger> {
  return databaseUrl === undefined ? inSqlite(join(dataDir, 'counterpoint.db')) : inMongodb(await MongoClient.connect(databaseUrl));
}

function inSqlite(file: string): RawLedger {
  const database = new Database(file, { timeout: 5_000 });
  const columns = ['id', 'seq', 'source', 'only_once AS onlyOnce', 'type', 'article_id AS articleId', 'revision', 'header', 'content', 'signature'];
  const insert = database.prepare(
    `INSERT INTO ledger (id, seq, source, only_once, type, article_id, revision, header, content, signature)
     VALUES (@id, @seq, @source, @onlyOnce, @type, @articleId, @revision, @header, @content, @signature)`,
  );
  return {
    read: async () => database.prepare(`SELECT ${columns.join(', ')} FROM ledger ORDER BY seq`).all() as RawRow[],
    write: async (rows) => {
      database.transaction(() => {
        database.exec('DELETE FROM ledger');
        for (const row of rows) insert.run(row);
      })();
    },
    close: async () => {
      database.close();
    },
  };
}

function inMongodb(client: MongoClient): RawLedger {
  const rows = client.db().collection<{ _id: string }>('ledgers');
  return {
    read: async () => {
      const found = await rows.find().sort({ seq: 1 }).toArray();
      return found.map(({ _id, ...row }) => {
        const { header, content, ...rest } = row as unknown as Omit<RawRow, 'id'>;
        return { id: _id, ...rest, header: JSON.stringify(header), content: content === null ? null : JSON.stringify(content) };
      });
    },
    write: async (given) => {
      await rows.deleteMany({});
      const documents = given.map(({ id, header, content, ...rest }) => ({
        ...{ _id: id, ...rest, header: JSON.parse(header) as unknown, content: content === null ? null : (JSON.parse(content) as unknown) },
      }));
      if (documents.length > 0) await rows.insertMany(documents);
    },
    close: () => client.close(),
  };
}
