/** The command that compares the store of pictures with the documents; without it files that nobody names would be kept for ever. */
import { Command } from 'commander';
import { WrongUse, type ExitCode } from '../outcome.ts';
import { print, printJson } from '../terminal.ts';

const EXAMPLES = `
An orphan is a file that no picture and no approved text names: of an upload that was refused or cut off, or of a picture whose
files could not be removed. A file that is named and not there is listed as missing; restore it from a backup.
Looks in MEDIA_DIR, or in the bucket if S3_BUCKET is set. May run beside the server.

Examples:
  counterpoint media orphans
  counterpoint media orphans --remove
  counterpoint media orphans --older-than 1 --json

Exit codes: 0 done, 1 files are missing or could not be removed, 2 wrong use.`;

interface Given {
  remove?: true;
  olderThan: number;
  json?: true;
}

/** `media orphans`; `done` is told the exit code. */
export function mediaCommand(done: (code: ExitCode) => void): Command {
  const command = new Command('media').description('look after the files of pictures');
  command
    .command('orphans')
    .description('find files that nobody names, and files that are named and missing')
    .option('--remove', 'remove the orphans')
    .option('--older-than <hours>', 'leave younger files alone: they may be of an upload under way', hours, 24)
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async ({ remove, olderThan, json }: Given) => {
      const { lookForOrphans } = await import('../lookForOrphans.ts');
      const { files, orphans, removed, failed, missing } = await lookForOrphans({ olderThan, remove: remove === true });
      if (json) printJson({ files, orphans, removed, failed, missing });
      else {
        for (const { file, size } of orphans) print(`${removed.includes(file) ? 'removed' : 'orphan '}  ${file}  ${size} bytes`);
        for (const { file, reason } of failed) print(`failed   ${file}: ${reason}`);
        for (const { file, namedBy } of missing) print(`missing  ${file}  named by ${namedBy}`);
        print(`${files} files; orphans: ${orphans.length}, removed: ${removed.length}, missing: ${missing.length}.`);
      }
      done(missing.length + failed.length > 0 ? 1 : 0);
    });
  return command;
}

function hours(value: string): number {
  if (!/^\d{1,6}(\.\d{1,3})?$/.test(value)) throw new WrongUse(`"${value}" is not a number of hours.`);
  return Number(value);
}
