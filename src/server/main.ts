/** Without this file nothing would start: it reads, from top to bottom, in the order in which the newsroom starts and stops. */
import type { EmailAdapter } from 'payload';
import { startDueSweep } from '../editorial/due/sweep.ts';
import { publicData } from '../editorial/publicData.ts';
import { transitionRoutes } from '../editorial/routes.ts';
import { messageOf } from '../errors.ts';
import { readEnv, WrongSetting, type Env } from '../env.ts';
import { createLog } from '../log.ts';
import { createConfig } from '../payload.config.ts';
import { firstPage, prepareAdmin, shareConfig } from './admin.ts';
import { createApp } from './app.ts';
import { hasUsers, makeFirstAdministrator } from './firstAdministrator.ts';
import { listen, localAddress } from './listen.ts';
import { openNewsroom } from './openNewsroom.ts';
import { projectRoot } from './projectRoot.ts';
import { PublicAnswers } from './publicAnswers.ts';
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
  const building = createConfig(env, await mailOf(env));
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
    answers: new PublicAnswers(publicData(payload), config),
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
  if (admin && !development) await firstPage(`${address}/admin/login`);
  readiness.open();
  sayWhereToGo(log, { address, admin: admin !== undefined, needsAdministrator: !(await hasUsers(payload)) });
}

/** The mailer is only loaded where there is a server to send by. */
async function mailOf({ smtp }: Env): Promise<EmailAdapter | undefined> {
  return smtp && (await import('./mail.ts')).mailAdapter(smtp);
}

start().catch((error: unknown) => {
  if (error instanceof WrongSetting) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`Counterpoint did not start: ${messageOf(error)}\n${error instanceof Error ? (error.stack ?? '') : ''}\n`);
  process.exit(error instanceof WrongSetting ? 2 : 1);
});
