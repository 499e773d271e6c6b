/** The editorial rules that hooks call without importing them: collections lie below editorial, and Next holds a second copy of every module. */
import type { PayloadRequest } from 'payload';
import type { FilesChange } from './pictures/keep.ts';
import type { TakenPicture, UploadedFile } from './pictures/takeIn.ts';
import type { Publication, Work } from './stages.ts';

export type { TakenPicture };

/** A request whose transaction, if any, every write of a service joins. */
export type EditorialRequest = PayloadRequest;

export interface SlugRequest {
  article: string;
  title: string;
  language: string;
  /** What the editor typed; empty or null asks for one made from the title. */
  asked: string | null | undefined;
}

export interface TranslationLink {
  id: string;
  language: string;
  slug: string;
  title: string;
}

export interface EditorialServices {
  openWorkflow(req: EditorialRequest, article: string): Promise<void>;
  /** Remembers who last edited a story, for FOUR_EYES. */
  noteEdit(req: EditorialRequest, article: string): Promise<void>;
  reserveSlug(req: EditorialRequest, request: SlugRequest): Promise<string>;
  refuseEmbargoAfterRelease(req: EditorialRequest, article: string): Promise<void>;
  /** The instant that a text names, by the newsroom's clocks where it has no offset. @throws {Problem} 422 naming `field`. */
  momentOf(text: string, field: string): Date;
  dropUnpublished(req: EditorialRequest, article: string): Promise<void>;
  refuseDeletionOfUsed(req: EditorialRequest, collection: string, id: string): Promise<void>;
  reviewCarriers(req: EditorialRequest, collection: string, id: string): Promise<void>;
  recordCascade(req: EditorialRequest, collection: string, id: string): Promise<void>;
  stageOf(req: EditorialRequest, article: string): Promise<{ work: Work; publication: Publication } | null>;
  /** Makes an uploaded picture's original and JPEGs and puts them in the store; `picture` is the one whose file is replaced. Wants no open transaction. */
  takePicture(req: EditorialRequest, file: UploadedFile, picture?: string): Promise<TakenPicture>;
  /** Removes the files of a picture that was taken and then refused. */
  discardPicture(taken: TakenPicture): Promise<void>;
  keepFiles(req: EditorialRequest, change: FilesChange): Promise<void>;
  translationsOf(req: EditorialRequest, article: string, set: string): Promise<TranslationLink[]>;
}

const KEY = Symbol.for('counterpoint.services');

/** Puts the services where hooks of every module copy find them. */
export function provideServices(services: EditorialServices): void {
  (globalThis as Record<symbol, unknown>)[KEY] = services;
}
