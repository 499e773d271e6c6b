/** The quote box: what goes in comes out. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paragraphsOf, textOf } from './quoteText.ts';

it('a quote that is opened and saved is the same quote, character by character', () => {
  const line = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !text.includes('\n') && text.trim() !== '');
  const paragraph = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(fc.array(paragraph), (quote) => {
      expect(paragraphsOf(textOf(quote))).toEqual(quote);
    }),
  );
});

it.each([
  ['an empty line separates two paragraphs', 'one\n\ntwo', ['one', 'two']],
  ['several empty lines separate no more than one', 'one\n\n \n\ntwo', ['one', 'two']],
  ['a single line break stays', 'one\ntwo', ['one\ntwo']],
  ['blanks and quotation marks stay as they are', '  “one  \n\n“two ,three', ['  “one  ', '“two ,three']],
  ['a line break at the end is no paragraph', 'one\n', ['one']],
  ['an empty box is an empty quote', '\n\n', []],
])('%s', (_promise, text, quote) => {
  expect(paragraphsOf(text)).toEqual(quote);
});
