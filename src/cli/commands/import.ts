/** The command that takes a newsroom's documents in. */
import { Command } from 'commander';
import { importOptions, type GivenOptions } from '../importOptions.ts';
import type { ExitCode } from '../outcome.ts';

const EXAMPLES = `
Documents whose text has not changed are left alone. A changed one updates its draft, unless somebody has edited, submitted or
published the story since: then the newer text is kept beside it, and the document is reported as a conflict.

Examples:
  counterpoint import --dry-run letters/
  counterpoint import --source letters letters/
  counterpoint import --source letters --publish --as ana@news.example letters/2024/
  cat story.md | counterpoint import - --source desk --name story.md

Exit codes: 0 done, 1 something failed or is in conflict, 2 wrong use.`;

/** `import`; `done` is told the exit code. */
export function importCommand(done: (code: ExitCode) => void): Command {
  return new Command('import')
    .description('take documents (.md, .txt, .html, .docx, a WordPress export) in as drafts')
    .argument('<file...>', 'files, folders, or - for standard input')
    .option('--source <name>', 'where the documents come from; with it they stay the same documents when their folder moves')
    .option('--name <name>', 'the name of the document on standard input')
    .option('--language <tag>', 'the language of the documents; without it their labels tell, or else it is en')
    .option('--encoding <name>', 'the encoding of text and web documents, where their bytes do not tell')
    .option('--date <day>', 'the date of the documents (YYYY-MM-DD); completes dates that are printed without a year')
    .option('--publish', 'publish each story that is ready, with its own date as first publication')
    .option('--as <email>', 'who imports and publishes')
    .option('--published-at <time>', 'first publication, instead of the own date of each story')
    .option('--allow-duplicates', 'import a text that another document has brought already')
    .option('--dry-run', 'save nothing, and show what would be imported')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[], given: GivenOptions) => {
      const options = importOptions(files, given);
      const { runImport } = await import('../runImport.ts');
      done(await runImport(options));
    });
}
