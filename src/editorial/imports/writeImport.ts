/** Writes a document that has to be written: its drafts, what an editor has to know, and the record by which it is known again. */
import type { PayloadRequest } from 'payload';
import { newestDrafts } from '../../database/newestDrafts.ts';
import type { ParseWarning } from '../../import/importer.ts';
import type { Desk } from '../desk.ts';
import { changeRecord, insertRecord, removeRecords } from '../records.ts';
import { readingOf, type Plan } from './decideImport.ts';
import { editorNotes, type Besides } from './editorNotes.ts';
import { imageNotes, imageWarnings } from './imageNotes.ts';
import { nameOf, type ImageAction, type ImportAction, type ImportedDocument } from './importedDocument.ts';
import { choice, type AmbiguousName } from './nameDirectory.ts';
import { keepOldAddress, oldSlug } from './oldAddress.ts';
import { actionsOf, heroOf, type PlacedImage } from './placeImages.ts';
import { saveDraft } from './storyDocuments.ts';
import type { StoryNames } from './storyNames.ts';

export interface SavedImport {
  action: ImportAction;
  articleId: string;
  /** Names that an editor has to choose for, and images that need somebody. */
  warnings: ParseWarning[];
  ambiguous: AmbiguousName[];
  /** What became of each image of the document. */
  images: ImageAction[];
}

/** A document with all that was found out about it. */
export interface Writing {
  document: ImportedDocument;
  plan: Plan;
  names: StoryNames;
  ambiguous: readonly { line: number; name: AmbiguousName }[];
  images: readonly PlacedImage[];
}

/** Writes it, in the transaction of `req`. */
export async function writeImport(desk: Desk, req: PayloadRequest, { document, plan, names, ambiguous, images }: Writing): Promise<SavedImport> {
  const choices = ambiguous.map(({ line, name }): ParseWarning => ({ line, message: choice(name) }));
  const besides = plan.action === 'conflict' && plan.home !== undefined ? await describe(req, plan.home.article, document) : null;
  const { slug, taken } = plan.action === 'created' ? await oldSlug(req, document) : { slug: null, taken: null };
  const heroImage = heroOf(images);
  const draft = {
    document,
    slug,
    names,
    heroImage,
    notes: editorNotes(document.story, { choices, besides, takenSlug: taken, pictures: imageNotes(images, heroImage, (id) => addressOf(desk, id)) }),
    at: desk.clock(),
    ...(besides === null ? {} : { besides: besides.article }),
  };
  const { article, revisions } = await saveDraft(req, draft, plan.over?.revisions);
  const record = { article, digest: document.digest, reading: readingOf(document), revisions, at: draft.at.toISOString() };
  if (plan.action !== 'conflict') await keepOldAddress(req, document, article);
  const { key } = document.identity;
  if (plan.afresh === true) await removeRecords(req, 'imports', { key: { equals: key } });
  if (plan.over) await changeRecord(req, 'imports', plan.over.id, record);
  else await insertRecord(req, 'imports', { key, number: plan.number ?? 1, ...record });
  return {
    action: plan.action,
    articleId: article,
    warnings: [...choices, ...imageWarnings(images)],
    ambiguous: ambiguous.map(({ name }) => name),
    images: actionsOf(images),
  };
}

/** Where the desk finds a picture. */
function addressOf({ payload: { config } }: Desk, picture: string): string {
  return `${config.serverURL}${config.routes.admin}/collections/media/${picture}`;
}

async function describe(req: PayloadRequest, article: string, document: ImportedDocument): Promise<Besides> {
  const [story] = await newestDrafts<{ title?: string }>(req, 'articles', { id: { equals: article } }, { limit: 1 });
  return { article, title: story?.title ?? nameOf(document.identity) };
}
