/** Without this file the revision on SQLite would be read and then written, and two editors could take the same one. */
import type { SQLiteAdapter } from '@payloadcms/db-sqlite';
import { and, eq, inArray, sql } from '@payloadcms/db-sqlite/drizzle';
import type { SQLiteColumn, SQLiteTable } from '@payloadcms/db-sqlite/drizzle/sqlite-core';
import type { PayloadRequest } from 'payload';
import type { FlatValue, MainRow } from './mainRow.ts';

/** The rows of `collection` on SQLite. @throws when the collection has no table, or not the field that is asked for. */
export function sqliteRow(adapter: SQLiteAdapter, collection: string, req: Partial<PayloadRequest> | undefined): MainRow {
  const main = tableOf(adapter, snake(collection));
  const open = async (): Promise<SQLiteAdapter['drizzle']> => {
    const id = await req?.transactionID;
    const session = id ? adapter.sessions?.[id] : undefined;
    return (session?.db ?? adapter.drizzle) as SQLiteAdapter['drizzle'];
  };
  const newestFollows = async (id: string, values: Stored): Promise<void> => {
    const versions = versionsOf(adapter, collection);
    const known = Object.entries(values).filter(([name]) => versions && `version_${name}` in versions);
    if (!versions || known.length === 0) return;
    const db = await open();
    const newest = and(eq(column(versions, 'parent'), id), eq(column(versions, 'latest'), true));
    await db
      .update(versions)
      .set(Object.fromEntries(known.map(([name, value]) => [`version_${name}`, value])))
      .where(newest);
  };
  return {
    async read(id) {
      const db = await open();
      const fields = { rev: main['rev'] ?? sql`null`, publicFrom: main['publicFrom'] ?? sql`null` };
      const [row] = await db
        .select(fields)
        .from(main)
        .where(eq(column(main, 'id'), id))
        .limit(1);
      return row ? { rev: Number(row.rev ?? 0), publicFrom: typeof row.publicFrom === 'string' ? row.publicFrom : null } : undefined;
    },
    async bump(id, expected) {
      const db = await open();
      const current = sql`coalesce(${column(main, 'rev')}, 0)`;
      const asSeen = expected === undefined ? undefined : eq(current, expected);
      const [row] = await db
        .update(main)
        .set({ rev: sql`${current} + 1` })
        .where(and(eq(column(main, 'id'), id), asSeen))
        .returning({ rev: column(main, 'rev') });
      if (!row) return undefined;
      const rev = Number(row.rev);
      await newestFollows(id, { rev });
      return rev;
    },
    async set(id, values) {
      const db = await open();
      const stored: Stored = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]));
      const rows = await db
        .update(main)
        .set(stored)
        .where(eq(column(main, 'id'), id))
        .returning({ id: column(main, 'id') });
      await newestFollows(id, stored);
      return rows.length > 0;
    },
    async keepNewest(ids) {
      const versions = versionsOf(adapter, collection);
      if (!versions?.['autosave'] || ids.length === 0) return;
      const db = await open();
      await db
        .update(versions)
        .set({ autosave: false })
        .where(and(inArray(column(versions, 'parent'), [...ids]), eq(column(versions, 'latest'), true), eq(column(versions, 'autosave'), true)));
    },
  };
}

/** As the stock adapter builds it: a column for each flat field, by the field's name. */
type Table = SQLiteTable & Record<string, SQLiteColumn | undefined>;
type Stored = Record<string, Exclude<FlatValue, Date>>;

function tableOf(adapter: SQLiteAdapter, key: string): Table {
  const table = adapter.tables[adapter.tableNameMap.get(key) ?? ''] as Table | undefined;
  if (!table) throw new Error(`There is no table for ${key}.`);
  return table;
}

/** Undefined when the collection keeps no drafts: then no version is shown in place of the document. */
function versionsOf(adapter: SQLiteAdapter, collection: string): Table | undefined {
  const key = `_${snake(collection)}${adapter.versionsSuffix ?? '_v'}`;
  if (!adapter.tableNameMap.has(key)) return undefined;
  const table = tableOf(adapter, key);
  return table['latest'] ? table : undefined;
}

function column(table: Table, name: string): SQLiteColumn {
  const found = table[name];
  if (!found) throw new Error(`The table has no column for ${name}.`);
  return found;
}

/** Payload's own way from a slug to the key of its table. */
function snake(slug: string): string {
  return slug
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/-/g, '_')
    .toLowerCase();
}
