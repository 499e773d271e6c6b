/** Keeps the signing keys in the database and their public halves in memory; without this file every node would sign with a key of its own. */
import type { KeyObject } from 'node:crypto';
import type { Payload } from 'payload';
import { signDetached } from '../signature.ts';
import { keyRows, newKey, openKey, publicHalves, type KeyRow } from './keyRows.ts';
import type { PublicKey, SigningKeys } from './signingKeys.ts';

/** For so long, in milliseconds, nobody asks the database whether there are new keys. */
const FRESH = 5_000;

interface Keeper {
  payload: Payload;
  /** PAYLOAD_SECRET, under which private keys are sealed. */
  secret: string;
  clock: () => Date;
}

/** The keys in `payload`'s database. Nothing is read before it is asked for. */
export function openKeys(keeper: Keeper): SigningKeys {
  let memory: { keys: readonly PublicKey[]; readAt: number } | undefined;
  let reading: Promise<readonly PublicKey[]> | undefined;
  const opened = new Map<string, KeyObject>();
  /** Rows never change, and none is ever taken away. */
  let rows: readonly KeyRow[] = [];
  /** Keys only ever come: of two readings that cross, the one with more is the later. */
  const remember = (keys: readonly PublicKey[], readAt: number): readonly PublicKey[] => {
    if (memory === undefined || keys.length >= memory.keys.length) memory = { keys, readAt };
    return memory.keys;
  };
  const read = async (): Promise<readonly PublicKey[]> => {
    const readAt = keeper.clock().getTime();
    const keys = await publicHalves(keeper.payload);
    return remember(keys.length > 0 ? keys : [(await makeNext(keeper, [], 0, 'unless somebody else does')).publicKey], readAt);
  };
  const readOnce = (): Promise<readonly PublicKey[]> => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  return {
    async signer() {
      const now = keeper.clock();
      const since = await keyRows(keeper.payload, rows.at(-1)?.number);
      rows = [...rows, ...since.filter(({ number }) => number > (rows.at(-1)?.number ?? 0))];
      if (rows.length === 0) rows = [await makeNext(keeper, [], 0, 'unless somebody else does')];
      remember(
        rows.map(({ publicKey }) => publicKey),
        now.getTime(),
      );
      const current = currentOf(rows, now);
      const key = opened.get(current.kid) ?? openKey(current, keeper.secret);
      opened.set(current.kid, key);
      return { kid: current.kid, sign: (text) => signDetached(text, current.kid, key) };
    },
    async publicKeys() {
      if (memory && keeper.clock().getTime() - memory.readAt < FRESH) return memory.keys;
      // While the database is down, what was read last is still true.
      return readOnce().catch((error: unknown) => {
        if (memory) return memory.keys;
        throw error;
      });
    },
    async know(kids) {
      // Not `readOnce`: a reading that is under way may have begun before the key was made.
      if (!kids.every((kid) => memory?.keys.some((key) => key.kid === kid))) await read();
    },
    async rotate(delay) {
      const { kid, signsFrom } = await makeNext(keeper, await keyRows(keeper.payload), delay, 'in any case');
      await read();
      return { kid, signsFrom };
    },
  };
}

/** The newest key whose time has come; the very first where it has come for none. */
function currentOf(rows: readonly KeyRow[], now: Date): KeyRow {
  const current = rows.findLast(({ signsFrom }) => new Date(signsFrom) <= now) ?? rows[0];
  if (current === undefined) throw new Error('There is no signing key.');
  return current;
}

/** The key after `rows`. When another process is faster, the one that it made, or the one after that. */
async function makeNext(keeper: Keeper, rows: readonly KeyRow[], delay: number, make: 'unless somebody else does' | 'in any case'): Promise<KeyRow> {
  const now = keeper.clock().getTime();
  const number = (rows.at(-1)?.number ?? 0) + 1;
  const row = await newKey(number, keeper.secret, new Date(now).toISOString(), new Date(now + delay).toISOString());
  try {
    await keeper.payload.db.create({ collection: 'signing-keys', data: { ...row }, returning: false });
    return row;
  } catch (error) {
    const since = await keyRows(keeper.payload);
    const theirs = since.find((one) => one.number === number);
    if (theirs === undefined) throw error;
    return make === 'in any case' ? makeNext(keeper, since, delay, make) : theirs;
  }
}
