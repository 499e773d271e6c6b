/** The commands that look after the ledger: is it still what was signed, and who signs from now on. */
import { Command } from 'commander';
import type { ExitCode } from '../outcome.ts';
import { print, printJson } from '../terminal.ts';

const VERIFYING = `
Reads every entry: its place, its link to the one before, its signature, and the digest of its content. Says which entry is not as it was.
That the newest entries were cut off shows only against an older head: save /v1/ledger-head (or "head" of --json) elsewhere and give it with --head.
With --keys only the keys in that file are believed: save /.well-known/jwks.json elsewhere. May run beside the server; changes nothing.

Examples:
  counterpoint ledger verify
  counterpoint ledger verify --head ledger-head.json --keys jwks.json
  counterpoint ledger verify --json

Exit codes: 0 the ledger is whole, 1 it is not, 2 wrong use.`;

const ROTATING = `
The new key is told at /.well-known/jwks.json at once and signs from two minutes later on, when every node and cache knows it.
Older public keys stay there for good. If the present key is no secret any more, or cannot be opened with this PAYLOAD_SECRET, give --now.

Exit codes: 0 done, 2 wrong use.`;

interface Verifying {
  head?: string;
  keys?: string;
  json?: true;
}

/** `ledger verify` and `ledger rotate-key`; `done` is told the exit code. */
export function ledgerCommand(done: (code: ExitCode) => void): Command {
  const command = new Command('ledger').description('look after the record of what was published');
  command
    .command('verify')
    .description('prove that every entry is the one that was signed, or say which is not')
    .option('--head <file>', 'a saved answer of /v1/ledger-head, which has to be in the ledger still')
    .option('--keys <file>', 'a saved answer of /.well-known/jwks.json: believe no other keys')
    .option('--json', 'print one JSON object')
    .addHelpText('after', VERIFYING)
    .action(async (given: Verifying) => {
      const { verify } = await import('../verify.ts');
      done((await verify(given)) === 0 ? 0 : 1);
    });
  command
    .command('rotate-key')
    .description('make a new signing key')
    .option('--now', 'sign with it from now on')
    .option('--json', 'print one JSON object')
    .addHelpText('after', ROTATING)
    .action(async ({ now, json }: { now?: true; json?: true }) => {
      const { rotateKey } = await import('../rotateKey.ts');
      const made = await rotateKey(now === true);
      if (json) printJson(made);
      else print(`New signing key ${made.kid}; it signs from ${made.signsFrom} on.`);
      done(0);
    });
  return command;
}
