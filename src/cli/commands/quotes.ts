/** The command that looks for every quote in its source again; without it a misquote from before the rule would never be found. */
import { Command } from 'commander';
import type { QuotesReport } from '../verifyQuotes.ts';
import { WrongUse, type ExitCode } from '../outcome.ts';

const EXAMPLES = `
Looks for each quote, paragraph by paragraph, in the snapshot of its source, and lists each excerpt that is found otherwise than
before and each that is a mismatch. What is found otherwise is kept with the draft; a text that is out keeps what was found when it was
approved. Excerpts without a snapshot are unverified, and no fault.
With --against, one quote is looked for in a file (.txt, .md, .html or .docx), and nothing is kept.
May run beside the server.

Examples:
  counterpoint quotes verify
  counterpoint quotes verify --json > quotes.json
  counterpoint quotes verify --excerpt 0197f3c0-0000-7000-8000-000000000000 --against report.html

Exit codes: 0 all fine, 1 some quote is a mismatch, 2 wrong use.`;

interface Given {
  excerpt?: string;
  against?: string;
  json?: true;
}

/** `quotes verify`; `done` is told the exit code. */
export function quotesCommand(done: (code: ExitCode) => void): Command {
  const command = new Command('quotes').description('look after quotations');
  command
    .command('verify')
    .description('look for every quote in its source again')
    .option('--excerpt <id>', 'look for the quote of this excerpt only')
    .option('--against <file>', 'look for it in this file instead of its snapshot')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async ({ excerpt, against, json }: Given) => {
      if (against !== undefined && excerpt === undefined) throw new WrongUse('--against needs --excerpt: say whose quote is to be looked for.');
      const { verifyQuotes } = await import('../verifyQuotes.ts');
      const { jsonReport, plainReport } = await import('../quotesReport.ts');
      const report: QuotesReport = json ? jsonReport() : plainReport();
      const unproved = await verifyQuotes({ excerpt, against }, report);
      done(unproved > 0 ? 1 : 0);
    });
  return command;
}
