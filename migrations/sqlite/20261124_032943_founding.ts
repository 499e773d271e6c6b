import type { MigrateUpArgs, MigrateDownArgs } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`articles\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`rev\` numeric,
  	\`public_from\` text,
  	\`shown_approval\` text,
  	\`title\` text,
  	\`slug\` text,
  	\`language\` text,
  	\`summary\` text,
  	\`hero_image_id\` text,
  	\`written_for_id\` text,
  	\`translation_of_id\` text,
  	\`translation_set\` text,
  	\`embargo_until\` text,
  	\`story_date\` text,
  	\`owner_id\` text,
  	\`assignee_id\` text,
  	\`notes\` text,
  	\`origin\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`hero_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`written_for_id\`) REFERENCES \`outlets\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`translation_of_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`assignee_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_public_from_idx\` ON \`articles\` (\`public_from\`);`)
  await db.run(sql`CREATE INDEX \`articles_slug_idx\` ON \`articles\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`articles_language_idx\` ON \`articles\` (\`language\`);`)
  await db.run(sql`CREATE INDEX \`articles_hero_image_idx\` ON \`articles\` (\`hero_image_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_written_for_idx\` ON \`articles\` (\`written_for_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_translation_of_idx\` ON \`articles\` (\`translation_of_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_translation_set_idx\` ON \`articles\` (\`translation_set\`);`)
  await db.run(sql`CREATE INDEX \`articles_story_date_idx\` ON \`articles\` (\`story_date\`);`)
  await db.run(sql`CREATE INDEX \`articles_owner_idx\` ON \`articles\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_assignee_idx\` ON \`articles\` (\`assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_updated_at_idx\` ON \`articles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_created_at_idx\` ON \`articles\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`articles__status_idx\` ON \`articles\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`articles_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`news_excerpts_id\` text,
  	\`commentaries_id\` text,
  	\`topics_id\` text,
  	\`outlets_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`news_excerpts_id\`) REFERENCES \`news_excerpts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`commentaries_id\`) REFERENCES \`commentaries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`outlets_id\`) REFERENCES \`outlets\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_rels_order_idx\` ON \`articles_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_parent_idx\` ON \`articles_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_path_idx\` ON \`articles_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_news_excerpts_id_idx\` ON \`articles_rels\` (\`news_excerpts_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_commentaries_id_idx\` ON \`articles_rels\` (\`commentaries_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_topics_id_idx\` ON \`articles_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_outlets_id_idx\` ON \`articles_rels\` (\`outlets_id\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_rev\` numeric,
  	\`version_public_from\` text,
  	\`version_shown_approval\` text,
  	\`version_title\` text,
  	\`version_slug\` text,
  	\`version_language\` text,
  	\`version_summary\` text,
  	\`version_hero_image_id\` text,
  	\`version_written_for_id\` text,
  	\`version_translation_of_id\` text,
  	\`version_translation_set\` text,
  	\`version_embargo_until\` text,
  	\`version_story_date\` text,
  	\`version_owner_id\` text,
  	\`version_assignee_id\` text,
  	\`version_notes\` text,
  	\`version_origin\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_hero_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_written_for_id\`) REFERENCES \`outlets\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_translation_of_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_assignee_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_parent_idx\` ON \`_articles_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_public_from_idx\` ON \`_articles_v\` (\`version_public_from\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_slug_idx\` ON \`_articles_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_language_idx\` ON \`_articles_v\` (\`version_language\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_hero_image_idx\` ON \`_articles_v\` (\`version_hero_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_written_for_idx\` ON \`_articles_v\` (\`version_written_for_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_translation_of_idx\` ON \`_articles_v\` (\`version_translation_of_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_translation_set_idx\` ON \`_articles_v\` (\`version_translation_set\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_story_date_idx\` ON \`_articles_v\` (\`version_story_date\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_owner_idx\` ON \`_articles_v\` (\`version_owner_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_assignee_idx\` ON \`_articles_v\` (\`version_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_updated_at_idx\` ON \`_articles_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_created_at_idx\` ON \`_articles_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version__status_idx\` ON \`_articles_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_created_at_idx\` ON \`_articles_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_updated_at_idx\` ON \`_articles_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_snapshot_idx\` ON \`_articles_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_published_locale_idx\` ON \`_articles_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_latest_idx\` ON \`_articles_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`news_excerpts_id\` text,
  	\`commentaries_id\` text,
  	\`topics_id\` text,
  	\`outlets_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`news_excerpts_id\`) REFERENCES \`news_excerpts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`commentaries_id\`) REFERENCES \`commentaries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`outlets_id\`) REFERENCES \`outlets\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_order_idx\` ON \`_articles_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_parent_idx\` ON \`_articles_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_path_idx\` ON \`_articles_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_news_excerpts_id_idx\` ON \`_articles_v_rels\` (\`news_excerpts_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_commentaries_id_idx\` ON \`_articles_v_rels\` (\`commentaries_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_topics_id_idx\` ON \`_articles_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_outlets_id_idx\` ON \`_articles_v_rels\` (\`outlets_id\`);`)
  await db.run(sql`CREATE TABLE \`news_excerpts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`rev\` numeric,
  	\`public_from\` text,
  	\`shown_approval\` text,
  	\`outlet_id\` text,
  	\`published_on\` text,
  	\`published_on_inferred\` integer DEFAULT false,
  	\`title\` text,
  	\`url\` text,
  	\`lead_in\` text,
  	\`quote\` text,
  	\`language\` text,
  	\`reporter\` text,
  	\`reporter_contact\` text,
  	\`snapshot_text\` text,
  	\`snapshot_captured_by_id\` text,
  	\`snapshot_captured_at\` text,
  	\`snapshot_source_url\` text,
  	\`verification\` text DEFAULT 'unverified',
  	\`rights\` text,
  	\`syndicable\` integer DEFAULT true,
  	\`owner_id\` text,
  	\`notes\` text,
  	\`origin\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`outlet_id\`) REFERENCES \`outlets\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`snapshot_captured_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`news_excerpts_public_from_idx\` ON \`news_excerpts\` (\`public_from\`);`)
  await db.run(sql`CREATE INDEX \`news_excerpts_outlet_idx\` ON \`news_excerpts\` (\`outlet_id\`);`)
  await db.run(sql`CREATE INDEX \`news_excerpts_published_on_idx\` ON \`news_excerpts\` (\`published_on\`);`)
  await db.run(sql`CREATE INDEX \`news_excerpts_language_idx\` ON \`news_excerpts\` (\`language\`);`)
  await db.run(sql`CREATE INDEX \`news_excerpts_snapshot_snapshot_captured_by_idx\` ON \`news_excerpts\` (\`snapshot_captured_by_id\`);`)
  await db.run(sql`CREATE INDEX \`news_excerpts_owner_idx\` ON \`news_excerpts\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`news_excerpts_updated_at_idx\` ON \`news_excerpts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`news_excerpts_created_at_idx\` ON \`news_excerpts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`news_excerpts__status_idx\` ON \`news_excerpts\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_news_excerpts_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_rev\` numeric,
  	\`version_public_from\` text,
  	\`version_shown_approval\` text,
  	\`version_outlet_id\` text,
  	\`version_published_on\` text,
  	\`version_published_on_inferred\` integer DEFAULT false,
  	\`version_title\` text,
  	\`version_url\` text,
  	\`version_lead_in\` text,
  	\`version_quote\` text,
  	\`version_language\` text,
  	\`version_reporter\` text,
  	\`version_reporter_contact\` text,
  	\`version_snapshot_text\` text,
  	\`version_snapshot_captured_by_id\` text,
  	\`version_snapshot_captured_at\` text,
  	\`version_snapshot_source_url\` text,
  	\`version_verification\` text DEFAULT 'unverified',
  	\`version_rights\` text,
  	\`version_syndicable\` integer DEFAULT true,
  	\`version_owner_id\` text,
  	\`version_notes\` text,
  	\`version_origin\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`news_excerpts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_outlet_id\`) REFERENCES \`outlets\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_snapshot_captured_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_parent_idx\` ON \`_news_excerpts_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_version_version_public_from_idx\` ON \`_news_excerpts_v\` (\`version_public_from\`);`)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_version_version_outlet_idx\` ON \`_news_excerpts_v\` (\`version_outlet_id\`);`)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_version_version_published_on_idx\` ON \`_news_excerpts_v\` (\`version_published_on\`);`)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_version_version_language_idx\` ON \`_news_excerpts_v\` (\`version_language\`);`)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_version_snapshot_version_snapshot_captu_idx\` ON \`_news_excerpts_v\` (\`version_snapshot_captured_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_version_version_owner_idx\` ON \`_news_excerpts_v\` (\`version_owner_id\`);`)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_version_version_updated_at_idx\` ON \`_news_excerpts_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_version_version_created_at_idx\` ON \`_news_excerpts_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_version_version__status_idx\` ON \`_news_excerpts_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_created_at_idx\` ON \`_news_excerpts_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_updated_at_idx\` ON \`_news_excerpts_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_snapshot_idx\` ON \`_news_excerpts_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_published_locale_idx\` ON \`_news_excerpts_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_news_excerpts_v_latest_idx\` ON \`_news_excerpts_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`commentaries\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`rev\` numeric,
  	\`public_from\` text,
  	\`shown_approval\` text,
  	\`body\` text,
  	\`capacity\` text,
  	\`language\` text,
  	\`owner_id\` text,
  	\`notes\` text,
  	\`origin\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`commentaries_public_from_idx\` ON \`commentaries\` (\`public_from\`);`)
  await db.run(sql`CREATE INDEX \`commentaries_language_idx\` ON \`commentaries\` (\`language\`);`)
  await db.run(sql`CREATE INDEX \`commentaries_owner_idx\` ON \`commentaries\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`commentaries_updated_at_idx\` ON \`commentaries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`commentaries_created_at_idx\` ON \`commentaries\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`commentaries__status_idx\` ON \`commentaries\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`commentaries_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`authors_id\` text,
  	\`news_excerpts_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`commentaries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`authors_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`news_excerpts_id\`) REFERENCES \`news_excerpts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`commentaries_rels_order_idx\` ON \`commentaries_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`commentaries_rels_parent_idx\` ON \`commentaries_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`commentaries_rels_path_idx\` ON \`commentaries_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`commentaries_rels_authors_id_idx\` ON \`commentaries_rels\` (\`authors_id\`);`)
  await db.run(sql`CREATE INDEX \`commentaries_rels_news_excerpts_id_idx\` ON \`commentaries_rels\` (\`news_excerpts_id\`);`)
  await db.run(sql`CREATE TABLE \`_commentaries_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_rev\` numeric,
  	\`version_public_from\` text,
  	\`version_shown_approval\` text,
  	\`version_body\` text,
  	\`version_capacity\` text,
  	\`version_language\` text,
  	\`version_owner_id\` text,
  	\`version_notes\` text,
  	\`version_origin\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`commentaries\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_commentaries_v_parent_idx\` ON \`_commentaries_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_version_version_public_from_idx\` ON \`_commentaries_v\` (\`version_public_from\`);`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_version_version_language_idx\` ON \`_commentaries_v\` (\`version_language\`);`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_version_version_owner_idx\` ON \`_commentaries_v\` (\`version_owner_id\`);`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_version_version_updated_at_idx\` ON \`_commentaries_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_version_version_created_at_idx\` ON \`_commentaries_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_version_version__status_idx\` ON \`_commentaries_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_created_at_idx\` ON \`_commentaries_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_updated_at_idx\` ON \`_commentaries_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_snapshot_idx\` ON \`_commentaries_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_published_locale_idx\` ON \`_commentaries_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_latest_idx\` ON \`_commentaries_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`_commentaries_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`authors_id\` text,
  	\`news_excerpts_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_commentaries_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`authors_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`news_excerpts_id\`) REFERENCES \`news_excerpts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_commentaries_v_rels_order_idx\` ON \`_commentaries_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_rels_parent_idx\` ON \`_commentaries_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_rels_path_idx\` ON \`_commentaries_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_rels_authors_id_idx\` ON \`_commentaries_v_rels\` (\`authors_id\`);`)
  await db.run(sql`CREATE INDEX \`_commentaries_v_rels_news_excerpts_id_idx\` ON \`_commentaries_v_rels\` (\`news_excerpts_id\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`rev\` numeric,
  	\`public_from\` text,
  	\`alt\` text NOT NULL,
  	\`caption\` text,
  	\`credit\` text,
  	\`licence\` text,
  	\`syndicable\` integer DEFAULT true,
  	\`digests\` text,
  	\`owner_id\` text,
  	\`notes\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	\`sizes_thumbnail_url\` text,
  	\`sizes_thumbnail_width\` numeric,
  	\`sizes_thumbnail_height\` numeric,
  	\`sizes_thumbnail_mime_type\` text,
  	\`sizes_thumbnail_filesize\` numeric,
  	\`sizes_thumbnail_filename\` text,
  	\`sizes_card_url\` text,
  	\`sizes_card_width\` numeric,
  	\`sizes_card_height\` numeric,
  	\`sizes_card_mime_type\` text,
  	\`sizes_card_filesize\` numeric,
  	\`sizes_card_filename\` text,
  	\`sizes_hero_url\` text,
  	\`sizes_hero_width\` numeric,
  	\`sizes_hero_height\` numeric,
  	\`sizes_hero_mime_type\` text,
  	\`sizes_hero_filesize\` numeric,
  	\`sizes_hero_filename\` text,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`media_public_from_idx\` ON \`media\` (\`public_from\`);`)
  await db.run(sql`CREATE INDEX \`media_owner_idx\` ON \`media\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_thumbnail_sizes_thumbnail_filename_idx\` ON \`media\` (\`sizes_thumbnail_filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_card_sizes_card_filename_idx\` ON \`media\` (\`sizes_card_filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_hero_sizes_hero_filename_idx\` ON \`media\` (\`sizes_hero_filename\`);`)
  await db.run(sql`CREATE TABLE \`authors_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`label\` text NOT NULL,
  	\`url\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`authors_links_order_idx\` ON \`authors_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`authors_links_parent_id_idx\` ON \`authors_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`authors\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`rev\` numeric,
  	\`public_from\` text,
  	\`name\` text NOT NULL,
  	\`slug\` text,
  	\`affiliation_id\` text,
  	\`bio\` text,
  	\`photo_id\` text,
  	\`user_id\` text,
  	\`notes\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`affiliation_id\`) REFERENCES \`outlets\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`photo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`authors_public_from_idx\` ON \`authors\` (\`public_from\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`authors_slug_idx\` ON \`authors\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`authors_affiliation_idx\` ON \`authors\` (\`affiliation_id\`);`)
  await db.run(sql`CREATE INDEX \`authors_photo_idx\` ON \`authors\` (\`photo_id\`);`)
  await db.run(sql`CREATE INDEX \`authors_user_idx\` ON \`authors\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`authors_updated_at_idx\` ON \`authors\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`authors_created_at_idx\` ON \`authors\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`authors_locales\` (
  	\`role\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`authors_locales_locale_parent_id_unique\` ON \`authors_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`authors_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`authors_texts_order_parent\` ON \`authors_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`outlets_kinds\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`outlets\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`outlets_kinds_order_idx\` ON \`outlets_kinds\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`outlets_kinds_parent_idx\` ON \`outlets_kinds\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`outlets\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`rev\` numeric,
  	\`public_from\` text,
  	\`slug\` text,
  	\`homepage\` text,
  	\`story_url\` text,
  	\`country\` text,
  	\`usage_terms\` text,
  	\`notes\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`outlets_public_from_idx\` ON \`outlets\` (\`public_from\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`outlets_slug_idx\` ON \`outlets\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`outlets_updated_at_idx\` ON \`outlets\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`outlets_created_at_idx\` ON \`outlets\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`outlets_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`outlets\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`outlets_locales_locale_parent_id_unique\` ON \`outlets_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`outlets_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`outlets\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`outlets_texts_order_parent\` ON \`outlets_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`topics\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`rev\` numeric,
  	\`public_from\` text,
  	\`slug\` text,
  	\`media_topic\` text,
  	\`parent_id\` text,
  	\`notes\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`topics_public_from_idx\` ON \`topics\` (\`public_from\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`topics_slug_idx\` ON \`topics\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`topics_media_topic_idx\` ON \`topics\` (\`media_topic\`);`)
  await db.run(sql`CREATE INDEX \`topics_parent_idx\` ON \`topics\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_updated_at_idx\` ON \`topics\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`topics_created_at_idx\` ON \`topics\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`topics_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`topics_locales_locale_parent_id_unique\` ON \`topics_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_roles_order_idx\` ON \`users_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_roles_parent_idx\` ON \`users_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`rev\` numeric,
  	\`name\` text,
  	\`language\` text,
  	\`time_zone\` text,
  	\`disabled\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`workflow\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`article\` text NOT NULL,
  	\`work\` text NOT NULL,
  	\`publication\` text NOT NULL,
  	\`approval\` text,
  	\`published\` text,
  	\`number\` numeric DEFAULT 0 NOT NULL,
  	\`first_published_at\` text,
  	\`scheduled_for\` text,
  	\`release_at\` text,
  	\`release_due\` text,
  	\`last_edited_by\` text,
  	\`changed_at\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`workflow_article_idx\` ON \`workflow\` (\`article\`);`)
  await db.run(sql`CREATE INDEX \`workflow_work_idx\` ON \`workflow\` (\`work\`);`)
  await db.run(sql`CREATE INDEX \`workflow_publication_idx\` ON \`workflow\` (\`publication\`);`)
  await db.run(sql`CREATE INDEX \`workflow_scheduled_for_idx\` ON \`workflow\` (\`scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`workflow_release_due_idx\` ON \`workflow\` (\`release_due\`);`)
  await db.run(sql`CREATE INDEX \`workflow_changed_at_idx\` ON \`workflow\` (\`changed_at\`);`)
  await db.run(sql`CREATE TABLE \`approvals\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`article\` text NOT NULL,
  	\`content\` text,
  	\`content_digest\` text NOT NULL,
  	\`documents\` text,
  	\`by\` text NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`approvals_article_idx\` ON \`approvals\` (\`article\`);`)
  await db.run(sql`CREATE INDEX \`approvals_at_idx\` ON \`approvals\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`publications\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`article\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`approval\` text,
  	\`kind\` text NOT NULL,
  	\`notice\` text,
  	\`by\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`embargo_until\` text,
  	\`first_published_at\` text,
  	\`backfill\` integer DEFAULT false NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`publications_article_idx\` ON \`publications\` (\`article\`);`)
  await db.run(sql`CREATE INDEX \`publications_at_idx\` ON \`publications\` (\`at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`article_number_idx\` ON \`publications\` (\`article\`,\`number\`);`)
  await db.run(sql`CREATE TABLE \`transitions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`article\` text NOT NULL,
  	\`transition\` text NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`reason\` text,
  	\`notice\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`transitions_article_idx\` ON \`transitions\` (\`article\`);`)
  await db.run(sql`CREATE INDEX \`transitions_at_idx\` ON \`transitions\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`cascades\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`collection\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`cascades_document_idx\` ON \`cascades\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`cascades_at_idx\` ON \`cascades\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`slugs\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`article\` text NOT NULL,
  	\`published\` integer DEFAULT false NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`slugs_article_idx\` ON \`slugs\` (\`article\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`language_slug_idx\` ON \`slugs\` (\`language\`,\`slug\`);`)
  await db.run(sql`CREATE TABLE \`carriages\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`article\` text NOT NULL,
  	\`collection\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`release_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`carriages_article_idx\` ON \`carriages\` (\`article\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`article_collection_document_idx\` ON \`carriages\` (\`article\`,\`collection\`,\`document\`);`)
  await db.run(sql`CREATE INDEX \`document_releaseAt_idx\` ON \`carriages\` (\`document\`,\`release_at\`);`)
  await db.run(sql`CREATE TABLE \`imports\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`article\` text NOT NULL,
  	\`digest\` text NOT NULL,
  	\`reading\` text NOT NULL,
  	\`revisions\` text NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`imports_article_idx\` ON \`imports\` (\`article\`);`)
  await db.run(sql`CREATE INDEX \`imports_digest_idx\` ON \`imports\` (\`digest\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`key_number_idx\` ON \`imports\` (\`key\`,\`number\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`articles_id\` text,
  	\`news_excerpts_id\` text,
  	\`commentaries_id\` text,
  	\`media_id\` text,
  	\`authors_id\` text,
  	\`outlets_id\` text,
  	\`topics_id\` text,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`news_excerpts_id\`) REFERENCES \`news_excerpts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`commentaries_id\`) REFERENCES \`commentaries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`authors_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`outlets_id\`) REFERENCES \`outlets\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_articles_id_idx\` ON \`payload_locked_documents_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_news_excerpts_id_idx\` ON \`payload_locked_documents_rels\` (\`news_excerpts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_commentaries_id_idx\` ON \`payload_locked_documents_rels\` (\`commentaries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_authors_id_idx\` ON \`payload_locked_documents_rels\` (\`authors_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_outlets_id_idx\` ON \`payload_locked_documents_rels\` (\`outlets_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`articles\`;`)
  await db.run(sql`DROP TABLE \`articles_rels\`;`)
  await db.run(sql`DROP TABLE \`_articles_v\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_rels\`;`)
  await db.run(sql`DROP TABLE \`news_excerpts\`;`)
  await db.run(sql`DROP TABLE \`_news_excerpts_v\`;`)
  await db.run(sql`DROP TABLE \`commentaries\`;`)
  await db.run(sql`DROP TABLE \`commentaries_rels\`;`)
  await db.run(sql`DROP TABLE \`_commentaries_v\`;`)
  await db.run(sql`DROP TABLE \`_commentaries_v_rels\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`authors_links\`;`)
  await db.run(sql`DROP TABLE \`authors\`;`)
  await db.run(sql`DROP TABLE \`authors_locales\`;`)
  await db.run(sql`DROP TABLE \`authors_texts\`;`)
  await db.run(sql`DROP TABLE \`outlets_kinds\`;`)
  await db.run(sql`DROP TABLE \`outlets\`;`)
  await db.run(sql`DROP TABLE \`outlets_locales\`;`)
  await db.run(sql`DROP TABLE \`outlets_texts\`;`)
  await db.run(sql`DROP TABLE \`topics\`;`)
  await db.run(sql`DROP TABLE \`topics_locales\`;`)
  await db.run(sql`DROP TABLE \`users_roles\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`workflow\`;`)
  await db.run(sql`DROP TABLE \`approvals\`;`)
  await db.run(sql`DROP TABLE \`publications\`;`)
  await db.run(sql`DROP TABLE \`transitions\`;`)
  await db.run(sql`DROP TABLE \`cascades\`;`)
  await db.run(sql`DROP TABLE \`slugs\`;`)
  await db.run(sql`DROP TABLE \`carriages\`;`)
  await db.run(sql`DROP TABLE \`imports\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
}
