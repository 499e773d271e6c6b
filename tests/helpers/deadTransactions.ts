/** Without this file a proof on MongoDB would wait a minute after every kill: so long a server keeps what a dead node left open. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MongoClient, UUID } from 'mongodb';
import type { Remains } from './newsroom.ts';

/** Preloaded into a server, it notes which sessions begin transactions. */
export const noteTransactions = resolve(import.meta.dirname, '../proof/noteTransactions.mjs');

/**
 * Has MongoDB do at once what it does when `transactionLifetimeLimitSeconds` (60) have passed: roll back what a killed server left open.
 * Only the sessions of that server are meant; others test on the same MongoDB. On SQLite there is nothing to do.
 */
export async function rollBackTheDead({ dataDir, databaseUrl }: Remains): Promise<void> {
  const notes = join(dataDir, 'transactions');
  if (databaseUrl === undefined || !existsSync(notes)) return;
  const sessions = [...new Set(readFileSync(notes, 'utf8').trim().split('\n'))];
  const client = await MongoClient.connect(databaseUrl);
  try {
    await client.db('admin').command({ killSessions: sessions.map((id) => ({ id: new UUID(id) })) });
  } finally {
    await client.close();
  }
  rmSync(notes);
}
