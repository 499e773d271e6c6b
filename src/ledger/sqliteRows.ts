/** The ledger's rows in SQLite, through the newsroom's own client: every statement of a batch runs in one transaction of the writer thread. */
import type { SQLiteAdapter } from '@payloadcms/db-sqlite';
import pRetry from 'p-retry';
import { codeOf } from '../database/databaseError.ts';
import { clientOf } from '../database/sqliteDatabase.ts';
import { Problem } from '../errors.ts';
import { rowId, type LedgerRows, type LinkedEntry, type StoredRow } from './rows.ts';

const INSERT = 'INSERT INTO ledger (id, seq, source, only_once, type, article_id, revision, header, content, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
/** One parameter whatever the number of values, so that the statement is prepared once. */
const AMONG = 'IN (SELECT value FROM json_each(?))';
const STORED = 'SELECT seq, source, only_once AS onlyOnce, type, article_id AS articleId, revision, header, content, signature FROM ledger';
const NEWEST = `${STORED} JOIN (SELECT max(seq) AS newest FROM ledger WHERE type = 'edition' AND article_id ${AMONG} GROUP BY article_id) ON seq = newest`;

/** How long, in milliseconds, a redaction waits for readers of the old state to leave. */
const PATIENCE = 10_000;

/** The rows of the ledger of this adapter, which has to be connected by the first call. */
export function sqliteRows(adapter: SQLiteAdapter): LedgerRows {
  const select = async <Row>(sql: string, ...args: (string | number)[]): Promise<Row[]> => {
    const { rows } = await clientOf(adapter).execute({ sql, args });
    return rows as unknown as Row[];
  };
  const rows = async (sql: string, ...args: (string | number)[]): Promise<StoredRow[]> => (await select<StoredRow>(sql, ...args)).map(parsed);
  return {
    async count() {
      const [row] = await select<{ rows: number }>('SELECT count(*) AS rows FROM ledger');
      return row?.rows ?? 0;
    },
    async newest() {
      const [row] = await rows(`${STORED} ORDER BY seq DESC LIMIT 1`);
      return row;
    },
    async insert(entries) {
      try {
        await clientOf(adapter).batch(entries.map((entry) => ({ sql: INSERT, args: valuesOf(entry) })));
        return true;
      } catch (error) {
        if (codeOf(error) === 'SQLITE_CONSTRAINT_UNIQUE') return false;
        throw error;
      }
    },
    after: (seq, limit) => rows(`${STORED} WHERE seq > ? ORDER BY seq LIMIT ?`, seq, limit),
    async seqOf(sources) {
      const rows = await select<{ source: string; seq: number }>(`SELECT source, seq FROM ledger WHERE source ${AMONG}`, JSON.stringify(sources));
      return new Map(rows.map(({ source, seq }) => [source, seq]));
    },
    async taken(onlyOnce) {
      const rows = await select<{ only_once: string }>(`SELECT only_once FROM ledger WHERE only_once ${AMONG}`, JSON.stringify(onlyOnce));
      return new Set(rows.map((row) => row.only_once));
    },
    newestEditions: (articleIds) => rows(NEWEST, JSON.stringify(articleIds)),
    async redact(articleId) {
      // The writer overwrites what it frees (secure_delete); the old pages stand in the write-ahead log until that is emptied too.
      const sql = "UPDATE ledger SET content = NULL WHERE article_id = ? AND type = 'edition' AND content IS NOT NULL";
      await clientOf(adapter).execute({ sql, args: [articleId] });
      await emptyLog(adapter);
    },
  };
}

function valuesOf({ source, onlyOnce, entry: { header, signature }, headerText, contentText }: LinkedEntry): (string | number | null)[] {
  const story = 'articleId' in header ? header : null;
  const text = contentText === 'null' ? null : contentText;
  return [rowId(header.seq), header.seq, source, onlyOnce, header.type, story?.articleId ?? null, story?.revision ?? null, headerText, text, signature];
}

function parsed(row: StoredRow): StoredRow {
  return { ...row, header: readable(row.header), content: row.content === null ? null : readable(row.content) };
}

function readable(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

/** Copies the write-ahead log into the database and cuts it off. Somebody who still reads the old state keeps it from that for a moment. */
async function emptyLog(adapter: SQLiteAdapter): Promise<void> {
  const attempt = async (): Promise<void> => {
    const { rows } = await clientOf(adapter).execute('PRAGMA wal_checkpoint(TRUNCATE)');
    if (Number(rows[0]?.['busy']) !== 0) throw new Problem(503, 'database-busy', 'Another process reads the database as it was; ask for the redaction again.');
  };
  const shouldRetry = ({ error }: { error: Error }): boolean => error instanceof Problem;
  await pRetry(attempt, { retries: Number.POSITIVE_INFINITY, maxRetryTime: PATIENCE, minTimeout: 10, maxTimeout: 200, randomize: true, shouldRetry });
}
