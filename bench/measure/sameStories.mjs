/** Without this file a fast import could leave half of a story out: what two newsrooms on SQLite hold, compared value by value. */
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Of these nothing is compared: what only an import records, times, and the versions' own ids. */
const ignored = new Set(['created_at', 'updated_at', 'version_created_at', 'version_updated_at', 'at', 'changed_at', 'origin', 'version_origin']);
const left = new Set(['imports', 'payload_migrations', 'payload_kv', 'sqlite_sequence', 'payload_preferences', 'payload_locked_documents']);

/** In words, the first thing that one newsroom has and the other has not; null when both hold the same. */
export function firstDifference(one, other) {
  const [ours, theirs] = [contents(one), contents(other)];
  for (const table of new Set([...ours.keys(), ...theirs.keys()])) {
    const [a, b] = [ours.get(table) ?? [], theirs.get(table) ?? []];
    if (a.length !== b.length) return `${table} has ${a.length} rows and ${b.length}`;
    const index = a.findIndex((row, at) => row !== b[at]);
    if (index >= 0) return `${table}: ${a[index].slice(0, 600)} … is not … ${b[index].slice(0, 600)}`;
  }
  return null;
}

/** Every table's rows as sorted text, each id replaced by what it is the id of. */
function contents(dataDir) {
  const database = new Database(join(dataDir, 'counterpoint.db'), { readonly: true });
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .all()
    .map(({ name }) => name)
    .filter((name) => !left.has(name));
  const rows = new Map(tables.map((table) => [table, database.prepare(`select * from "${table}"`).all()]));
  const names = namesOfIds(rows);
  const told = (value) =>
    typeof value === 'string' ? value.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => names.get(id) ?? 'id') : value;
  const text = ([column, value]) => (ignored.has(column) || (column === 'id' && typeof value === 'number') ? null : `${column}=${told(value)}`);
  const versionIds = new Map(
    tables
      .filter((table) => /^_.*_v$/.test(table))
      .map((table) => [table, new Map(rows.get(table).map(({ id, parent_id: parent }) => [id, names.get(parent)]))]),
  );
  const result = new Map();
  for (const table of tables) {
    const parents = versionIds.get(table.replace(/_v_.*$/, '_v'));
    const known = (row) => (parents && table.includes('_v_') ? { ...row, parent_id: parents.get(row.parent_id) } : row);
    result.set(
      table,
      rows
        .get(table)
        .map((row) => Object.entries(known(row)).map(text).filter(Boolean).join(' | '))
        .sort(),
    );
  }
  database.close();
  return result;
}

/** Ids are made anew in each newsroom: an outlet or author is its name, a story its title, a part what it says. */
function namesOfIds(rows) {
  const names = new Map();
  const rowsOf = (table) => rows.get(table) ?? [];
  for (const { _parent_id: id, name } of rowsOf('outlets_locales')) names.set(id, `outlet ${name}`);
  for (const { id, name } of rowsOf('authors')) names.set(id, `author ${name}`);
  for (const { id, title } of rowsOf('articles')) names.set(id, `story ${title}`);
  for (const { id, lead_in: leadIn, quote } of rowsOf('news_excerpts')) names.set(id, `excerpt ${leadIn} ${String(quote).slice(0, 400)}`);
  for (const { id, body } of rowsOf('commentaries')) names.set(id, `commentary ${String(body).slice(0, 600)}`);
  return names;
}
