/** Opens the ledger on whatever database the newsroom has; without this file nothing could be published for good. */
import { setImmediate as others } from 'node:timers/promises';
import pRetry from 'p-retry';
import type { Payload } from 'payload';
import { isMongo, isSqlite } from '../database/mainRow.ts';
import { isTransient } from '../database/retry.ts';
import { clientOf } from '../database/sqliteDatabase.ts';
import { digestOf } from '../domain/digest.ts';
import type { EditionEntry, LedgerEntry } from '../domain/entries.ts';
import { Problem } from '../errors.ts';
import type { SigningKeys } from './keys/signingKeys.ts';
import { RevisionTaken, type Ledger, type NewEntry } from './ledger.ts';
import { BEGINNING, headOf, linkTo, onlyOnceOf, placeOf } from './link.ts';
import { mongoRows } from './mongoRows.ts';
import { entryOf, type LedgerRows, type LinkedEntry } from './rows.ts';
import { kidOf } from './signature.ts';
import { sqliteRows } from './sqliteRows.ts';

/** How long, in milliseconds, an appender runs behind others before it gives up. */
const PATIENCE = 30_000;
/** Digests of so many entries are taken before the event loop is let in again: about a millisecond's work. */
const AT_ONCE = 8;

/**
 * The ledger of `payload`'s database, signed with `keys`. Opens nothing and holds nothing that would have to be closed.
 * Appending and redacting are transactions of their own: on SQLite they would wait for ever inside one of the caller's.
 */
export function openLedger({ payload, keys }: { payload: Payload; keys: SigningKeys }): Ledger {
  const rows = rowsOf(payload);
  let line: Promise<unknown> = Promise.resolve();
  const known = async (entries: readonly Pick<LedgerEntry, 'signature'>[]): Promise<void> => {
    const kids = new Set(entries.map(({ signature }) => kidOf(signature)).filter((kid) => kid !== undefined));
    if (kids.size > 0) await keys.know([...kids]);
  };
  return {
    get inFile() {
      if (!isSqlite(payload.db)) return undefined;
      return { path: clientOf(payload.db).path, know: (signature: string) => known([{ signature }]) };
    },
    append(entries) {
      // One after the other within this process: it need not race itself.
      const appended = line.then(() => appendPatiently(rows, keys, entries));
      line = appended.catch(() => undefined);
      return appended;
    },
    async after(seq, limit) {
      const entries = (await rows.after(seq, limit)).map((row) => entryOf(row));
      entries.forEach(({ header }, index) => {
        if (header.seq !== seq + 1 + index)
          throw new Error(`Entry ${seq + 1 + index} of the ledger is missing or displaced; "counterpoint ledger verify" says more.`);
      });
      await known(entries);
      return entries;
    },
    async head() {
      const row = await rows.newest();
      const newest = row && entryOf(row);
      if (newest) await known([newest]);
      return headOf(newest);
    },
    seqOf: (sources) => rows.seqOf(sources),
    async newestEditions(articleIds) {
      const entries = (await rows.newestEditions(articleIds)).map((row) => entryOf<EditionEntry>(row));
      await known(entries);
      return new Map(entries.map((entry) => [entry.header.articleId, entry]));
    },
    async redact(articleId) {
      const [newest] = await rows.newestEditions([articleId]);
      if (newest === undefined || entryOf<EditionEntry>(newest).header.kind !== 'killed')
        throw new Problem(409, 'not-killed', 'The text of a story is taken out of the ledger only after the story was killed there.');
      await rows.redact(articleId);
    },
  };
}

/** The ledger's rows in `payload`'s database. */
export function rowsOf({ db }: Pick<Payload, 'db'>): LedgerRows {
  if (isSqlite(db)) return sqliteRows(db);
  if (isMongo(db)) return mongoRows(db);
  throw new Error('The ledger knows SQLite and MongoDB.');
}

/** Somebody else's entry came first. */
class Overtaken extends Problem {
  constructor() {
    super(503, 'busy', 'Others are writing to the ledger just now. Try again.');
  }
}

function appendPatiently(rows: LedgerRows, keys: SigningKeys, entries: readonly NewEntry[]): Promise<LedgerEntry[]> {
  return pRetry(() => appendOnce(rows, keys, entries), {
    retries: Number.POSITIVE_INFINITY,
    maxRetryTime: PATIENCE,
    minTimeout: 2,
    maxTimeout: 200,
    factor: 2,
    randomize: true,
    shouldRetry: ({ error }) => error instanceof Overtaken || isTransient(error),
  });
}

async function appendOnce(rows: LedgerRows, keys: SigningKeys, entries: readonly NewEntry[]): Promise<LedgerEntry[]> {
  const fresh = await notYetIn(rows, entries);
  if (fresh.length === 0) return [];
  await refuseTakenRevisions(rows, fresh);
  const newest = await rows.newest();
  const linked = await linkAndSign(newest ? placeOf(entryOf(newest).header) : BEGINNING, fresh, keys);
  if (!(await rows.insert(linked))) throw new Overtaken();
  return linked.map(({ entry }) => entry);
}

async function notYetIn(rows: LedgerRows, entries: readonly NewEntry[]): Promise<NewEntry[]> {
  const seen = new Set((await rows.seqOf(entries.map(({ source }) => source))).keys());
  return entries.filter(({ source }) => !seen.has(source) && seen.add(source));
}

async function refuseTakenRevisions(rows: LedgerRows, entries: readonly NewEntry[]): Promise<void> {
  const wanted = entries.map(({ source, header }) => onlyOnceOf(source, header));
  const taken = await rows.taken(wanted);
  for (const one of wanted) {
    if (taken.has(one)) throw new RevisionTaken(`The ledger has another entry for ${one}.`);
    taken.add(one);
  }
}

/** `previous` hangs on headers alone, so signatures are made off this thread while the next entries are linked. */
async function linkAndSign(head: typeof BEGINNING, entries: readonly NewEntry[], keys: SigningKeys): Promise<LinkedEntry[]> {
  const signer = await keys.signer();
  const linked: LinkedEntry[] = [];
  const signed: Promise<unknown>[] = [];
  let place = head;
  for (const entry of entries) {
    if (linked.length > 0 && linked.length % AT_ONCE === 0) await others();
    const one = linkTo(place, entry);
    place = { seq: one.entry.header.seq, at: one.entry.header.at, hash: digestOf(one.headerText) };
    linked.push(one);
    const signing = signer.sign(one.headerText).then((signature) => Object.assign(one.entry, { signature }));
    // What fails before the last one is linked is heard of after it.
    signing.catch(() => undefined);
    signed.push(signing);
  }
  await Promise.all(signed);
  return linked;
}
