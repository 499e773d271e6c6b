import type { MigrateUpArgs, MigrateDownArgs } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`picture_tasks\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`task\` text NOT NULL,
  	\`picture\` text NOT NULL,
  	\`files\` text NOT NULL,
  	\`due_at\` text NOT NULL,
  	\`owner\` text,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`problem\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`picture_tasks_picture_idx\` ON \`picture_tasks\` (\`picture\`);`)
  await db.run(sql`CREATE INDEX \`picture_tasks_due_at_idx\` ON \`picture_tasks\` (\`due_at\`);`)
  await db.run(sql`CREATE TABLE \`nodes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`started_at\` text NOT NULL,
  	\`seen_at\` text NOT NULL,
  	\`secret\` text NOT NULL,
  	\`media\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`nodes_seen_at_idx\` ON \`nodes\` (\`seen_at\`);`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`autosave\` integer;`)
  await db.run(sql`CREATE INDEX \`_articles_v_autosave_idx\` ON \`_articles_v\` (\`autosave\`);`)
  await db.run(sql`ALTER TABLE \`news_excerpts\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_news_excerpts_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_news_excerpts_v\` ADD \`autosave\` integer;`)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_autosave_idx\` ON \`_news_excerpts_v\` (\`autosave\`);`)
  await db.run(sql`ALTER TABLE \`commentaries\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_commentaries_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_commentaries_v\` ADD \`autosave\` integer;`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_autosave_idx\` ON \`_commentaries_v\` (\`autosave\`);`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`renditions\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`rendition_state\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`file_key\` text;`)
  await db.run(sql`CREATE INDEX \`media_file_key_idx\` ON \`media\` (\`file_key\`);`)
  await db.run(sql`ALTER TABLE \`transitions\` ADD \`scheduled_for\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`picture_tasks\`;`)
  await db.run(sql`DROP TABLE \`nodes\`;`)
  await db.run(sql`DROP INDEX \`_articles_v_autosave_idx\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`autosave\`;`)
  await db.run(sql`DROP INDEX \`_news_excerpts_v_autosave_idx\`;`)
  await db.run(sql`ALTER TABLE \`_news_excerpts_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_news_excerpts_v\` DROP COLUMN \`autosave\`;`)
  await db.run(sql`DROP INDEX \`_commentaries_v_autosave_idx\`;`)
  await db.run(sql`ALTER TABLE \`_commentaries_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_commentaries_v\` DROP COLUMN \`autosave\`;`)
  await db.run(sql`DROP INDEX \`media_file_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`renditions\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`rendition_state\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`file_key\`;`)
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`news_excerpts\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`commentaries\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`transitions\` DROP COLUMN \`scheduled_for\`;`)
}
