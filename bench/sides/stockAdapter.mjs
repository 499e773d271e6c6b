/** Without this file writing would have nothing to be compared with: the same server and collections on Payload's stock SQLite adapter, transactions off. */
import { join } from 'node:path';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import { getPayload } from 'payload';
import { keepRecordsAsWritten } from '../../dist/src/database/insertOnly.js';
import { onlyReleasesPublish } from '../../dist/src/database/publishedRows.js';
import { keepServerFields } from '../../dist/src/database/serverOwned.js';
import { openDesk } from '../../dist/src/editorial/openDesk.js';
import { openPictures } from '../../dist/src/editorial/pictures/pictures.js';
import { transitionRoutes } from '../../dist/src/editorial/routes.js';
import { readEnv } from '../../dist/src/env.js';
import { createLog } from '../../dist/src/log.js';
import { createConfig } from '../../dist/src/payload.config.js';
import { createListener } from '../../dist/src/server/app.js';
import { listen } from '../../dist/src/server/listen.js';
import { PublicAnswers } from '../../dist/src/server/publicAnswers.js';
import { Readiness } from '../../dist/src/server/readiness.js';

const env = readEnv();
const log = createLog(env);
// The database was made and migrated by the newsroom's own client, so it is in WAL mode; FULL is what that client writes with, too.
const stock = sqliteAdapter({
  client: { url: `file:${join(env.dataDir, 'counterpoint.db')}` },
  allowIDOnCreate: true,
  push: false,
  transactionOptions: false,
  wal: true,
});
const config = Object.assign(await createConfig(env), { logger: log });
config.db = {
  ...stock,
  // What the newsroom forbids has to hold on this side as well: it costs the same here.
  init: (given) => {
    const adapter = stock.init(given);
    for (const keep of [onlyReleasesPublish, keepServerFields, keepRecordsAsWritten]) keep(adapter);
    return adapter;
  },
};
const payload = await getPayload({ config });
const desk = openDesk(
  { payload, clock: () => new Date(), fourEyes: env.fourEyes, language: env.defaultLanguage, timeZone: env.newsroomTimeZone },
  openPictures(env),
);
const readiness = new Readiness();
// Only our own client can tell whether anything was written.
const answers = new PublicAnswers({ version: () => undefined, nextRelease: async () => 0 }, config);
const routes = [transitionRoutes(desk, env.limits.bodyBytes)];
// This side has no ledger that could be asked.
const standing = () => ({ ledger: null, databaseAnswers: true });
const listener = createListener({ env, log, config, readiness, standing, routes, admin: undefined, hasUsers: async () => true, answers });
await listen(listener, env);
readiness.open();
process.once('disconnect', () => process.exit(0));
