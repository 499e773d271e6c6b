/** Without this file nothing would start: it reads, from top to bottom, in the order in which the newsroom starts and stops. */
import type { EmailAdapter } from 'payload';
import { answeringAtOnce } from '../delivery/cache/atOnce.ts';
import { ResponseCache } from '../delivery/cache/responseCache.ts';
import { PurgeHook } from '../delivery/purge/purgeHook.ts';
import { deliveryRoutes } from '../delivery/routes.ts';
import { startDueSweep } from '../editorial/due/sweep.ts';
import { pictureRoutes } from '../editorial/pictures/routes.ts';
import { startPictureSweep } from '../editorial/pictures/sweep.ts';
import { publicData } from '../editorial/publicData.ts';
import { transitionRoutes } from '../editorial/routes.ts';
import { startSequencer } from '../editorial/sequencer/sequencer.ts';
import { messageOf } from '../errors.ts';
import { readEnv, WrongSetting, type Env } from '../env.ts';
import { createLog } from '../log.ts';
import { createConfig } from '../payload.config.ts';
import { openReplica } from '../replica/replica.ts';
import { firstPage, prepareAdmin, shareConfig } from './admin.ts';
import { createListener } from './app.ts';
import { hasUsers, makeFirstAdministrator } from './firstAdministrator.ts';
import { joinNodes } from './nodes/heartbeat.ts';
import { listen, localAddress } from './listen.ts';
import { openNewsroom } from './openNewsroom.ts';
import { projectRoot } from './projectRoot.ts';
import { publicKeyRoutes } from './publicKeys.ts';
import { PublicAnswers } from './publicAnswers.ts';
import { Readiness } from './readiness.ts';
import { onStop, shutDown } from './shutdown.ts';
import { offerSamples } from './samples.ts';
import { surviveStrayRefusals } from './strayRejections.ts';
import { sayWhereToGo } from './welcome.ts';

const withoutAdmin = process.argv.includes('--without-admin');
const development = process.argv.includes('--development');

async function start(): Promise<void> {
  const env = readEnv();
  const log = createLog(env);
  const readiness = new Readiness();
  surviveStrayRefusals(log);

  // The panel is prepared meanwhile: it needs no database before its first page.
  const preparing = withoutAdmin ? undefined : prepareAdmin(projectRoot, env, development);
  preparing?.catch(() => undefined);
  const building = createConfig(env, await mailOf(env));
  shareConfig(building);
  const config = Object.assign(await building, { logger: log });
  const newsroom = await openNewsroom(env, config);
  const { payload, desk, pictures, ledger, keys } = newsroom;
  const node = await joinNodes(payload, env, log);
  const sweep = startDueSweep(desk, log);
  const rendering = startPictureSweep(desk, pictures, log);

  const replica = openReplica({ ledger, dataDir: env.dataDir, clock: () => new Date(), log });
  // Whoever publishes finds it at once on the node that was asked.
  const sequencer = startSequencer({ desk, ledger, log, follower: replica, afterAppend: () => replica.nudge() });
  let publicUrl = env.publicUrl ?? '';
  const context = () => ({ publicUrl, mediaUrl: `${publicUrl}/api/media/file`, newsroom: { name: 'Counterpoint', language: env.defaultLanguage } });

  const stopping = new AbortController();
  const cache = env.responseCacheBytes === 0 ? undefined : new ResponseCache(replica, env.responseCacheBytes);

  const admin = await preparing;
  const listener = createListener({
    env,
    log,
    config,
    readiness,
    standing: () => ({ ledger: replica.head()?.hash ?? null, databaseAnswers: replica.ledgerAnswers() }),
    routes: [
      publicKeyRoutes(keys),
      transitionRoutes(desk, sequencer, env.limits.bodyBytes),
      pictureRoutes(desk, pictures, log),
      deliveryRoutes({ replica, context, stopping: stopping.signal, cache, bodyBytes: env.limits.bodyBytes }),
    ],
    atOnce: cache && answeringAtOnce(cache),
    figures: cache?.figures,
    admin: admin?.handler,
    hasUsers: () => hasUsers(payload),
    answers: new PublicAnswers(publicData(payload), config),
  });
  const server = await listen(listener, env);
  admin?.attach(server);
  const address = localAddress(server, env.host);
  publicUrl ||= address;
  const purging = env.purge && new PurgeHook({ read: replica.read, setting: env.purge, publicUrl: () => publicUrl, log });

  onStop(
    (reason) => {
      log.info({ reason }, 'stopping');
      stopping.abort();
      const closers = [
        async () => admin?.close(),
        () => sweep.close(),
        () => rendering.close(),
        () => sequencer.close(),
        async () => purging?.close(),
        () => node.leave(),
        () => replica.close(),
        () => newsroom.close(),
      ];
      void shutDown(server, readiness, closers, log).then(() => {
        log.info('stopped');
        process.exit(0);
      });
    },
    () => process.exit(1),
  );

  if (await makeFirstAdministrator(payload, env)) log.info({ email: env.adminEmail }, 'first administrator made');
  // Whoever comes in first finds them on every page.
  if (await offerSamples(newsroom, env, log)) await sequencer.drain();
  // In development the first page is compiled when somebody asks for it.
  if (admin && !development) await firstPage(`${address}/admin/login`);
  readiness.open();
  replica.start();
  sequencer.lookBack();
  // Makes the first one; nothing waits for it, and whoever needs it first makes it otherwise.
  keys.publicKeys().catch((error: unknown) => {
    log.warn({ reason: messageOf(error) }, 'the signing keys could not be read; it is tried again when they are needed');
  });
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
