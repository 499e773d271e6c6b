/** One node appends for all: without a lease two would make the same entries, and one of them in vain each time. */
import { ValidationError, type PayloadRequest, type Where } from 'payload';
import { isTransient, withTransientRetry } from '../../database/retry.ts';
import { newId } from '../../domain/ids.ts';
import type { Desk } from '../desk.ts';
import { changeRecord, insertRecord, recordsWhere } from '../records.ts';
import { inTransaction } from '../runTransition.ts';

/** How long a node has it without saying so again, in milliseconds; when it dies, the others wait so long. */
const LEASE = 5_000;

/** A node that died while it took the lease holds up the row for as long as its transaction is open. That is nothing to wait for. */
const ATTEMPTS = 4;

export interface Lease {
  /** Takes it, or says again that it is held; false while another node has it. Asks the database only when half of the time is over. */
  hold(): Promise<boolean>;
  /** Lets another node take it at once. */
  release(): Promise<void>;
}

/** The lease called `name`, held by nobody until it is asked for. It is not renewed by itself: a node with nothing to do writes nothing. */
export function leaseOf(desk: Desk, name: string): Lease {
  const owner = newId();
  /** By this process's own clock, which nobody sets. */
  let heldUntil = 0;
  return {
    async hold() {
      if (performance.now() < heldUntil - LEASE / 2) return true;
      // Most of the time another node has it for longer, and asking that should not take the writer.
      if (heldUntil === 0 && (await isElsewhere(desk, name))) return false;
      const asked = performance.now();
      const taken = await withTransientRetry(() => inTransaction(desk, null, (req) => take(desk, req, name, owner)), { attempts: ATTEMPTS }).catch(
        unlessHeldUp,
      );
      if (taken === undefined) return asked < heldUntil;
      heldUntil = taken ? asked + LEASE : 0;
      return taken;
    },
    async release() {
      if (heldUntil === 0) return;
      heldUntil = 0;
      await withTransientRetry(() =>
        inTransaction(desk, null, async (req) => {
          const [row] = await recordsWhere(req, 'leases', { name: { equals: name } }, { limit: 1 });
          if (row?.owner === owner) await changeRecord(req, 'leases', row.id, { owner: null, heldUntil: null });
        }),
      );
    },
  };
}

async function isElsewhere({ payload, clock }: Desk, name: string): Promise<boolean> {
  const where: Where = { and: [{ name: { equals: name } }, { heldUntil: { greater_than: clock().toISOString() } }] };
  return (await payload.db.findOne({ collection: 'leases', where })) !== null;
}

async function take(desk: Desk, req: PayloadRequest, name: string, owner: string): Promise<boolean> {
  const now = desk.clock();
  const held = { owner, heldUntil: new Date(now.getTime() + LEASE).toISOString() };
  const [row] = await recordsWhere(req, 'leases', { name: { equals: name } }, { limit: 1 });
  if (row === undefined) await insertRecord(req, 'leases', { name, ...held });
  else if (row.owner !== owner && row.heldUntil && new Date(row.heldUntil) > now) return false;
  // Two that read the same free row conflict here: one of them starts over and finds it taken.
  else await changeRecord(req, 'leases', row.id, held);
  return true;
}

/** The row is made once: whoever comes second to that finds the name taken. Undefined when somebody else is writing the row. */
function unlessHeldUp(error: unknown): false | undefined {
  if (error instanceof ValidationError) return false;
  if (isTransient(error)) return undefined;
  throw error;
}
