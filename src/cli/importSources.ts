/** From what was typed to the documents that are meant: files, everything in folders, and standard input. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, sep } from 'node:path';
import { extensions, fileIdentity, formatOf, standardInputIdentity, type DocumentIdentity } from '../import/importer.ts';
import { sentenceOf } from './sentence.ts';

/** A document to import. */
export interface ImportSource {
  /** As people are told about it. */
  file: string;
  /** By which its format is recognised. */
  filename: string;
  identity: DocumentIdentity;
  /** Null for standard input. */
  path: string | null;
  /** The real path of the folder that was given, or of the file's own. */
  folder: string;
  /** Whether somebody named this very file. */
  named: boolean;
}

/** What cannot be imported, and why. */
export interface Failure {
  file: string;
  /** Counted from 1; null when the whole file is meant. */
  line: number | null;
  reason: string;
}

/** Bytes; a story of this length would fill a shelf, and everything larger is some other kind of file. */
export const LARGEST_DOCUMENT = 20 * 1024 * 1024;

/** Bytes of a whole site; larger ones can be exported in parts. */
const LARGEST_EXPORT = 200 * 1024 * 1024;

/** How the file of a site's export is named; what is in it decides. */
const EXPORT = '.xml';

/** Whether a file by this name may hold the posts of a site. */
export function isExport(filename: string): boolean {
  return extname(filename).toLowerCase() === EXPORT;
}

/**
 * The documents that `given` means, in a stable order, each once; hidden files and folders are passed over. A file in a folder of a kind
 * that no reader knows is `skipped`, told with its real path; one that was named fails.
 */
export async function importSources(
  given: readonly string[],
  names: { source: string | null; name: string | null },
): Promise<{ sources: ImportSource[]; failed: Failure[]; skipped: ReadonlyMap<string, string> }> {
  const walk = new Walk(names.source);
  for (const argument of given) {
    if (argument === '-') walk.sources.push(standardInput(names.source, names.name));
    else await walk.argument(argument);
  }
  return { sources: walk.sources, failed: walk.failed, skipped: walk.skipped };
}

function standardInput(source: string | null, name: string | null): ImportSource {
  const identity = standardInputIdentity(source, name);
  const file = identity.path;
  // A bare name says nothing about the format; Markdown reads plain text as well.
  return { file, filename: /\.[^./]+$/.test(file) ? file : `${file}.md`, identity, path: null, folder: '', named: true };
}

class Walk {
  readonly sources: ImportSource[] = [];
  readonly failed: Failure[] = [];
  readonly skipped = new Map<string, string>();
  readonly #seen = new Set<string>();

  constructor(readonly source: string | null) {}

  async argument(file: string): Promise<void> {
    await this.#orFail(file, async () => {
      const real = await realpath(file);
      if ((await stat(real)).isDirectory()) await this.#folder(file, real, real);
      else await this.#file(file, real, dirname(real), true);
    });
  }

  async #folder(shown: string, real: string, realFolder: string): Promise<void> {
    // Links may lead round in a circle: every folder is entered once.
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    const entries = (await readdir(real)).filter((name) => !name.startsWith('.')).sort();
    for (const name of entries) {
      const file = join(shown, name);
      await this.#orFail(file, async () => {
        const target = await realpath(join(real, name));
        if (target !== realFolder && !target.startsWith(realFolder.endsWith(sep) ? realFolder : `${realFolder}${sep}`)) {
          this.#fail(file, 'the link leads out of the folder; name what it leads to, if it is meant');
          return;
        }
        if ((await stat(target)).isDirectory()) await this.#folder(file, target, realFolder);
        else await this.#file(file, target, realFolder, false);
      });
    }
  }

  async #file(file: string, real: string, realFolder: string, named: boolean): Promise<void> {
    const filename = basename(real);
    const known = formatOf(filename) !== undefined || isExport(filename);
    if (named && !known) {
      this.skipped.delete(file);
      this.#fail(file, `this kind of file cannot be imported; ${extensions.join(', ')} and exports of WordPress (${EXPORT}) can`);
    }
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    const { size, isFile } = await lookedAt(real);
    const largest = isExport(filename) ? LARGEST_EXPORT : LARGEST_DOCUMENT;
    if (known && !isFile) this.#fail(file, 'it is neither a file nor a folder');
    else if (known && size > largest) this.#fail(file, `the file is larger than ${largest / 1024 / 1024} MiB`);
    else if (known)
      this.sources.push({ file, filename, identity: fileIdentity({ realPath: real, realFolder }, this.source), path: real, folder: realFolder, named });
    else if (!named) this.skipped.set(file, real);
  }

  async #orFail(file: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#fail(file, reasonOf(error));
    }
  }

  #fail(file: string, reason: string): void {
    this.failed.push({ file, line: null, reason });
  }
}

/** A device or a pipe has no end that could be waited for. */
async function lookedAt(real: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(real);
  return { size: found.size, isFile: found.isFile() };
}

const SYSTEM_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  ELOOP: 'its links lead round in a circle',
  ENOTDIR: 'there is no such file or folder',
  ENAMETOOLONG: 'there is no such file or folder',
};

/** Why a file could not be read, without the system call that said so. */
export function reasonOf(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return SYSTEM_REASONS[code] ?? sentenceOf(thrown);
}
