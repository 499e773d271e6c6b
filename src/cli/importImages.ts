/** Finds the images that a document names by a relative address; without it a page saved with its folder of pictures would come in without them. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { ImagesBeside } from '../import/importer.ts';
import type { ImportSource } from './importSources.ts';

/** Of a document and the folder that was given: nothing outside of that is ever opened, whatever links lead there. */
export type BesideOf = (source: ImportSource) => ImagesBeside | null;

/** `taken` is told of each file that is taken along; one of more than `largest` bytes is not. */
export function imagesBeside(largest: number, taken: (realPath: string) => void): BesideOf {
  return ({ path, folder }) =>
    path === null
      ? null
      : (address) => {
          const real = realPathOf(join(dirname(path), fileNameIn(address)));
          const within = real === null ? null : relative(folder, real);
          if (real === null || within === null) return { reason: 'there is no such file' };
          if (within === '..' || within.startsWith(`..${sep}`)) return { reason: 'it lies outside of the folder that is imported' };
          if (within.split(sep).some((name) => name.startsWith('.'))) return { reason: 'it is a hidden file' };
          return bytesOf(real, largest, taken);
        };
}

function bytesOf(real: string, largest: number, taken: (realPath: string) => void): Uint8Array | { reason: string } {
  const { size, ...file } = statOf(real);
  if (!file.isFile) return { reason: 'it is no file' };
  if (size > largest) return { reason: `it is larger than ${Math.floor(largest / 1024 / 1024)} MiB` };
  try {
    const bytes = readFileSync(real);
    taken(real);
    return bytes;
  } catch {
    return { reason: 'it may not be read' };
  }
}

/** Without query and fragment, which a file name has none of, and with its percent signs resolved. */
function fileNameIn(address: string): string {
  const path = address.replace(/[?#][^]*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function realPathOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function statOf(real: string): { size: number; isFile: boolean } {
  const found = statSync(real, { throwIfNoEntry: false });
  return { size: found?.size ?? 0, isFile: found?.isFile() ?? false };
}
