/** The thread that writes the replica: without it each publication, and every word of a rebuild, would be indexed while readers wait. */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { checkFile } from './check.ts';
import { takeLock } from './lock.ts';
import { LedgerPull } from './pull.ts';
import { unpacked } from './readEntry.ts';
import { ReplicaFile } from './replicaFile.ts';
import type { Order, Outcome, Request } from './threadProtocol.ts';

if (!parentPort) throw new Error('The replica thread cannot run as a program.');
const port = parentPort;
const pulling = new LedgerPull();
/** Held as long as the process lives, so that two of them never write one file. */
let lock: Database | undefined;
let file: { open: ReplicaFile; path: string } | undefined;

port.on('message', ({ call, order }: Request) => {
  try {
    port.postMessage({ call, outcome: obey(order) });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    port.postMessage({ call, failed: { name, message, code } });
  }
});

function obey(order: Order): Outcome {
  switch (order.do) {
    case 'lock':
      lock ??= takeLock(order.path);
      return done();
    case 'check':
      checkFile(order.path);
      return done();
    case 'create':
      close();
      file = { open: ReplicaFile.create(order.path), path: order.path };
      return done();
    case 'open':
      close();
      file = { open: ReplicaFile.open(order.path), path: order.path };
      return done();
    case 'apply': {
      const { open } = opened();
      return { forged: open.apply(order.entries.map(unpacked)), head: open.head };
    }
    case 'pull': {
      const { open } = opened();
      return { ...pulling.pull(open, order.ledger, order.milliseconds, order.signers), head: open.head };
    }
    case 'finish':
      finish();
      return done();
    case 'close':
      close();
      pulling.close();
      return done();
  }
}

function done(): Outcome {
  return { head: file?.open.head ?? null, forged: [] };
}

function opened(): { open: ReplicaFile; path: string } {
  if (!file) throw new Error('The replica thread has no file open.');
  return file;
}

function close(): void {
  file?.open.close();
  file = undefined;
}

/** What was built without care for power cuts reaches the disk before it takes the old file's place. */
function finish(): void {
  const { open, path } = opened();
  open.finish();
  close();
  const descriptor = openSync(path, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
