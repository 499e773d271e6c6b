/** Ids that survive a move between databases: UUIDv7 text everywhere (RFC 9562), so that cursors and links stay true. */
import { v7, validate, version } from 'uuid';

declare const brand: unique symbol;
/** A string that means one thing and cannot be passed for another. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

export type ArticleId = Branded<'ArticleId'>;
export type ExcerptId = Branded<'ExcerptId'>;
export type CommentaryId = Branded<'CommentaryId'>;
export type UserId = Branded<'UserId'>;
export type ApprovalId = Branded<'ApprovalId'>;
export type PublicationId = Branded<'PublicationId'>;

/** A new id; time-ordered, so that indexes grow at their end. */
export function newId(): string {
  return v7();
}

/** Whether `value` is an id of ours: a lower-case UUID of version 7. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && validate(value) && version(value) === 7 && value === value.toLowerCase();
}
