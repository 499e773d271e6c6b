/** Takes a batch of documents into the newsroom, one after another; one bad file stops nothing. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { ImportedDocument } from '../editorial/imports/importedDocument.ts';
import { readForImport } from '../editorial/imports/readForImport.ts';
import { storyJson, UnreadableDocument } from '../import/importer.ts';
import type { ImportOptions } from './importOptions.ts';
import { importProgress } from './importProgress.ts';
import { ImportReport } from './importReport.ts';
import { importSources, reasonOf, type ImportSource } from './importSources.ts';
import { interrupt } from './interrupt.ts';

/** Imports what `options` name, or with `dryRun` only reads it. @throws {WrongUse} when nobody may publish as `--as`. */
export async function runImport(options: ImportOptions): Promise<ImportReport> {
  const report = new ImportReport();
  const { sources, failed } = await importSources(options.files, options);
  report.failed.push(...failed);
  if (options.dryRun) {
    await each(sources, report, async (source) => {
      const { story } = await read(source, options);
      report.documents.push({ ...storyJson(source.file, story), action: 'parsed', articleId: null });
    });
    return report;
  }
  const { withImportDesk } = await import('./importDesk.ts');
  await withImportDesk(options, async (desk) => {
    await each(sources, report, async (source) => {
      const document = await read(source, options);
      const { action, articleId, warnings } = await desk.save(document);
      const json = storyJson(source.file, document.story);
      report.documents.push({ ...json, warnings: [...json.warnings, ...warnings].sort((one, other) => one.line - other.line), action, articleId });
      if (await desk.publish(document, { action, articleId })) report.published += 1;
    });
  });
  return report;
}

async function each(sources: readonly ImportSource[], report: ImportReport, work: (source: ImportSource) => Promise<void>): Promise<void> {
  const stop = interrupt();
  const progress = importProgress(sources.length);
  for (const [index, source] of sources.entries()) {
    if (stop.asked) {
      report.notReached = sources.length - index;
      break;
    }
    try {
      await work(source);
    } catch (error) {
      const at = error instanceof UnreadableDocument ? { line: error.line, reason: error.reason } : { line: null, reason: reasonOf(error) };
      report.failed.push({ file: source.file, ...at });
    }
    progress.step();
  }
  progress.end();
  stop.release();
}

async function read({ path, filename, identity }: ImportSource, { language, date }: ImportOptions): Promise<ImportedDocument> {
  const bytes = path === null ? await buffer(process.stdin) : await readFile(path);
  return readForImport(bytes, filename, identity, { language, date });
}
