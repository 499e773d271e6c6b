#!/usr/bin/env -S node --conditions=production
/** The command line: what an operator types, what it answers, and how it ends. */
import { Command, CommanderError } from 'commander';
import { importCommand } from './commands/import.ts';
import { ledgerCommand } from './commands/ledger.ts';
import { mediaCommand } from './commands/media.ts';
import { migrateCommand } from './commands/migrate.ts';
import { quotesCommand } from './commands/quotes.ts';
import { replicaCommand } from './commands/replica.ts';
import { userCommand } from './commands/user.ts';
import { WrongUse, type ExitCode } from './outcome.ts';
import { sentenceOf } from './sentence.ts';
import { remark } from './terminal.ts';

let exitCode: ExitCode = 0;
const done = (code: ExitCode): void => {
  exitCode = code;
};

const program = new Command('counterpoint')
  .description('Work in a Counterpoint newsroom from the command line.')
  .addCommand(importCommand(done))
  .addCommand(ledgerCommand(done))
  .addCommand(mediaCommand(done))
  .addCommand(quotesCommand(done))
  .addCommand(replicaCommand(done))
  .addCommand(userCommand(done))
  .addCommand(migrateCommand(done))
  .addHelpText('after', '\nThe newsroom is the one that DATA_DIR and DATABASE_URL name, in the environment or in .env.');

end(await run());

async function run(): Promise<ExitCode> {
  for (const command of everyCommand(program)) {
    command.exitOverride().showSuggestionAfterError(false).allowExcessArguments(false);
    command.configureOutput({
      outputError: (text) => {
        remark(text.trim().replace(/\s*\n\s*/g, ' '));
      },
    });
  }
  try {
    await program.parseAsync();
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    remark(sentenceOf(error));
    return error instanceof WrongUse || (error instanceof Error && error.name === 'WrongSetting') ? 2 : 1;
  }
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

/** Everything that was printed goes out first; a reader that has had enough is no error. */
function end(code: ExitCode): void {
  process.stdout.on('error', () => process.exit(code));
  process.stdout.write('', () => process.exit(code));
}
