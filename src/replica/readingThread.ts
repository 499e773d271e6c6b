/** The thread that reads the ledger for a rebuild, and works out what is to be written of each entry; without it one thread would do all. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Call } from '../database/calledThread.ts';
import { messageOf } from '../errors.ts';
import { asBytes } from './asBytes.ts';
import type { ReadingTask } from './entriesAhead.ts';
import { EntriesOfFile } from './pull.ts';

if (!parentPort) throw new Error('The reading thread cannot run as a program.');
const port = parentPort;
const { path, atOnce } = workerData as ReadingTask;
const entries = new EntriesOfFile(path, { atOnce, ahead: true });

port.on('message', ({ call, order: seq }: Call<number>) => {
  try {
    const { entries: outcome, buffer } = asBytes(entries.after(seq));
    port.postMessage({ call, outcome }, [buffer]);
  } catch (error) {
    port.postMessage({ call, failed: { message: messageOf(error) } });
  }
});
