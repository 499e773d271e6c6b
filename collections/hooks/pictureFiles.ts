/** Which files a picture has is for the newsroom alone to say; a client's word for it could show one picture's bytes under another's name. */
import { ValidationError, type CollectionAfterDeleteHook, type CollectionBeforeChangeHook, type CollectionBeforeOperationHook } from 'payload';
import { filesOf, type PictureFile, type StoredPicture } from '../../src/domain/pictures.ts';
import { EDITORIAL_ROLES, hasRole } from '../../src/domain/roles.ts';
import { Problem } from '../../src/errors.ts';
import type { TakenPicture } from '../../src/editorial/services.ts';
import { editorial } from './services.ts';

type Media = StoredPicture & { id: string; focalX?: number | null; focalY?: number | null } & Partial<Record<'credit' | 'caption' | 'licence', string | null>>;

/** Keeps Payload's own work on images from beginning, and takes in what came by another door than `collections/endpoints/uploads.ts`. */
export const takeUpload: CollectionBeforeOperationHook = async ({ args, operation, overrideAccess, req }) => {
  if (operation !== 'create' && operation !== 'update') return args;
  moveFocalPoint(req.query, (args as { data?: Record<string, unknown> }).data);
  if (req.file !== undefined) {
    req.context.picture = await editorial().takePicture(req, req.file, (args as { id?: string }).id);
    req.file = undefined;
  }
  const allowed = overrideAccess === true || hasRole(req, EDITORIAL_ROLES);
  if (operation === 'create' && allowed && req.context.picture === undefined) {
    const detail = 'Choose the file of the picture.';
    throw new Problem(400, 'picture-missing', detail, [{ pointer: '/file', detail }]);
  }
  return args;
};

/** Writes the files that came with this request into the document, and no others. What the photographer said fills what the editor left empty. */
export const placeUpload: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  const picture = req.context.picture as TakenPicture | undefined;
  delete req.context.picture;
  refuseFocalPointOutside(data, collection.slug, req);
  const before = (operation === 'update' ? originalDoc : undefined) as Media | undefined;
  if (picture === undefined) return { ...data, ...(before === undefined ? {} : fileFields(stored(before), before)) };
  const id = before?.id ?? (data as Media).id;
  await editorial().keepFiles(req, { picture: id, before: before === undefined ? [] : stored(before), after: picture.files });
  const said = (field: keyof TakenPicture['rights']) => (data as Partial<Media>)[field] || before?.[field] || picture.rights[field];
  return {
    ...data,
    ...fileFields(picture.files, data as Media),
    fileKey: picture.key,
    sourceDigest: picture.sourceDigest,
    renditionState: 'pending',
    ...focalPoint(data as Partial<Media>, before),
    credit: said('credit'),
    caption: said('caption'),
    licence: said('licence'),
  };
};

/** The middle, until somebody says otherwise. Percent of width and height. */
function focalPoint(data: Partial<Media>, before: Media | undefined): { focalX: number; focalY: number } {
  return { focalX: data.focalX ?? before?.focalX ?? 50, focalY: data.focalY ?? before?.focalY ?? 50 };
}

/** Asks for the removal of a deleted picture's files, once the deletion is committed. */
export const removeDeleted: CollectionAfterDeleteHook = async ({ doc, id, req }) => {
  await editorial().keepFiles(req, { picture: String(id), before: stored(doc as Media), after: [] });
};

/** As they lie in the database: an answer has addresses besides. */
function stored(picture: Media): PictureFile[] {
  return filesOf(picture).map(({ name, file, width, height, type, size, digest }) => ({ name, file, width, height, type, size, digest }));
}

/** Payload's own names for the original and the JPEGs, which its panel and its clients know. */
function fileFields(files: readonly PictureFile[], otherwise: Media): Record<string, unknown> {
  const [original] = files;
  if (original === undefined) return { filename: otherwise.filename, renditions: null };
  const sizes = files.filter(({ name, type }) => name !== 'original' && type === 'image/jpeg');
  return { ...named(original), sizes: Object.fromEntries(sizes.map((file) => [file.name, named(file)])), renditions: files };
}

function named({ file, width, height, type, size }: PictureFile): Record<string, unknown> {
  return { filename: file, width, height, mimeType: type, filesize: size };
}

/** The panel says in the query where the point is. Nothing is cropped by it here, so no file is made anew. */
function moveFocalPoint(query: Record<string, unknown>, data: Record<string, unknown> | undefined): void {
  const { focalPoint } = (query.uploadEdits ?? {}) as { focalPoint?: { x?: unknown; y?: unknown } };
  delete query.uploadEdits;
  if (focalPoint === undefined || data === undefined) return;
  for (const [field, value] of Object.entries({ focalX: focalPoint.x, focalY: focalPoint.y })) {
    if (value !== undefined) data[field] = Math.round(Number(value));
  }
}

function refuseFocalPointOutside(data: Record<string, unknown>, collection: string, req: Parameters<CollectionBeforeChangeHook>[0]['req']): void {
  const outside = ['focalX', 'focalY'].filter((field) => {
    const value = data[field];
    return value !== undefined && value !== null && !(typeof value === 'number' && value >= 0 && value <= 100);
  });
  if (outside.length === 0) return;
  throw new ValidationError({ collection, errors: outside.map((path) => ({ path, message: 'This has to be a number from 0 to 100.' })), req });
}
