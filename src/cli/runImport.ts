/** Takes documents into the newsroom, batch after batch; one bad file stops nothing. */
import type { ImageAction, ImportedDocument } from '../editorial/imports/importedDocument.ts';
import { readEnv } from '../env.ts';
import { storyJson, type ParseWarning } from '../import/importer.ts';
import type { ImportDesk } from './importDesk.ts';
import type { ImportOptions } from './importOptions.ts';
import { progressBar } from './progress.ts';
import { failureOf, Reading, type Read } from './importReading.ts';
import { ImportReport, type DocumentReport } from './importReport.ts';
import { importSources, type ImportSource } from './importSources.ts';
import { interrupt } from './interrupt.ts';
import type { ExitCode } from './outcome.ts';
import { remark } from './terminal.ts';

type Document = Extract<Read, { document: unknown }>;

/** Documents of a dry run that are read before the first is told. */
const LOOKED_AT = 25;

/** Imports what `options` name, or with `dryRun` only reads it, and reports. @throws {WrongUse} when nobody may publish as `--as`. */
export async function runImport(options: ImportOptions): Promise<ExitCode> {
  const report = new ImportReport({ json: options.json, listAll: options.dryRun });
  const { sources, failed, skipped } = await importSources(options.files, options);
  report.failed.push(...failed);
  const run = { sources, skipped, options, report };
  if (options.dryRun) {
    const { withNameLookup } = await import('./importLookup.ts');
    await withNameLookup(async (lookUp) => {
      await inBatches(run, LOOKED_AT, async (documents) => {
        for (const { file, document } of documents) {
          const { names, images, warnings } = await lookUp(document);
          report.add({ ...reported(file, document, warnings, images), action: 'parsed', articleId: null, names });
        }
      });
    });
  } else {
    const { withImportDesk } = await import('./importDesk.ts');
    await withImportDesk(options, (desk) => inBatches(run, desk.batchSize, (documents) => save(desk, documents, report)));
  }
  return report.exitCode;
}

interface Run {
  sources: readonly ImportSource[];
  /** Files that no reader knows, with their real paths. */
  skipped: ReadonlyMap<string, string>;
  options: ImportOptions;
  report: ImportReport;
}

async function inBatches({ sources, skipped, options, report }: Run, size: number, work: (documents: readonly Document[]) => Promise<void>): Promise<void> {
  const stop = interrupt(() => {
    remark('Stopping after the documents at hand, which takes a moment; what is saved stays. Ctrl-C again ends at once.');
  });
  const reading = new Reading(sources, options, readEnv().limits.uploadBytes);
  const progress = progressBar(sources.length);
  let reached = 0;
  report.begin();
  for await (const batch of reading.batches(size)) {
    for (const read of batch) {
      if ('failure' in read) report.failed.push(read.failure);
      if ('skipped' in read) report.skipped.push(read.skipped);
    }
    await work(batch.filter((read): read is Document => 'document' in read));
    reached += batch.length;
    progress.step(batch.length, reading.total);
    if (stop.asked) break;
  }
  // An image that came along with its document was not passed over.
  for (const [file, real] of skipped) if (!reading.taken.has(real)) report.skipped.push(file);
  report.notReached = reading.total - reached;
  progress.end();
  stop.release();
  report.end();
}

async function save(desk: ImportDesk, documents: readonly Document[], report: ImportReport): Promise<void> {
  const results = await desk.save(documents.map(({ document }) => document));
  for (const [index, { file, document }] of documents.entries()) {
    const saved = results[index];
    if (saved === undefined || saved instanceof Error) {
      report.failed.push(failureOf(file, saved));
      continue;
    }
    report.add({ ...reported(file, document, saved.warnings, saved.images), action: saved.action, articleId: saved.articleId }, saved.ambiguous);
    try {
      if (await desk.publish(document, saved)) report.published += 1;
    } catch (error) {
      report.failed.push(failureOf(file, error));
    }
  }
}

type Reported = Omit<DocumentReport, 'action' | 'articleId'>;

function reported(file: string, { story, posted }: ImportedDocument, found: readonly ParseWarning[], actions: readonly ImageAction[]): Reported {
  const json = storyJson(file, story);
  return {
    ...json,
    ...(posted === undefined ? {} : { kind: posted.kind }),
    warnings: [...json.warnings, ...found].sort((one, other) => one.line - other.line),
    images: json.images.map((image, index) => ({ ...image, action: actions[index] ?? 'unchanged' })),
  };
}
