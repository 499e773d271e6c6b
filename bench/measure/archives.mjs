/** Without this file each run would make its archives anew: newsrooms with many stories in the ledger, and the replica that is built from it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { root } from '../../scripts/stages.mjs';
import { runToEnd } from './child.mjs';
import { own, settingsFor } from './newsrooms.mjs';

/** What an archive is made by: kept ones are made anew when it changes. */
const makers = ['bench/seed/vocabulary.mjs', 'bench/seed/archive.mjs', 'bench/sides/archive.mjs', 'dist/src/replica/schema.js'];

/** The folder of a newsroom with so many stories; in `keep` it is there for the next run too. */
export async function archiveOf(stories, { folder, keep, say }) {
  const dataDir = join(keep ?? folder, `archive-${stories}`);
  const made = join(dataDir, 'archive.made');
  const wanted = makers.reduce((hash, file) => hash.update(readFileSync(join(root, file))), createHash('sha256')).digest('hex');
  if (existsSync(made) && readFileSync(made, 'utf8') === wanted) return dataDir;
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const began = performance.now();
  say(`making an archive of ${stories} stories …`);
  const env = { ...(await settingsFor(dataDir)), BENCH_STORIES: String(stories), LOG_LEVEL: 'warn' };
  await runToEnd(own('sides/archive.mjs'), { env, log: join(folder, `archive-${stories}.log`) });
  writeFileSync(made, wanted);
  say(`made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return dataDir;
}

/** Ids of `count` stories that are out, from all over the archive. */
export function someIds(dataDir, count) {
  const db = new Database(join(dataDir, 'replica.db'), { readonly: true });
  const newest = db.prepare('SELECT max(number) FROM articles').pluck().get();
  const one = db.prepare('SELECT a.id FROM stories s JOIN articles a ON a.number = s.article WHERE s.seq >= ? LIMIT 1').pluck();
  const ids = Array.from({ length: count }, (_, index) => one.get(Math.floor((newest * (index * 7919 + 1)) % (newest * 0.98))));
  db.close();
  return ids;
}
