/** Lets the processes of one newsroom know of each other, so that one that could not read the others' sessions, keys or pictures does not start (DESIGN section 5). */
import type { Payload } from 'payload';
import { newId } from '../../domain/ids.ts';
import type { Env } from '../../env.ts';
import { WrongSetting } from '../../env.ts';
import { messageOf } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { fingerprintsOf, type Fingerprints } from './fingerprints.ts';

const EVERY_MILLISECONDS = 15_000;
/** A node that missed two beats is gone. */
const LIVE_MILLISECONDS = 45_000;

interface NodeRow extends Fingerprints {
  id: string;
  startedAt: string;
  seenAt: string;
}

type NodeLog = Pick<Logger, 'warn'>;

/**
 * Writes this node's row, and again every 15 s until `leave`, which removes it.
 * @throws {WrongSetting} when a live node that came earlier has another secret or another store of media.
 */
export async function joinNodes(payload: Payload, env: Env, log: NodeLog): Promise<{ leave: () => Promise<void> }> {
  const now = new Date().toISOString();
  const own: NodeRow = { id: newId(), startedAt: now, seenAt: now, ...(await fingerprintsOf(env)) };
  await payload.db.deleteMany({ collection: 'nodes', where: { seenAt: { less_than: liveSince() } } });
  await payload.db.create({ collection: 'nodes', data: { ...own } });
  const remove = () => payload.db.deleteMany({ collection: 'nodes', where: { id: { equals: own.id } } });
  try {
    // Written first and read then: of two that start at once at least one sees the other, and the later one gives way.
    refuseStranger(own, await liveNodes(payload));
  } catch (error) {
    await remove();
    throw error;
  }

  let beating: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    beating = beat(payload, own).catch((error: unknown) => {
      log.warn({ reason: messageOf(error) }, 'this node could not say that it is alive; it goes on and tries again');
    });
  }, EVERY_MILLISECONDS);
  timer.unref();
  return {
    leave: async () => {
      clearInterval(timer);
      await beating;
      await remove();
    },
  };
}

async function beat(payload: Payload, own: NodeRow): Promise<void> {
  const seenAt = new Date().toISOString();
  const known = await payload.db.findOne({ collection: 'nodes', where: { id: { equals: own.id } } });
  // Somebody may have taken it for gone: a laptop that slept, a clock that was set.
  if (known === null) await payload.db.create({ collection: 'nodes', data: { ...own, seenAt } });
  else await payload.db.updateOne({ collection: 'nodes', id: own.id, data: { seenAt } });
}

async function liveNodes(payload: Payload): Promise<NodeRow[]> {
  const { docs } = await payload.db.find<NodeRow>({
    collection: 'nodes',
    where: { seenAt: { greater_than_equal: liveSince() } },
    limit: 0,
    pagination: false,
  });
  return docs;
}

function refuseStranger(own: NodeRow, live: readonly NodeRow[]): void {
  const earlier = live.filter(({ id }) => id < own.id);
  const wrong = [
    ...(earlier.some(({ secret }) => secret !== own.secret)
      ? ['PAYLOAD_SECRET is another one than that of a node which works on this database: all nodes need the same.']
      : []),
    ...(earlier.some(({ media }) => media !== own.media)
      ? ['MEDIA_DIR (or S3_BUCKET) is another store than that of a node which works on this database: all nodes need the same, or pictures are missing.']
      : []),
  ];
  if (wrong.length === 0) return;
  throw new WrongSetting([...wrong, 'If that node is gone, start again in a minute.'].join('\n'));
}

function liveSince(): string {
  return new Date(Date.now() - LIVE_MILLISECONDS).toISOString();
}
