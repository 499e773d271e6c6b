import type { MigrateUpArgs, MigrateDownArgs } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`ledger\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`source\` text NOT NULL,
  	\`only_once\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`article_id\` text,
  	\`revision\` numeric,
  	\`header\` text NOT NULL,
  	\`content\` text,
  	\`signature\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`ledger_seq_idx\` ON \`ledger\` (\`seq\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`ledger_source_idx\` ON \`ledger\` (\`source\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`ledger_only_once_idx\` ON \`ledger\` (\`only_once\`);`)
  await db.run(sql`CREATE INDEX \`articleId_type_seq_idx\` ON \`ledger\` (\`article_id\`,\`type\`,\`seq\`);`)
  await db.run(sql`CREATE TABLE \`signing_keys\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`kid\` text NOT NULL,
  	\`public_key\` text NOT NULL,
  	\`sealed_private_key\` text NOT NULL,
  	\`made_at\` text NOT NULL,
  	\`signs_from\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`signing_keys_number_idx\` ON \`signing_keys\` (\`number\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`signing_keys_kid_idx\` ON \`signing_keys\` (\`kid\`);`)
  await db.run(sql`CREATE TABLE \`ledger_tasks\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`task\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`article\` text,
  	\`due_at\` text NOT NULL,
  	\`reached\` text,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`problem\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`ledger_tasks_due_at_idx\` ON \`ledger_tasks\` (\`due_at\`);`)
  await db.run(sql`CREATE TABLE \`leases\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`owner\` text,
  	\`held_until\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`leases_name_idx\` ON \`leases\` (\`name\`);`)
  await db.run(sql`ALTER TABLE \`news_excerpts\` ADD \`quote_check\` text;`)
  await db.run(sql`ALTER TABLE \`_news_excerpts_v\` ADD \`version_quote_check\` text;`)
  await db.run(sql`CREATE INDEX \`document_article_idx\` ON \`carriages\` (\`document\`,\`article\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`ledger\`;`)
  await db.run(sql`DROP TABLE \`signing_keys\`;`)
  await db.run(sql`DROP TABLE \`ledger_tasks\`;`)
  await db.run(sql`DROP TABLE \`leases\`;`)
  await db.run(sql`DROP INDEX \`document_article_idx\`;`)
  await db.run(sql`ALTER TABLE \`news_excerpts\` DROP COLUMN \`quote_check\`;`)
  await db.run(sql`ALTER TABLE \`_news_excerpts_v\` DROP COLUMN \`version_quote_check\`;`)
}
