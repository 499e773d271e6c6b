/** Without this file the first start outside production would need a person to invent a secret, or would sign everybody out at each restart. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The secret kept in `dataDir`/secret, made on first use: 32 random bytes as 64 hexadecimal digits, readable by the owner only.
 * Two processes that start at once end up with the same one. Throws what the file system says when it can be neither read nor written.
 */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  return read(file) ?? make(dataDir, file);
}

function make(dataDir: string, file: string): string {
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${String(process.pid)}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // A link appears whole or not at all, and never over a file that another process has just made.
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
