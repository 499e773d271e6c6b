import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import { expect, it } from 'vitest';
import { refuseWithoutTransactions } from './mongoDatabase.ts';

/** A server that answers `hello` like this. */
function server(hello: Record<string, unknown>): { adapter: Pick<MongooseAdapter, 'connection'>; closed: () => boolean } {
  let closed = false;
  const connection = {
    db: { admin: () => ({ command: async () => hello }) },
    close: async () => {
      closed = true;
    },
  };
  return { adapter: { connection: connection as unknown as MongooseAdapter['connection'] }, closed: () => closed };
}

it('a server that is no member of a replica set is refused, with what to do about it', async () => {
  const { adapter, closed } = server({ isWritablePrimary: true });
  await expect(refuseWithoutTransactions(adapter)).rejects.toThrow(/--replSet.*rs\.initiate\(\).*DATABASE_URL/s);
  expect(closed()).toBe(true);
});

it.each([
  ['a member of a replica set', { setName: 'rs0' }],
  ['a router of a sharded cluster', { msg: 'isdbgrid' }],
])('%s is accepted', async (_, hello) => {
  const { adapter, closed } = server(hello);
  await refuseWithoutTransactions(adapter);
  expect(closed()).toBe(false);
});
