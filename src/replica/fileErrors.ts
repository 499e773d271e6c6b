/** What can be wrong with a replica's file, or with what it follows: without these names a damaged file would look like a bug, and be served. */

/** The file does not hold what was written into it. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

/** The entries do not go on from where the file is: it has followed another ledger, or one that was set back since. */
export class OtherLedger extends Error {
  override readonly name = 'OtherLedger';
}

/** The editorial database does not answer: what is there is shown on, and it is asked again. */
export class LedgerSilent extends Error {
  override readonly name = 'LedgerSilent';
}

/** Whether `error` says that the file itself cannot be trusted. */
export function isDamage(error: unknown): boolean {
  if (error instanceof DamagedFile) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    /^SQLITE_(CORRUPT|NOTADB|IOERR|CANTOPEN)/.test(code) ||
    (error instanceof Error && code === 'SQLITE_ERROR' && /no such (table|column)|malformed/.test(error.message))
  );
}

/** The file was closed while somebody waited for an answer from it; it is no fault of the file's. */
export class ClosedFile extends Error {
  override readonly name = 'ClosedFile';
}
