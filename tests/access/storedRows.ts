/** Without this file nothing could be tried that reaches a person by mail, or that only the panel writes: the few rows a test has to read or write itself. */
import { join } from 'node:path';
import { MongoClient, type Db } from 'mongodb';
import { contentDigest } from '../../src/domain/digest.ts';
import type { EntryHeader } from '../../src/domain/entries.ts';
import { newId } from '../../src/domain/ids.ts';
import { rowId } from '../../src/ledger/rows.ts';
import Database from '../../src/database/sqliteDriver.mjs';
import type { Newsroom } from '../helpers/newsroom.ts';

/** The token that the last mail about a forgotten password carries. */
export async function mailedToken(newsroom: Newsroom, account: string): Promise<string> {
  const row = await inDatabase(
    newsroom,
    (database) => database.prepare('SELECT reset_password_token AS token FROM users WHERE id = ?').get(account) as { token: string | null } | undefined,
    async (database) => {
      const found = await database.collection<{ _id: string; resetPasswordToken?: string }>('users').findOne({ _id: account });
      return { token: found?.resetPasswordToken ?? null };
    },
  );
  if (!row?.token) throw new Error('No mail about a forgotten password was sent.');
  return row.token;
}

/** Disables an account behind the newsroom's back, as a hand in the database does: its sessions go on. */
export async function disableUnseen(newsroom: Newsroom, account: string): Promise<void> {
  await inDatabase(
    newsroom,
    (database) => {
      database.prepare('UPDATE users SET disabled = 1 WHERE id = ?').run(account);
    },
    async (database) => {
      await database.collection<{ _id: string }>('users').updateOne({ _id: account }, { $set: { disabled: true } });
    },
  );
}

/** Locks an article as the panel does when `account` opens it. */
export async function lockArticle(newsroom: Newsroom, article: string, account: string): Promise<void> {
  const now = new Date();
  await inDatabase(
    newsroom,
    (database) => {
      const at = now.toISOString();
      const { lastInsertRowid } = database.prepare('INSERT INTO payload_locked_documents (updated_at, created_at) VALUES (?, ?)').run(at, at);
      const relate = (path: string, column: string, id: string) =>
        database.prepare(`INSERT INTO payload_locked_documents_rels (parent_id, path, ${column}) VALUES (?, ?, ?)`).run(lastInsertRowid, path, id);
      relate('document', 'articles_id', article);
      relate('user', 'users_id', account);
    },
    async (database) => {
      await database.collection('payload-locked-documents').insertOne({
        document: { relationTo: 'articles', value: article },
        user: { relationTo: 'users', value: account },
        createdAt: now,
        updatedAt: now,
      });
    },
  );
}

/** Leaves of an excerpt's check what a newsroom had that never looked: the result `said`, and nothing it was found by. */
export async function forgetQuoteCheck(newsroom: Newsroom, excerpt: string, said: string): Promise<void> {
  await inDatabase(
    newsroom,
    (database) => {
      database.prepare('UPDATE _news_excerpts_v SET version_verification = ?, version_quote_check = NULL WHERE parent_id = ?').run(said, excerpt);
    },
    async (database) => {
      await database
        .collection('_news-excerpts_versions')
        .updateMany({ parent: excerpt }, { $set: { 'version.verification': said, 'version.quoteCheck': null } });
    },
  );
}

/** A task of a picture that is never due: those that are, are done before a test can look at them. */
export async function idlePictureTask(newsroom: Newsroom): Promise<void> {
  const [id, dueAt] = [newId(), '2999-01-01T00:00:00.000Z'];
  await inDatabase(
    newsroom,
    (database) => {
      database.prepare("INSERT INTO picture_tasks (id, task, picture, files, due_at, attempts) VALUES (?, 'remove', ?, '[]', ?, 0)").run(id, id, dueAt);
    },
    async (database) => {
      await database
        .collection<{ _id: string }>('picture-tasks')
        .insertOne({ _id: id, ...{ task: 'remove', picture: id, files: [], dueAt: new Date(dueAt), attempts: 0 } });
    },
  );
}

/** What the ledger is told in the far future: what is due, it is told before a test can look. */
export async function idleLedgerTask(newsroom: Newsroom): Promise<void> {
  const [id, dueAt] = [newId(), '2999-01-01T00:00:00.000Z'];
  await inDatabase(
    newsroom,
    (database) => {
      database.prepare("INSERT INTO ledger_tasks (id, task, subject, due_at, attempts) VALUES (?, 'release', ?, ?, 0)").run(id, id, dueAt);
    },
    async (database) => {
      await database
        .collection<{ _id: string }>('ledger-tasks')
        .insertOne({ _id: id, ...{ task: 'release', subject: id, dueAt: new Date(dueAt), attempts: 0 } });
    },
  );
}

/** An address of an old site; only an import brings one. */
export async function oldAddress(newsroom: Newsroom): Promise<void> {
  const row = { host: 'old.example', path: '/quay', article: newId() };
  const id = newId();
  await inDatabase(
    newsroom,
    (database) => {
      database.prepare('INSERT INTO redirects (id, host, path, article) VALUES (?, ?, ?, ?)').run(id, row.host, row.path, row.article);
    },
    async (database) => {
      await database.collection<{ _id: string }>('redirects').insertOne({ _id: id, ...row });
    },
  );
}

/** A partner's contract as an entry of the ledger: what no reader is ever told. It follows the entry before it, and is signed by nobody. */
export async function contractEntry(newsroom: Newsroom, { partner, terms }: { partner: string; terms: string }): Promise<void> {
  const content = { terms };
  const row = (last: EntryHeader | undefined) => {
    const seq = (last?.seq ?? 0) + 1;
    const link = { seq, at: last?.at ?? '2000-01-01T00:00:00.000Z', previous: last === undefined ? null : contentDigest(last) };
    const header = { ...link, type: 'entitlement', partnerId: partner, contentDigest: contentDigest(content) };
    const source = `partner:${newId()}`;
    return { id: rowId(seq), seq, source, onlyOnce: `source:${source}`, type: header.type, header, content, signature: 'unsigned' };
  };
  await inDatabase(
    newsroom,
    (database) => {
      const newest = database.prepare('SELECT header FROM ledger ORDER BY seq DESC LIMIT 1').pluck();
      const insert = database.prepare('INSERT INTO ledger (id, seq, source, only_once, type, header, content, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
      database
        .transaction(() => {
          const last = newest.get() as string | undefined;
          const { id, seq, source, onlyOnce, type, header, signature } = row(last === undefined ? undefined : (JSON.parse(last) as EntryHeader));
          insert.run(id, seq, source, onlyOnce, type, JSON.stringify(header), JSON.stringify(content), signature);
        })
        .immediate();
    },
    async (database) => {
      const ledger = database.collection<{ _id: string; seq: number; header: EntryHeader }>('ledgers');
      const [last] = await ledger.find().sort({ seq: -1 }).limit(1).toArray();
      const { id, ...fields } = row(last?.header);
      await ledger.insertOne({ _id: id, ...fields, ...{ articleId: null, revision: null } } as never);
    },
  );
}

async function inDatabase<Result>(
  { dataDir, databaseUrl }: Newsroom,
  inSqlite: (database: InstanceType<typeof Database>) => Result,
  inMongodb: (database: Db) => Promise<Result>,
): Promise<Result> {
  if (databaseUrl === undefined) {
    const database = new Database(join(dataDir, 'counterpoint.db'), { timeout: 5_000 });
    try {
      return inSqlite(database);
    } finally {
      database.close();
    }
  }
  const client = await MongoClient.connect(databaseUrl);
  try {
    return await inMongodb(client.db());
  } finally {
    await client.close();
  }
}
