/** What a picture's files are called and how large they are: a name that could ever mean other bytes could not be kept by caches for good. */

/** Widths in pixels; a smaller picture is never enlarged. Heights follow the picture: nothing is cropped, so a focal point changes no file. */
export const RENDITION_WIDTHS = { thumbnail: 320, card: 800, hero: 1600 } as const;

export type RenditionName = keyof typeof RENDITION_WIDTHS;

/** A 50-megapixel photo passes, a decompression bomb does not. */
export const MAX_PIXELS = 60_000_000;
/** What all three formats can hold. */
export const MAX_SIDE = 16_000;

/** One file of a picture, as its document keeps it. */
export interface PictureFile {
  /** Its size by name, `original` for the picture as it was taken in. */
  name: 'original' | RenditionName;
  file: string;
  width: number;
  height: number;
  /** Media type. */
  type: string;
  /** Bytes. */
  size: number;
  /** SHA-256 in hex; null for a file from before digests were taken. */
  digest: string | null;
}

export const EXTENSIONS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/avif': 'avif' };

const KEY = '[0-9a-f]{16}';
const NAME = new RegExp(`^(?:[a-z0-9-]+-)?(${KEY})-(?:(?:thumbnail|card|hero)-)?${KEY}\\.(?:jpg|png|webp|avif)$`);

/**
 * The name of a file: words from the uploaded file's own name, the picture's key, which size it is, and the beginning of its digest.
 * No other bytes ever get it, so it may be kept for good.
 */
export function pictureFileName(words: string, key: string, { name, type, digest }: Pick<PictureFile, 'name' | 'type'> & { digest: string }): string {
  const size = name === 'original' ? [] : [name];
  return `${[words, key, ...size, digest.slice(0, 16)].join('-')}.${EXTENSIONS[type] ?? 'bin'}`;
}

/** The key of the picture that a file belongs to; null for a name that no picture's file has. */
export function pictureKeyOf(file: string): string | null {
  return NAME.exec(file)?.[1] ?? null;
}

/** Words for file names out of what the file was called on somebody's machine: ASCII, short, never empty. */
export function fileWords(uploaded: string): string {
  const words = uploaded
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  return words || 'picture';
}

/** A file as Payload notes it. */
interface NotedFile {
  filename?: string | null;
  width?: number | null;
  height?: number | null;
  mimeType?: string | null;
  filesize?: number | null;
}

/** What a picture document stores about its files, in either of its forms. */
export interface StoredPicture extends NotedFile {
  sizes?: Readonly<Record<string, NotedFile | null>> | null;
  renditions?: readonly PictureFile[] | null;
  /** Of pictures from before `renditions`. */
  digests?: Readonly<Record<string, string>> | null;
}

/** Every file of a picture, the original first; of one from before `renditions` were kept, what Payload noted. */
export function filesOf(picture: StoredPicture): PictureFile[] {
  if (picture.renditions) return [...picture.renditions];
  const named = Object.entries({ original: picture, ...picture.sizes });
  return named.flatMap(([name, file]) => (file?.filename ? [{ ...noted(name, file), file: file.filename, digest: picture.digests?.[name] ?? null }] : []));
}

function noted(name: string, { width, height, mimeType, filesize }: NotedFile): Omit<PictureFile, 'file' | 'digest'> {
  return {
    name: name as PictureFile['name'],
    width: width ?? 0,
    height: height ?? 0,
    type: mimeType ?? 'application/octet-stream',
    size: filesize ?? 0,
  };
}
