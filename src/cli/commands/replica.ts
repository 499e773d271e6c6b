/** The commands for this node's replica; without them nobody could have it built anew, or know that it is right. */
import { Command } from 'commander';
import type { ExitCode } from '../outcome.ts';
import { print, printJson } from '../terminal.ts';

const REBUILD = `
The stories stay readable meanwhile. A server that runs on this DATA_DIR is asked to do it; otherwise this command does.

Exit codes: 0 done, 1 it could not be built, 2 wrong use.`;
const VERIFY = `
Folds the whole ledger once more into a file of its own, and compares: stories, editions, names, counts, texts, full-text index.
Changes nothing, and may run beside the server. What differs is put right by "counterpoint replica rebuild".

Exit codes: 0 the replica is what the ledger says, 1 it is not, 2 wrong use.`;

/** `replica rebuild` and `replica verify`; `done` is told the exit code. */
export function replicaCommand(done: (code: ExitCode) => void): Command {
  const command = new Command('replica').description('look after the local copy of what is published');
  command
    .command('rebuild')
    .description('build it anew from the ledger')
    .option('--json', 'print one JSON object')
    .addHelpText('after', REBUILD)
    .action(async ({ json }: { json?: true }) => {
      const { withNewsroom } = await import('../withNewsroom.ts');
      const { rebuildReplica } = await import('../../replica/rebuildHere.ts');
      const rebuilt = await withNewsroom(({ ledger }, { dataDir }) => rebuildReplica({ ledger, dataDir, clock: () => new Date(), log: quiet }));
      if (json) printJson(rebuilt);
      else print(`Built anew up to entry ${rebuilt.seq}${rebuilt.by === 'server' ? ', by the server that runs here' : ''}.`);
      done(0);
    });
  command
    .command('verify')
    .description('compare it with what the ledger says')
    .option('--json', 'print one JSON object')
    .addHelpText('after', VERIFY)
    .action(async ({ json }: { json?: true }) => {
      const { withNewsroom } = await import('../withNewsroom.ts');
      const { verifyReplica } = await import('../../replica/verify.ts');
      const { seq, differences } = await withNewsroom(({ ledger }, { dataDir }) => verifyReplica({ ledger, dataDir }));
      if (json) printJson({ seq, differences });
      else {
        for (const { what, missing, foreign } of differences) print(`differs  ${what}: ${missing} missing, ${foreign} that should not be there`);
        print(differences.length === 0 ? `The replica is what the ledger says, up to entry ${seq}.` : 'The replica is not what the ledger says.');
      }
      done(differences.length === 0 ? 0 : 1);
    });
  return command;
}

/** Standard output belongs to the result. */
const nothing = (): void => undefined;
const quiet = { info: nothing, warn: nothing, error: nothing };
