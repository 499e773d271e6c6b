/** Without this file importing twice would make every story twice: who a document is, and whether its text has changed. */
import { isAbsolute, relative, sep } from 'node:path';
import { digestOf } from '../domain/digest.ts';
import { Problem } from '../errors.ts';

/** What makes a document the same one at the next import (DESIGN section 4). */
export interface DocumentIdentity {
  /** The name given by `--source`; null when the file itself is the source. */
  source: string | null;
  /** From the given folder with `/` between its parts; without a source the file's absolute real path. */
  path: string;
  /** Both in one string, unique per identity. */
  key: string;
}

/**
 * The identity of a file. `realPath` and `realFolder` are absolute with symbolic links resolved; `realFolder` is the folder that was
 * given, or the file's own folder when the file was.
 * @throws {Problem} 422 when the file does not lie in the folder, or the source has no name.
 */
export function fileIdentity(file: { realPath: string; realFolder: string }, source: string | null): DocumentIdentity {
  if (source === null) return { source: null, path: file.realPath, key: `file:${file.realPath}` };
  const path = relative(file.realFolder, file.realPath).split(sep).join('/');
  if (path === '' || path.startsWith('../') || path === '..' || isAbsolute(path)) {
    throw new Problem(422, 'import-outside-folder', `"${file.realPath}" does not lie in the folder that is imported.`);
  }
  return sourceIdentity(source, path);
}

/**
 * The identity of what is read from standard input.
 * @throws {Problem} 422 without a source and a name: nothing else would tell the next import that it is the same document.
 */
export function standardInputIdentity(source: string | null, name: string | null): DocumentIdentity {
  if (!source?.trim() || !name?.trim()) throw new Problem(422, 'import-needs-name', 'Standard input needs both --source and --name.');
  return sourceIdentity(source, name.trim().replace(/^\/+/, ''));
}

/** SHA-256 of the text in normalisation form C with its white space made even, as `sha-256:` and hexadecimal digits. */
export function textDigest(text: string): string {
  // Most white space is one space, which needs no evening.
  const even = text
    .normalize('NFC')
    .replace(/[^\S ]\s*| \s+/g, ' ')
    .trim();
  return digestOf(even);
}

function sourceIdentity(source: string, path: string): DocumentIdentity {
  const name = source.trim().normalize('NFC');
  if (name === '') throw new Problem(422, 'import-needs-source', 'The name of a source cannot be empty.');
  // Some file systems hand out names decomposed: the same file must stay the same on another machine.
  const composed = path.normalize('NFC');
  return { source: name, path: composed, key: `source:${encodeURIComponent(name)}:${composed}` };
}
