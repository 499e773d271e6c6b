/** What an import did, as it goes to people and to programs (API section 6). */
import type { ImportAction } from '../editorial/imports/importedDocument.ts';
import type { StoryJson } from '../import/importer.ts';
import type { Failure } from './importSources.ts';
import type { ExitCode } from './outcome.ts';
import { located } from './sentence.ts';
import { print, printJson, remark } from './terminal.ts';

/** One document that was read. */
export type DocumentReport = StoryJson & { action: ImportAction | 'parsed'; articleId: string | null };

export class ImportReport {
  readonly documents: DocumentReport[] = [];
  readonly failed: Failure[] = [];
  /** How many stories went out. */
  published = 0;
  /** How many documents were left when somebody stopped the import. */
  notReached = 0;

  /** Whether everything was done: 1 when something failed, is in conflict, or was not reached. */
  get exitCode(): ExitCode {
    return this.failed.length > 0 || this.notReached > 0 || this.documents.some(({ action }) => action === 'conflict') ? 1 : 0;
  }

  /** The one object of `--json`. */
  printJson(): void {
    printJson({ documents: this.documents, failed: this.failed, ...(this.notReached > 0 ? { notReached: this.notReached } : {}) });
  }

  /** Failures, conflicts and warnings line by line on standard error, the counts on standard output. */
  printSummary({ listAll }: { listAll: boolean }): void {
    for (const document of this.documents) remarkOn(document, listAll);
    for (const { file, line, reason } of this.failed) remark(located(file, line, reason));
    const counts = new Map<string, number>();
    for (const { action } of this.documents) counts.set(action, (counts.get(action) ?? 0) + 1);
    const rows = [...counts, ['published', this.published], ['failed', this.failed.length], ['not reached', this.notReached]] as const;
    const shown = rows.filter(([, count]) => count > 0);
    print(shown.length === 0 ? 'There was nothing to import.' : shown.map(([what, count]) => `${String(count).padStart(7)} ${what}`).join('\n'));
  }
}

function remarkOn({ file, title, action, articleId, warnings, excerpts, commentaries }: DocumentReport, listAll: boolean): void {
  if (listAll) print(`${file}: “${title ?? '(no title)'}”, ${excerpts.length} quoted, ${commentaries.length} commented`);
  for (const { line, message } of action === 'unchanged' ? [] : warnings) remark(located(file, line, `warning: ${message}`));
  if (action === 'conflict')
    remark(located(file, null, `conflict: the story was edited or published since; the newer text is kept beside it as ${articleId ?? ''}`));
  if (action === 'duplicate')
    remark(located(file, null, `duplicate: the same text is already in story ${articleId ?? ''} (--allow-duplicates imports it again)`));
}
