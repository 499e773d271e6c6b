/** The commands that bring a database to the shape this version needs, and tell how far it is. */
import { Command } from 'commander';
import type { ExitCode } from '../outcome.ts';
import { print, printJson } from '../terminal.ts';

/** `migrate` and `migrate status`; `done` is told the exit code. */
export function migrateCommand(done: (code: ExitCode) => void): Command {
  const command = new Command('migrate').description('run the migrations that have not run yet').option('--json', 'print one JSON object');
  command.action(async ({ json }: { json?: true }) => {
    const { withNewsroom } = await import('../withNewsroom.ts');
    const migrated = await withNewsroom(async (newsroom) => newsroom.migrated);
    if (json) printJson({ migrated });
    else print(migrated.length === 0 ? 'Nothing to do: every migration has run.' : migrated.map((name) => `ran      ${name}`).join('\n'));
    done(0);
  });
  command
    .command('status')
    .description('say which migrations have run; changes nothing')
    .option('--json', 'print one JSON object')
    .action(async (_own: unknown, own: Command) => {
      const { json } = own.optsWithGlobals<{ json?: true }>();
      const { withDatabase } = await import('../withNewsroom.ts');
      const { migrationStatus } = await import('../../database/migrate.ts');
      const { newsroomMigrations } = await import('../../server/newsroomMigrations.ts');
      const states = await withDatabase(async (payload, env) => migrationStatus(payload, await newsroomMigrations(env)));
      const migrations = states.map(({ name, ran, batch }) => ({ name, ran, batch: batch ?? null }));
      if (json) printJson({ migrations });
      else for (const { name, ran } of migrations) print(`${ran ? 'ran    ' : 'pending'}  ${name}`);
      done(0);
    });
  return command;
}
