/** What somebody asks of a story, checked once; every transition takes it in this form. */
import type { PayloadRequest } from 'payload';
import { Problem } from '../../errors.ts';
import type { Actor, Desk } from '../desk.ts';

export interface Order {
  desk: Desk;
  /** Carries the transaction that the whole transition happens in. */
  req: PayloadRequest;
  article: string;
  by: Actor;
  reason?: string | undefined;
  notice?: string | undefined;
  /** When to publish, as the person wrote it. */
  at?: string | undefined;
  /** First publication of an archive import, instead of now: `backfill`. */
  firstPublishedAt?: Date | undefined;
}

/** @throws {Problem} 422 naming `field` when `text` says nothing. */
export function requireWords(text: string | undefined, field: 'reason' | 'notice', sentence: string): string {
  const words = text?.trim() ?? '';
  if (words === '') throw new Problem(422, 'words-required', sentence, [{ pointer: `/${field}`, detail: sentence }]);
  return words;
}
