/** How errors cross between threads of the replica: without this file what a thread threw would be thrown here without its name. */
import { ClosedFile, DamagedFile, LedgerSilent, OtherLedger } from './fileErrors.ts';

/** An error as it crosses; `code` is empty where it has none. */
export interface Failure {
  name: string;
  message: string;
  code: string;
}

const named = { ClosedFile, DamagedFile, LedgerSilent, OtherLedger };

/** What is sent of `error`. */
export function failureOf(error: unknown): Failure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { name, message, code: error instanceof Error && 'code' in error ? String(error.code) : '' };
}

/** What is thrown of `failure`. */
export function errorOf({ name, message, code }: Failure): Error {
  if (name in named) return new named[name as keyof typeof named](message);
  return Object.assign(new Error(message), { name, code });
}
