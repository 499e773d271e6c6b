import type { MigrateUpArgs, MigrateDownArgs } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`redirects\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`host\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`article\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`redirects_article_idx\` ON \`redirects\` (\`article\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`host_path_idx\` ON \`redirects\` (\`host\`,\`path\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`redirects\`;`)
}
