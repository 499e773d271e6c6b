/** The thread that writes the replica: without it each publication, and every word of a rebuild, would be indexed while readers wait. */
import { parentPort } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { checkFile } from './check.ts';
import { EntriesAhead } from './entriesAhead.ts';
import { failureOf } from './failures.ts';
import { takeLock } from './lock.ts';
import { EntriesOfFile, pull } from './pull.ts';
import { unpacked } from './readEntry.ts';
import { ReplicaFile } from './replicaFile.ts';
import type { Order, Outcome, Request } from './threadProtocol.ts';
import { WriteOut } from './writeOut.ts';

if (!parentPort) throw new Error('The replica thread cannot run as a program.');
const port = parentPort;
/** Held as long as the process lives, so that two of them never write one file. */
let lock: Database | undefined;
/** `out` where it is a new one, which has to be on the disk before it is shown. */
let file: { open: ReplicaFile; out?: WriteOut } | undefined;
let source: EntriesOfFile | EntriesAhead | undefined;
/** Milliseconds without anything to do after which there is time for what nobody waits for. */
const QUIET = 250;
let idle: NodeJS.Timeout | undefined;
/** Orders are obeyed one after the other: some wait for others' threads. */
let line: Promise<void> = Promise.resolve();

port.on('message', ({ call, order }: Request) => {
  line = line.then(async () => {
    clearTimeout(idle);
    try {
      port.postMessage({ call, outcome: await obey(order) });
    } catch (error) {
      port.postMessage({ call, failed: failureOf(error) });
    }
    if (file && !file.out) idle = setTimeout(tidy, QUIET);
  });
});

async function obey(order: Order): Promise<Outcome> {
  switch (order.do) {
    case 'lock':
      lock ??= takeLock(order.path);
      return done();
    case 'check':
      checkFile(order.path);
      return done();
    case 'create':
      await close();
      file = { open: ReplicaFile.create(order.path), out: new WriteOut(order.path) };
      return done();
    case 'open':
      await close();
      file = { open: ReplicaFile.open(order.path) };
      return done();
    case 'apply': {
      const { open } = opened();
      return { forged: open.apply(order.entries.map(unpacked)), head: open.head };
    }
    case 'pull': {
      const { open, out } = opened();
      const pulled = await pull(open, await sourceAt(order.ledger), order.milliseconds, order.signers);
      out?.begin();
      return { ...pulled, head: open.head };
    }
    case 'finish': {
      const { open, out } = opened();
      open.finish();
      await out?.end();
      await close();
      return done();
    }
    case 'close':
      await close();
      return done();
  }
}

/** What cannot be written now is not written at the next commit either, where somebody hears of it. */
function tidy(): void {
  try {
    file?.open.tidy();
  } catch {
    return;
  }
}

function done(): Outcome {
  return { head: file?.open.head ?? null, forged: [] };
}

function opened(): NonNullable<typeof file> {
  if (!file) throw new Error('The replica thread has no file open.');
  return file;
}

/** A new file wants everything that there is, one that follows the little that came. */
async function sourceAt(path: string): Promise<EntriesOfFile | EntriesAhead> {
  if (source?.path !== path) {
    await source?.close();
    source = opened().out ? new EntriesAhead(path) : new EntriesOfFile(path);
  }
  return source;
}

async function close(): Promise<void> {
  await source?.close();
  source = undefined;
  file?.open.close();
  await file?.out?.close();
  file = undefined;
}
