/** Without this file nobody would know what a newsroom costs that is built as Payload's documentation shows: its own small config, stock adapter, nothing of ours. */
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import { lexicalEditor } from '@payloadcms/richtext-lexical';
import { buildConfig } from 'payload';

const anybody = { read: () => true };
const relation = (name, relationTo, hasMany = false) => ({ name, type: 'relationship', relationTo, hasMany, index: true });
const line = (name, given = {}) => ({ name, type: 'text', ...given });
const named = [line('name', { required: true }), line('slug', { index: true })];

export default buildConfig({
  secret: 'a secret of nobody, for a database that lives for minutes',
  telemetry: false,
  db: sqliteAdapter({ client: { url: process.env.DATABASE_URL } }),
  editor: lexicalEditor(),
  collections: [
    { slug: 'users', auth: true, fields: [] },
    { slug: 'outlets', access: anybody, fields: [...named, { name: 'kinds', type: 'select', hasMany: true, options: ['source', 'website', 'organisation'] }] },
    { slug: 'authors', access: anybody, fields: [...named, line('role')] },
    { slug: 'topics', access: anybody, fields: named },
    {
      slug: 'excerpts',
      access: anybody,
      fields: [
        relation('outlet', 'outlets'),
        ...[line('title'), line('url'), { name: 'publishedOn', type: 'date', index: true }, line('leadIn'), { name: 'quote', type: 'json' }, line('language')],
      ],
    },
    {
      slug: 'commentaries',
      access: anybody,
      fields: [
        { name: 'body', type: 'richText' },
        relation('authors', 'authors', true),
        line('capacity'),
        relation('respondsTo', 'excerpts', true),
        line('language'),
      ],
    },
    {
      slug: 'articles',
      access: anybody,
      fields: [
        ...[line('title', { required: true }), line('slug', { index: true }), line('language', { index: true }), line('summary')],
        ...[relation('excerpts', 'excerpts', true), relation('commentaries', 'commentaries', true), relation('outlets', 'outlets', true)],
        ...[relation('topics', 'topics', true), relation('writtenFor', 'outlets'), { name: 'publishedAt', type: 'date', index: true }],
      ],
    },
  ],
});
