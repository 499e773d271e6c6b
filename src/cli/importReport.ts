/** What an import did, as it goes to people and to programs (API section 6); documents are told as they come and not kept. */
import type { ImageAction, ImportAction } from '../editorial/imports/importedDocument.ts';
import type { NameFinding } from '../editorial/imports/lookUpNames.ts';
import type { AmbiguousName } from '../editorial/imports/nameDirectory.ts';
import type { StoryJson } from '../import/importer.ts';
import { importNames } from './importNames.ts';
import type { Failure } from './importSources.ts';
import type { ExitCode } from './outcome.ts';
import { located } from './sentence.ts';
import { jsonObject, print, remark, type JsonObject } from './terminal.ts';

/** One document that was read; `names` in a dry run. */
export type DocumentReport = Omit<StoryJson, 'images'> & {
  images: (StoryJson['images'][number] & { action: ImageAction })[];
  action: ImportAction | 'parsed';
  articleId: string | null;
  /** Of a document from a site's export. */
  kind?: 'post' | 'page';
  names?: NameFinding[];
};

/** How it is told: to a program as one JSON object, or to a person, with a line for each document when nothing is saved. */
export interface ReportForm {
  json: boolean;
  listAll: boolean;
}

export class ImportReport {
  readonly failed: Failure[] = [];
  /** Files in the folders that no reader knows, and what of a site's export is no post, with its number. */
  readonly skipped: string[] = [];
  /** How many stories went out. */
  published = 0;
  /** How many documents were left when somebody stopped the import. */
  notReached = 0;
  readonly #form: ReportForm;
  readonly #counts = new Map<string, number>();
  readonly #names = importNames();
  readonly #pictures = { new: 0, known: 0 };
  readonly #kinds = { post: 0, page: 0 };
  /** For a person: said at the end, so that no line is written through the progress bar. */
  readonly #lines: { said: (line: string) => void; line: string }[] = [];
  #warnings = 0;
  #object: JsonObject | null = null;

  constructor(form: ReportForm) {
    this.#form = form;
  }

  /** Whether everything was done: 1 when something failed, is in conflict, or was not reached. */
  get exitCode(): ExitCode {
    return this.failed.length > 0 || this.notReached > 0 || this.#counts.has('conflict') ? 1 : 0;
  }

  /** From here on the report is written; what is wrong before is told in its place. */
  begin(): void {
    if (this.#form.json) this.#object = jsonObject('documents');
  }

  /** Tells of one document; `ambiguous` are its names that fit several. */
  add(document: DocumentReport, ambiguous: readonly AmbiguousName[] = []): void {
    this.#counts.set(document.action, (this.#counts.get(document.action) ?? 0) + 1);
    this.#warnings += document.action === 'unchanged' ? 0 : document.warnings.length;
    for (const { action } of document.images) {
      if (action === 'created') this.#pictures.new += 1;
      else if (action === 'known') this.#pictures.known += 1;
    }
    if (document.kind !== undefined) this.#kinds[document.kind] += 1;
    this.#names.add(document.names ?? ambiguous.map((name) => ({ result: 'ambiguous', line: 1, ...name })));
    if (this.#object !== null) this.#object.item(document);
    else this.#tell(document);
  }

  /** Ends the object of `--json`; or says failures, conflicts and warnings line by line on standard error, the counts on standard output. */
  end(): void {
    const { failed, skipped, notReached } = this;
    const ambiguous = this.#names.ambiguous();
    if (this.#object !== null) {
      this.#object.end({
        failed,
        ...(skipped.length > 0 ? { skipped } : {}),
        ...(ambiguous.length > 0 ? { ambiguous } : {}),
        ...(notReached > 0 ? { notReached } : {}),
      });
      return;
    }
    for (const { said, line } of this.#lines) said(line);
    for (const what of skipped) remark(`skipped: ${what}`);
    for (const { file, line, reason } of failed) remark(located(file, line, reason));
    for (const line of this.#names.lines()) remark(line);
    if (notReached > 0) remark('Stopped before the end. What is counted here is saved; run the same command again to go on with the rest.');
    print(this.#summary());
  }

  #summary(): string {
    const unclear = this.#names.ambiguous().length;
    const many = (count: number, one: string, several: string): [string, number] => [count === 1 ? one : several, count];
    const rows: [string, number][] = [
      ...this.#counts,
      many(this.#kinds.post, 'post of a site', 'posts of a site'),
      many(this.#kinds.page, 'page of a site', 'pages of a site'),
      ['published', this.published],
      many(this.#pictures.new, 'new picture', 'new pictures'),
      many(this.#pictures.known, 'known picture', 'known pictures'),
      ['skipped', this.skipped.length],
      ['failed', this.failed.length],
      ['not reached', this.notReached],
      many(this.#warnings, 'warning', 'warnings'),
      many(unclear, 'name to choose for', 'names to choose for'),
    ];
    const shown = rows.filter(([, count]) => count > 0);
    return shown.length === 0 ? 'There was nothing to import.' : shown.map(([what, count]) => `${String(count).padStart(7)} ${what}`).join('\n');
  }

  #tell({ file, title, action, articleId, warnings, excerpts, commentaries }: DocumentReport): void {
    const say = (said: (line: string) => void, line: string): void => void this.#lines.push({ said, line });
    if (this.#form.listAll) say(print, `${file}: “${title ?? '(no title)'}”, ${excerpts.length} quoted, ${commentaries.length} commented`);
    for (const { line, message } of action === 'unchanged' ? [] : warnings) say(remark, located(file, line, `warning: ${message}`));
    const story = articleId ?? '';
    if (action === 'conflict')
      say(remark, located(file, null, `conflict: the story was edited or published since; the newer text is kept beside it as ${story}`));
    if (action === 'duplicate') say(remark, located(file, null, `duplicate: the same text is already in story ${story} (--allow-duplicates imports it again)`));
  }
}
