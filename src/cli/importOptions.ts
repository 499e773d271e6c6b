/** What somebody asked `import` for, checked as a whole before anything is read. */
import { canonicalLanguage } from '../domain/language.ts';
import { isFullDate } from '../domain/partialDate.ts';
import { isEncoding } from '../import/importer.ts';
import { WrongUse } from './outcome.ts';

/** As commander hands them over. */
export interface GivenOptions {
  source?: string;
  name?: string;
  language?: string;
  encoding?: string;
  date?: string;
  publish?: true;
  as?: string;
  publishedAt?: string;
  allowDuplicates?: true;
  dryRun?: true;
  json?: true;
}

export interface ImportOptions {
  files: readonly string[];
  source: string | null;
  name: string | null;
  /** BCP 47, in canonical case; null when each document's labels are to tell. */
  language: string | null;
  /** Of text and web documents; null when their bytes are to tell. */
  encoding: string | null;
  date: string | null;
  publish: boolean;
  /** Email of whoever imports. */
  as: string | null;
  /** A day or an instant. */
  publishedAt: { day: string } | { instant: Date } | null;
  allowDuplicates: boolean;
  dryRun: boolean;
  json: boolean;
}

/** @throws {WrongUse} naming the option that cannot be used as it was. */
export function importOptions(files: readonly string[], given: GivenOptions): ImportOptions {
  const inputs = files.filter((file) => file === '-').length;
  const language = given.language === undefined ? null : canonicalLanguage(given.language);
  refuse(inputs > 1, 'Standard input (-) can be read once only.');
  refuse(
    inputs === 1 && (!given.source?.trim() || !given.name?.trim()),
    'Standard input (-) needs --source and --name: they tell the next import that it is the same document.',
  );
  refuse(inputs === 0 && given.name !== undefined, '--name is for standard input (-) only.');
  refuse(given.source?.trim() === '', '--source needs a name.');
  refuse(given.encoding !== undefined && !isEncoding(given.encoding), `--encoding takes a name such as utf-8 or windows-1251, not "${given.encoding ?? ''}".`);
  refuse(given.date !== undefined && !isFullDate(given.date), `--date takes a day such as 2024-03-20, not "${given.date ?? ''}".`);
  refuse(given.publish === true && given.as === undefined, '--publish needs --as EMAIL: somebody has to answer for what goes out.');
  refuse(given.publishedAt !== undefined && given.publish !== true, '--published-at goes with --publish.');
  refuse(given.publish === true && given.dryRun === true, '--dry-run saves nothing, so that nothing can be published.');
  refuse(given.language !== undefined && language === null, `--language takes a BCP 47 tag such as en or pt-BR, not "${given.language ?? ''}".`);
  return {
    files,
    source: given.source?.trim() ?? null,
    name: given.name?.trim() ?? null,
    language,
    encoding: given.encoding ?? null,
    date: given.date ?? null,
    publish: given.publish === true,
    as: given.as ?? null,
    publishedAt: given.publishedAt === undefined ? null : moment(given.publishedAt),
    allowDuplicates: given.allowDuplicates === true,
    dryRun: given.dryRun === true,
    json: given.json === true,
  };
}

/** A day, or an instant with its offset from UTC (RFC 3339): an hour without one means another moment in every country. */
function moment(given: string): { day: string } | { instant: Date } {
  if (isFullDate(given)) return { day: given };
  const whole = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i.exec(given);
  const instant = new Date(given);
  if (whole?.[1] === undefined || !isFullDate(whole[1]) || Number.isNaN(instant.getTime())) {
    throw new WrongUse(`--published-at takes a day such as 2024-03-20 or a time such as 2024-03-20T08:00:00Z, not "${given}".`);
  }
  refuse(instant.getTime() > Date.now(), '--published-at lies in the future; it is for stories that have been out before.');
  return { instant };
}

function refuse(wrong: boolean, sentence: string): void {
  if (wrong) throw new WrongUse(sentence);
}
