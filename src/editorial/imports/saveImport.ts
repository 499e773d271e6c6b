/** Takes parsed documents into the newsroom, as drafts. Without this file importing would be typing. */
import { createLocalReq, ValidationError, type PayloadRequest, type TypedUser } from 'payload';
import { withTransientRetry } from '../../database/retry.ts';
import { rememberReferences } from '../../domain/knownReferences.ts';
import type { Desk } from '../desk.ts';
import { inTransaction } from '../runTransition.ts';
import { decide } from './decideImport.ts';
import { remember } from './importRecords.ts';
import type { ImportedDocument } from './importedDocument.ts';
import type { KnownNames } from './knownNames.ts';
import { nameDirectory, type AmbiguousName } from './nameDirectory.ts';
import { ownRequest } from './ownRequest.ts';
import { ImagesChanged, placeImages } from './placeImages.ts';
import { runAll } from './runAll.ts';
import { findNames } from './storyNames.ts';
import { discardUnnamed, takeImages, type ImageIntake, type TakenImages } from './takeImages.ts';
import { writeImport, type SavedImport } from './writeImport.ts';

/** What every document of an import shares. */
export interface ImportOrder {
  /** Whose work it is; a story imported by nobody belongs to the desk. */
  user: TypedUser | null;
  allowDuplicates: boolean;
  /** What the import remembers between its documents. */
  known: KnownNames;
  intake: ImageIntake;
}

/**
 * Saves one document. Doing it again changes nothing.
 * @throws {ValidationError} when something in the document is not acceptable, such as a title of a thousand characters.
 */
export async function saveImport(desk: Desk, document: ImportedDocument, order: ImportOrder): Promise<SavedImport> {
  const [saved] = await saveTogether(desk, [document], order);
  if (saved === undefined) throw new Error('The document was not saved.');
  return saved;
}

/**
 * Saves all of `documents` in one transaction, or none of them. No two of them may have the same identity or the same text.
 * @throws what the first document that could not be saved threw.
 */
export async function saveTogether(desk: Desk, documents: readonly ImportedDocument[], order: ImportOrder): Promise<SavedImport[]> {
  try {
    return await saveOnce(desk, documents, order);
  } catch (error) {
    // Another process has just taken the same identity, or the same address for a new name: now both are known.
    if (isTaken(error) || error instanceof ImagesChanged) return saveOnce(desk, documents, order);
    throw error;
  }
}

async function saveOnce(desk: Desk, documents: readonly ImportedDocument[], order: ImportOrder): Promise<SavedImport[]> {
  const { pictures } = order.intake;
  const images = await takeImages(desk, order.intake, await thoseToWrite(desk, documents, order));
  let committing = false;
  try {
    const saved = await withTransientRetry(async () => {
      try {
        return await inTransaction(desk, order.user, async (req) => {
          const results = await saveIn(desk, req, documents, images, order);
          committing = true;
          return results;
        });
      } catch (error) {
        order.known.forget();
        throw error;
      }
    });
    // Only another import that was faster leaves any; what is saved is saved, whether they can be removed now or not.
    await discardUnnamed(desk, pictures, images).catch(() => undefined);
    return saved;
  } catch (error) {
    // Of a commit that failed nobody can tell what came of it; `counterpoint media orphans` finds what was left.
    if (!committing) await discardUnnamed(desk, pictures, images);
    throw error;
  }
}

/** Those with images that will have to be written: nobody makes pictures for a document that has not changed. */
async function thoseToWrite(desk: Desk, documents: readonly ImportedDocument[], { allowDuplicates }: ImportOrder): Promise<ImportedDocument[]> {
  const illustrated = documents.filter(({ images }) => images.length > 0);
  if (illustrated.length === 0) return [];
  const req = await createLocalReq({}, desk.payload);
  const remembered = await remember(req, illustrated.map(keys));
  const written: ImportedDocument[] = [];
  for (const document of illustrated) if (!('settled' in (await decide(req, document, remembered, allowDuplicates)))) written.push(document);
  return written;
}

async function saveIn(desk: Desk, req: PayloadRequest, documents: readonly ImportedDocument[], taken: TakenImages, order: ImportOrder): Promise<SavedImport[]> {
  const known = rememberReferences(req.context);
  const remembered = await remember(req, documents.map(keys));
  const saves: (() => Promise<SavedImport>)[] = [];
  for (const document of documents) {
    const plan = await decide(req, document, remembered, order.allowDuplicates);
    if ('settled' in plan) {
      const { action, article } = plan.settled;
      saves.push(() => Promise.resolve({ action, articleId: article, warnings: [], ambiguous: [], images: document.images.map(() => 'unchanged' as const) }));
      continue;
    }
    // Names and pictures come one after another: one that comes twice is made once.
    const ambiguous: { line: number; name: AmbiguousName }[] = [];
    const directory = nameDirectory(order.known, {
      req,
      language: document.story.language,
      choose: (line, name) => ambiguous.push({ line, name }),
    });
    const names = await findNames(directory, document);
    for (const id of [...names.sources, names.writtenFor, ...names.sites]) if (id !== null) known.add('outlets', id);
    for (const id of names.authors.flat()) known.add('authors', id);
    const images = await placeImages(desk, req, document, taken);
    saves.push(async () => writeImport(desk, await ownRequest(desk, req), { document, plan, names, ambiguous, images }));
  }
  await order.known.settle(req);
  return runAll(desk, saves);
}

function keys({ identity: { key }, digest }: ImportedDocument): { key: string; digest: string } {
  return { key, digest };
}

function isTaken(error: unknown): boolean {
  if (!(error instanceof ValidationError)) return false;
  return error.data.errors.some(({ path }) => ['key', 'number', 'slug'].some((name) => path === name || path.startsWith(`${name},`)));
}
