/**
 * Takes a parsed document into the newsroom, as drafts and in one transaction. Without this file importing would be typing.
 *
 *   the document was never seen ──▶ created, or `duplicate` when another document with the same text was
 *   it was seen, with this text ──▶ unchanged
 *   it was seen, text changed ────▶ updated, if nobody has edited, submitted or published the story since
 *                              └──▶ conflict: the newer text is kept as a draft of its own beside it; nothing else is touched
 */
import { ValidationError, type PayloadRequest, type TypedUser } from 'payload';
import { newestDrafts } from '../../database/newestDrafts.ts';
import { withTransientRetry } from '../../database/retry.ts';
import type { ParseWarning } from '../../import/importer.ts';
import type { Desk } from '../desk.ts';
import { changeRecord, insertRecord, removeRecords, type ImportRow } from '../records.ts';
import { inTransaction } from '../runTransition.ts';
import { editorNotes, type Besides } from './editorNotes.ts';
import { exists, importsOf, isUntouched, storyOfSameText } from './importRecords.ts';
import { nameOf, type ImportAction, type ImportedDocument } from './importedDocument.ts';
import { nameDirectory, type KnownNames } from './nameDirectory.ts';
import { saveDraft } from './storyDocuments.ts';
import { findNames } from './storyNames.ts';

export interface ImportRequest {
  document: ImportedDocument;
  /** Whose work it is; a story imported by nobody belongs to the desk. */
  user: TypedUser | null;
  allowDuplicates: boolean;
  /** What the batch remembers between its documents. */
  known: KnownNames;
}

export interface SavedImport {
  action: ImportAction;
  articleId: string;
  /** Names that an editor has to choose for. */
  warnings: ParseWarning[];
}

/**
 * Saves `request.document`. Doing it again changes nothing.
 * @throws {ValidationError} when something in the document is not acceptable, such as a title of a thousand characters.
 */
export async function saveImport(desk: Desk, request: ImportRequest): Promise<SavedImport> {
  const attempt = (): Promise<SavedImport> => withTransientRetry(() => inTransaction(desk, request.user, (req) => decide(desk, req, request)));
  try {
    return await attempt();
  } catch (error) {
    // Another process has just taken the same identity, or the same address for a new name: now both are known.
    if (isTaken(error)) return attempt();
    throw error;
  }
}

async function decide(desk: Desk, req: PayloadRequest, request: ImportRequest): Promise<SavedImport> {
  const { document } = request;
  const rows = await importsOf(req, document.identity.key);
  const home = await firstStanding(req, rows);
  const newest = rows.at(-1);
  if (home === undefined || newest === undefined) {
    const twin = request.allowDuplicates ? null : await storyOfSameText(req, document.digest, document.identity.key);
    if (twin !== null) return { action: 'duplicate', articleId: twin, warnings: [] };
    await removeRecords(req, 'imports', { key: { equals: document.identity.key } });
    return write(desk, req, request, { action: 'created', number: 1 });
  }
  const seen = rows.find(({ digest }) => digest === document.digest);
  if (seen === undefined) {
    const untouched = (await exists(req, newest.article)) && (await isUntouched(req, newest));
    const action = untouched && newest === home ? 'updated' : 'conflict';
    return write(desk, req, request, { action, home, ...(untouched ? { over: newest } : { number: newest.number + 1 }) });
  }
  if (seen !== home) {
    // A newer text whose draft an editor has deleted is settled.
    const pending = await exists(req, seen.article);
    return { action: pending ? 'conflict' : 'unchanged', articleId: pending ? seen.article : home.article, warnings: [] };
  }
  const readOtherwise = home.reading.language !== document.story.language || (document.date !== null && home.reading.date !== document.date);
  if (readOtherwise && newest === home && (await isUntouched(req, home))) return write(desk, req, request, { action: 'updated', home, over: home });
  return { action: 'unchanged', articleId: home.article, warnings: [] };
}

/** The oldest import whose story has not been deleted. */
async function firstStanding(req: PayloadRequest, rows: readonly ImportRow[]): Promise<ImportRow | undefined> {
  for (const row of rows) if (await exists(req, row.article)) return row;
  return undefined;
}

interface Plan {
  action: ImportAction;
  /** Of a new record. */
  number?: number;
  /** The earlier import whose drafts are replaced. */
  over?: ImportRow;
  /** The document's story, if it has one. */
  home?: ImportRow;
}

async function write(desk: Desk, req: PayloadRequest, { document, known }: ImportRequest, plan: Plan): Promise<SavedImport> {
  const choices: ParseWarning[] = [];
  const directory = nameDirectory(known, { language: document.story.language, warn: (line, message) => choices.push({ line, message }) });
  const names = await findNames(req, directory, document);
  const besides = plan.action === 'conflict' && plan.home !== undefined ? await describe(req, plan.home.article, document) : null;
  const draft = {
    document,
    names,
    notes: editorNotes(document.story, choices, besides),
    at: desk.clock(),
    ...(besides === null ? {} : { besides: besides.article }),
  };
  const { article, revisions } = await saveDraft(req, draft, plan.over?.revisions);
  const record = {
    article,
    digest: document.digest,
    reading: { language: document.story.language, date: document.date },
    revisions,
    at: draft.at.toISOString(),
  };
  if (plan.over) await changeRecord(req, 'imports', plan.over.id, record);
  else await insertRecord(req, 'imports', { key: document.identity.key, number: plan.number ?? 1, ...record });
  return { action: plan.action, articleId: article, warnings: choices };
}

async function describe(req: PayloadRequest, article: string, document: ImportedDocument): Promise<Besides> {
  const [story] = await newestDrafts<{ title?: string }>(req, 'articles', { id: { equals: article } }, { limit: 1 });
  return { article, title: story?.title ?? nameOf(document.identity) };
}

function isTaken(error: unknown): boolean {
  if (!(error instanceof ValidationError)) return false;
  return error.data.errors.some(({ path }) => ['key', 'number', 'slug'].some((name) => path === name || path.startsWith(`${name},`)));
}
