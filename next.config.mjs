/** Without this file Next would build more than the admin panel, and a second copy of what the server already runs. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPayload } from '@payloadcms/next/withPayload';

export default withPayload({
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
  // `npm run typecheck` is the gate, over everything; Next rewrites the file it is given.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  // Loaded from node_modules once and shared with the server, instead of bundled a second time.
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
