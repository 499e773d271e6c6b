/** Without this test a tag that cannot match could match, or a slip of the pen could be taken for consent. */
import { expect, it } from 'vitest';
import { Problem } from '../errors.ts';
import { claimable, NEVER, revisionsNamed, revisionTag } from './revision.ts';

const named = (header: string) => revisionsNamed(new Headers({ 'If-Match': header }));

it.each([
  ['"12"', [12]],
  [' "12" ', [12]],
  ['"1", "2",\t"3"', [1, 2, 3]],
  ['W/"12"', [NEVER]],
  ['"012"', [NEVER]],
  ['"1e3"', [NEVER]],
  ['"9999999999999999"', [NEVER]],
  ['"a,b", "4"', [NEVER, 4]],
  ['""', [NEVER]],
])('%s names what it says', (header, revisions) => {
  expect(named(header)).toEqual(revisions);
});

it.each(['', '12', '"12', '12"', '*, "1"', '"1" "2"', '"1",', 'w/"1"', '"a b"'])('%s is refused', (header) => {
  expect(() => named(header)).toThrow(Problem);
});

it('no header and * name no revision', () => {
  expect(revisionsNamed(new Headers())).toBeNull();
  expect(named('*')).toBeNull();
});

it('of a list, the revision that the document is at is claimed, and else none', () => {
  expect(claimable([3, 5], 5)).toBe(5);
  expect(claimable([3, 5], 4)).toBe(NEVER);
  expect(claimable([3], 4)).toBe(3);
  expect(named(revisionTag(7))).toEqual([7]);
});
