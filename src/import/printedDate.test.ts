import { expect, test } from 'vitest';
import { findDate, isCalendarDate, resolveDate } from './printedDate.ts';
import { en } from './languages/en.ts';

function published(phrase: string, documentDate: string | null): unknown {
  const printed = findDate(phrase, en);
  if (!printed) return null;
  const { publishedOn, publishedOnPartial, publishedOnInferred, warning } = resolveDate(printed, documentDate);
  return [publishedOn, publishedOnPartial, publishedOnInferred, warning !== null];
}

test.each([
  ['a printed year is taken as it is', 'On 24 May 2024', '2020-01-01', ['2024-05-24', null, false, false]],
  ['without a year and a document date it stays partial', 'On 24 May', null, [null, '--05-24', false, true]],
  ['the document date itself is not after it', 'On 24 May', '2024-05-24', ['2024-05-24', null, true, false]],
  ['the latest such day before the document date', 'On 24 May', '2024-05-23', ['2023-05-24', null, true, false]],
  ['29 February needs a leap year', 'On 29 February', '2023-12-31', ['2020-02-29', null, true, false]],
  ['29 February may be partial', 'On 29 February', null, [null, '--02-29', false, true]],
  ['29 February of a common year does not exist', 'On 29 February 2023', null, [null, null, false, true]],
  ['31 February does not exist', 'On 31 February', '2024-05-24', [null, null, false, true]],
  ['a span is no day', 'On 24 and 25 May 2024', null, [null, null, false, true]],
  ['a weekday that does not fit is warned of', 'On Monday, 24 May 2024', null, ['2024-05-24', null, false, true]],
  ['a weekday that fits is not', 'On Friday, 24 May 2024', null, ['2024-05-24', null, false, false]],
])('%s', (_promise, phrase, documentDate, expected) => expect(published(phrase, documentDate)).toEqual(expected));

test('a number alone or a month in lower case is no date', () => {
  for (const phrase of ['On 24', 'it may 24', 'they march 3 abreast', '24 people in May']) expect(findDate(phrase, en)).toBeNull();
});

test('only days of the calendar are document dates', () => {
  expect(['2024-02-29', '2023-02-29', '2024-1-1', '2024-13-01', 'today'].map(isCalendarDate)).toEqual([true, false, false, false, false]);
});
