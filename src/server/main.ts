/** Without this file nothing would start: it reads, from top to bottom, in the order in which the newsroom starts and stops. */
import { startDueSweep } from '../editorial/due/sweep.ts';
import { transitionRoutes } from '../editorial/routes.ts';
import { messageOf } from '../errors.ts';
import { readEnv, WrongSetting } from '../env.ts';
import { createLog } from '../log.ts';
import { createConfig } from '../payload.config.ts';
import { prepareAdmin, shareConfig } from './admin.ts';
import { createApp } from './app.ts';
import { hasUsers, makeFirstAdministrator } from './firstAdministrator.ts';
import { listen, localAddress } from './listen.ts';
import { mailAdapter } from './mail.ts';
import { openNewsroom } from './openNewsroom.ts';
import { projectRoot } from './projectRoot.ts';
import { Readiness } from './readiness.ts';
import { onStop, shutDown } from './shutdown.ts';
import { offerSamples } from './samples.ts';
import { sayWhereToGo } from './welcome.ts';

const withoutAdmin = process.argv.includes('--without-admin');
const development = process.argv.includes('--development');

async function start(): Promise<void> {
  const env = readEnv();
  const log = createLog(env);
  const readiness = new Readiness();

  // The panel is prepared meanwhile: it needs no database before its first page.
  const preparing = withoutAdmin ? undefined : prepareAdmin(projectRoot, env, development);
  preparing?.catch(() => undefined);
  const building = createConfig(env, mailAdapter(env.smtp));
  shareConfig(building);
  const config = Object.assign(await building, { logger: log });
  const newsroom = await openNewsroom(env, config);
  const { payload, desk } = newsroom;
  const sweep = startDueSweep(desk, log);

  const admin = await preparing;
  const app = createApp({
    env,
    log,
    config,
    readiness,
    routes: [transitionRoutes(desk, env.limits.bodyBytes)],
    admin: admin?.handler,
    hasUsers: () => hasUsers(payload),
  });
  const server = await listen(app, env);
  admin?.attach(server);
  const address = localAddress(server, env.host);

  onStop(
    (reason) => {
      log.info({ reason }, 'stopping');
      void shutDown(server, readiness, [async () => admin?.close(), () => sweep.close(), () => newsroom.close()], log).then(() => {
        log.info('stopped');
        process.exit(0);
      });
    },
    () => process.exit(1),
  );

  if (await makeFirstAdministrator(payload, env)) log.info({ email: env.adminEmail }, 'first administrator made');
  await offerSamples(newsroom, env, log);
  // In development the first page is compiled when somebody asks for it.
  if (admin && !development) await fetch(`${address}/admin/login`, { redirect: 'manual' });
  readiness.open();
  sayWhereToGo(log, { address, admin: admin !== undefined, needsAdministrator: !(await hasUsers(payload)) });
}

start().catch((error: unknown) => {
  if (error instanceof WrongSetting) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`Counterpoint did not start: ${messageOf(error)}\n${error instanceof Error ? (error.stack ?? '') : ''}\n`);
  process.exit(error instanceof WrongSetting ? 2 : 1);
});
