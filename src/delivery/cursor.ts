/** Where a page ended, as a word that only fits the query it came from: without it a reader could go on in another list, and miss half of it. */
import { sha256 } from '../domain/digest.ts';
import type { Position } from '../replica/lists.ts';
import { notRight } from './parameters.ts';

/** Two numbers, or a name, behind which the next page begins. */
export type Mark = readonly (number | string)[];

/** The cursor of `mark` in the list that `query` describes. */
export function cursorAt(mark: Mark, query: unknown): string {
  const text = JSON.stringify(mark);
  return Buffer.from(`${sealOf(text, query)}${text}`).toString('base64url');
}

/** What `cursor` marks; null where there is none. @throws Problem 400 when it is none of ours, or one of another query. */
export function markIn(cursor: string | undefined, query: unknown): Mark | null {
  if (cursor === undefined) return null;
  const text = Buffer.from(cursor, 'base64url').toString();
  const mark = text.slice(SEAL);
  if (text.slice(0, SEAL) !== sealOf(mark, query) || Buffer.from(text).toString('base64url') !== cursor) {
    throw notRight([{ parameter: 'cursor', detail: 'It is not a cursor of this query: leave it out to begin at the first page.' }], 'bad-cursor');
  }
  return JSON.parse(mark) as Mark;
}

/** The mark of a page that ends at `position`. */
export function markOf({ key, tie }: Position): Mark {
  return [key, tie];
}

/** The position that `mark` was made of. */
export function positionIn(mark: Mark | null): Position | null {
  const [key, tie] = (mark ?? []) as number[];
  return key === undefined || tie === undefined ? null : { key, tie };
}

const SEAL = 12;

function sealOf(mark: string, query: unknown): string {
  return sha256(`${JSON.stringify(query)}\n${mark}`).slice(0, SEAL);
}
