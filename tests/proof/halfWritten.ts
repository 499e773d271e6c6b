/** Without this file "nothing is half written" would mean nothing: what has to agree with what, whenever a newsroom stands still. */
import type { Snapshot } from '../helpers/snapshot.ts';
import { recordFaults } from './recordFaults.ts';
import { readerFaults } from './readerFaults.ts';
import { versionFaults } from './versionFaults.ts';

/** Everything in `now` that only half of a write could have left behind, one sentence each. */
export function halfWritten(now: Snapshot): string[] {
  return [...recordFaults(now), ...readerFaults(now), ...versionFaults(now)];
}
