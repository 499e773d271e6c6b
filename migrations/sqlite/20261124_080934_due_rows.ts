import type { MigrateUpArgs, MigrateDownArgs } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`workflow\` ADD \`lease_owner\` text;`)
  await db.run(sql`ALTER TABLE \`workflow\` ADD \`lease_until\` text;`)
  await db.run(sql`ALTER TABLE \`workflow\` ADD \`next_attempt_at\` text;`)
  await db.run(sql`ALTER TABLE \`workflow\` ADD \`problem\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`workflow\` DROP COLUMN \`lease_owner\`;`)
  await db.run(sql`ALTER TABLE \`workflow\` DROP COLUMN \`lease_until\`;`)
  await db.run(sql`ALTER TABLE \`workflow\` DROP COLUMN \`next_attempt_at\`;`)
  await db.run(sql`ALTER TABLE \`workflow\` DROP COLUMN \`problem\`;`)
}
