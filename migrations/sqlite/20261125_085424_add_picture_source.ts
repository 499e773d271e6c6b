import type { MigrateUpArgs, MigrateDownArgs } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`media\` ADD \`source_digest\` text;`)
  await db.run(sql`CREATE INDEX \`media_source_digest_idx\` ON \`media\` (\`source_digest\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`media_source_digest_idx\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`source_digest\`;`)
}
