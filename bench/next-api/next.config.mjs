/** Without this file Next would bundle a second Payload instead of taking the one that its process holds; the same settings as the panel's. */
import { withPayload } from '@payloadcms/next/withPayload';
import { root } from '../../../scripts/stages.mjs';

export default withPayload({
  poweredByHeader: false,
  turbopack: { root },
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-mongodb',
    '@payloadcms/db-sqlite',
    '@payloadcms/drizzle',
    '@payloadcms/graphql',
    'better-sqlite3',
    'mongodb',
    'mongoose',
    'pino',
    'sharp',
  ],
});
