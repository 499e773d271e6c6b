import { describe, expect, test } from 'vitest';
import { findLeadIn } from './leadIn.ts';
import { en } from './languages/en.ts';

function read(text: string): { leadIn: string; outlet: string | null; day: string | null } | null {
  const leadIn = findLeadIn(text, { start: 0, end: text.length }, en);
  if (!leadIn) return null;
  const { range, outlet, date } = leadIn;
  return {
    leadIn: text.slice(range.start, range.end),
    outlet: outlet && text.slice(outlet.start, outlet.end),
    day: date && `${date.year ?? '-'}-${date.month}-${date.day}`,
  };
}

describe('a lead-in names its outlet and its day', () => {
  test.each([
    ['On 24 May, X news agency reported:', 'X news agency', '--5-24'],
    ['X wrote on Friday, 3 January 2025:', 'X', '2025-1-3'],
    ['On May 24, 2024, X said:', 'X', '2024-5-24'],
    ['On May 24, 2024 X said:', 'X', '2024-5-24'],
    ['On 24 May, 2024, Harbour Post reported:', 'Harbour Post', '2024-5-24'],
    ['On 24 May, 1900 News reported:', '1900 News', '--5-24'],
    ['On 24 May 2024 24 Hours Daily reported:', '24 Hours Daily', '2024-5-24'],
    ['On 3 January, the March Post wrote:', 'March Post', '--1-3'],
    ['The March Post wrote on 3 January 2025:', 'The March Post', '2025-1-3'],
    ['8 March Review reported on 24 May 2024:', '8 March Review', '2024-5-24'],
    ['On May 5, 24 Hours News wrote:', '24 Hours News', '--5-5'],
    ['According to the Harbour Post (24 May 2024):', 'Harbour Post', '2024-5-24'],
    ['As Harbour Post reported on 24 May 2024:', 'Harbour Post', '2024-5-24'],
    ['Harbour Post, 24 MAY 2024:', 'Harbour Post', '2024-5-24'],
    ['On 24 May 2024 at 10:30, Harbour Post reported:', 'Harbour Post', '2024-5-24'],
    ['On the 24th of May 2024, the Harbour Post, the city’s daily, has reported:', 'Harbour Post', '2024-5-24'],
    ['The following was published by Harbour Post on 24 May 2024:', 'Harbour Post', '2024-5-24'],
    ['Harbour Post on 24 May 2024 reported:', 'Harbour Post', '2024-5-24'],
    ['On 24 May, “Harbour Post” reported:', 'Harbour Post', '--5-24'],
    ['On 24 May, [Harbour Post](https://h.example/a:b) reported:', 'Harbour Post', '--5-24'],
    ['On 2024-05-24, Harbour Post published:', 'Harbour Post', '2024-5-24'],
    ['On 24.05.2024 Harbour Post wrote:', 'Harbour Post', '2024-5-24'],
    ['In May 2024, Harbour Post reported:', 'Harbour Post', null],
    ['On Friday, Harbour Post reported:', 'Harbour Post', null],
    ['On 24 May,\nHarbour\nPost reported:', 'Harbour\nPost', '--5-24'],
  ])('%s', (text, outlet, day) => {
    expect(read(text)).toEqual({ leadIn: text, outlet, day });
    expect(read(`${text} “The tram: late.”`)).toEqual({ leadIn: text, outlet, day });
  });
});

test('a lead-in inside emphasis ends with its colon', () => {
  expect(read('*On 24 May 2024, Harbour Post reported:* “x”')?.leadIn).toBe('On 24 May 2024, Harbour Post reported:');
});

test('a line that ends with a colon is kept as a lead-in even when it is not understood', () => {
  expect(read('From the papers of the week:')).toEqual({ leadIn: 'From the papers of the week:', outlet: null, day: null });
});

test.each([
  '“The line opens in May,” the mayor said: it is late.',
  'Trams: why they are late',
  'The tram was late. Then the mayor said: “Sorry.”',
  'Nothing at all',
  ':',
  '',
])('a sentence with a colon is not a lead-in: %s', (text) => expect(read(text)).toBeNull());
