import { expect, test } from 'vitest';
import { nameMatcher } from './matchNames.ts';

const outlets = nameMatcher(
  [
    { id: '1', name: 'Harbour Post', aliases: ['HP'] },
    { id: '2', name: 'Éditions Søren GmbH' },
    { id: '3', name: 'The Mill & River' },
    { id: '4', name: 'Weekly', aliases: ['W.'] },
    { id: '5', name: 'WEEKLY Ltd' },
    { id: '6', name: 'Quill', aliases: ['HP'] },
    { id: '7', name: 'Газета «Йод»' },
  ],
  'outlet',
);

test.each([
  ['Harbour Post', { result: 'matched', id: '1', by: 'name' }],
  ['  Harbour\nPost ', { result: 'matched', id: '1', by: 'name' }],
  ['the HARBOUR-POST, Ltd.', { result: 'matched', id: '1', by: 'comparison' }],
  ['Editions Soren', { result: 'matched', id: '2', by: 'comparison' }],
  ['Mill and River', { result: 'matched', id: '3', by: 'comparison' }],
  ['W.', { result: 'matched', id: '4', by: 'alias' }],
  ['Weekly', { result: 'matched', id: '4', by: 'name' }],
  ['газета йод', { result: 'matched', id: '7', by: 'comparison' }],
  ['weekly', { result: 'ambiguous', ids: ['4', '5'] }],
  ['HP', { result: 'ambiguous', ids: ['1', '6'] }],
  ['Harbour', { result: 'new' }],
  ['!?', { result: 'new' }],
  ['', { result: 'new' }],
])('an outlet printed as "%s"', (printed, expected) => expect(outlets.match(printed)).toEqual(expected));

test('a legal form is part of a person’s name', () => {
  const authors = nameMatcher([{ id: '1', name: 'Ana' }], 'author');
  expect(authors.match('Ana Sa')).toEqual({ result: 'new' });
  expect(authors.match('ána')).toEqual({ result: 'matched', id: '1', by: 'comparison' });
});

test('two vowel signs of Devanagari are two names', () => {
  expect(nameMatcher([{ id: '1', name: 'की' }], 'author').match('का')).toEqual({ result: 'new' });
});
