/** Without this file nobody could tell whether a node shows what the ledger says: its file, compared with a fresh fold. */
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import Sqlite from '../database/sqliteDriver.mjs';
import { messageOf } from '../errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { checkFile } from './check.ts';
import { isDamage } from './fileErrors.ts';
import { isThere, placeIn, removeDatabase } from './place.ts';
import { ReplicaFile } from './replicaFile.ts';
import { packed } from './threadProtocol.ts';
import { unpacked } from './readEntry.ts';

export interface Verification {
  /** The entry up to which was compared. */
  seq: number;
  differences: Difference[];
}

/** Rows that a fresh fold has and the file has not, and the other way round. */
export interface Difference {
  what: string;
  missing: number;
  foreign: number;
}

/** What is compared; ids that a file gives by itself are left out. */
const compared: Readonly<Record<string, string>> = {
  progress: 'SELECT seq, hash, at, signature FROM @.progress',
  stories: 'SELECT * FROM @.stories',
  'taken back stories': 'SELECT * FROM @.taken_back',
  editions: 'SELECT * FROM @.editions',
  releases: 'SELECT * FROM @.releases',
  articles: 'SELECT * FROM @.articles',
  facets: `SELECT f.story, n.kind, n.value, l.language, l.told, l.slug, f.first, f.updated, f.article
    FROM @.facets f JOIN @.names n ON n.id = f.name JOIN @.labels l ON l.id = f.label`,
  counts: 'SELECT n.kind, n.value, l.language, l.told, l.slug, l.uses, l.steady FROM @.labels l JOIN @.names n ON n.id = l.name',
  parts: 'SELECT * FROM @.parts',
  texts: 'SELECT * FROM @.texts',
  'full-text index': 'SELECT * FROM temp.words_of_@',
};
const AT_ONCE = 200;

/** Folds the ledger once more, beside the file and as far as it is, and compares. Changes nothing; may run beside the server. */
export async function verifyReplica({ ledger, dataDir }: { ledger: Ledger; dataDir: string }): Promise<Verification> {
  const { file } = placeIn(dataDir);
  if (!isThere(file))
    return { seq: 0, differences: [{ what: 'there is no replica yet: a server makes it, or "counterpoint replica rebuild"', missing: 1, foreign: 0 }] };
  const fresh = join(dataDir, `replica.db.verify-${process.pid}`);
  try {
    checkFile(file);
    await removeDatabase(fresh);
    return await compare(ledger, file, fresh);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { seq: 0, differences: [{ what: `the file is damaged: ${messageOf(error)}`, missing: 1, foreign: 0 }] };
  } finally {
    await removeDatabase(fresh);
  }
}

async function compare(ledger: Ledger, file: string, fresh: string): Promise<Verification> {
  const folded = ReplicaFile.create(fresh);
  const db = new Sqlite(file, { readonly: true, timeout: 5000 });
  try {
    db.exec(`ATTACH '${fresh.replaceAll("'", "''")}' AS fresh`);
    for (const name of ['main', 'fresh']) db.exec(`CREATE VIRTUAL TABLE temp.words_of_${name} USING fts5vocab('${name}', 'search', 'row')`);
    for (;;) {
      const reached = await foldUpTo(ledger, folded, seqOf(db));
      // From here on a server that goes on writing changes nothing of what this connection sees.
      db.exec('BEGIN');
      const seq = seqOf(db);
      if (seq <= folded.head.seq || !reached) return { seq, differences: differencesIn(db) };
      db.exec('COMMIT');
    }
  } finally {
    db.close();
    folded.close();
  }
}

/** @returns false when the ledger ends before `seq`. */
async function foldUpTo(ledger: Ledger, folded: ReplicaFile, seq: number): Promise<boolean> {
  while (folded.head.seq < seq) {
    const entries = await ledger.after(folded.head.seq, Math.min(AT_ONCE, seq - folded.head.seq));
    if (entries.length === 0) break;
    folded.apply(entries.map((entry) => unpacked(packed(entry))));
  }
  folded.settle();
  return folded.head.seq >= seq;
}

function seqOf(db: Database): number {
  return db.prepare('SELECT seq FROM main.progress').pluck().get() as number;
}

function differencesIn(db: Database): Difference[] {
  return Object.entries(compared).flatMap(([what, sql]) => {
    const [ours, theirs] = [sql.replaceAll('@', 'main'), sql.replaceAll('@', 'fresh')];
    const count = (one: string, other: string) => db.prepare(`SELECT count(*) FROM (${one} EXCEPT ${other})`).pluck().get() as number;
    const [missing, foreign] = [count(theirs, ours), count(ours, theirs)];
    return missing + foreign === 0 ? [] : [{ what, missing, foreign }];
  });
}
