import { expect, it } from 'vitest';
import { namesTag } from './ifNoneMatch.ts';

it.each([
  [undefined, false],
  ['', false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a" ,"c"', true],
  ['*', true],
  ['"b"', false],
  ['"b", *', false],
  ['a', false],
  ['"ab"', false],
])('%s names "a": %s', (given, expected) => {
  expect(namesTag(given, '"a"')).toBe(expected);
});
