/** Without these tests a quote could prove itself, or an honest page could be refused. */
import { describe, expect, it } from 'vitest';
import { isMadeFromQuote } from './madeFromQuote.ts';

const excerpt = {
  leadIn: 'On 24 May, Harbour Wire reported:',
  title: 'Quay opens on Monday',
  quote: ['“The quay opens on Monday after a winter of repairs.', 'It will stay open until the first storm.”'],
};
const quote = excerpt.quote.join('\n\n');

describe('a snapshot is made from the quote', () => {
  it.each([
    ['when it is the quote', quote],
    ['when it is the quote in other type', 'the quay opens on monday after a winter of repairs. It will stay\nopen until the FIRST storm'],
    ['when it is a part of it', 'It will stay open until the first storm.'],
    ['when it is the quote twice', `${quote}\n\n${quote}`],
    ['when it is the quote three times', `${quote}\n\n${quote}\n\n${quote}`],
    ['when it is lead-in, headline and quote', [excerpt.title, excerpt.leadIn, quote].join('\n')],
    ['when little was put around it', `Copied from the site: ${quote} (end)`],
    ['when its paragraphs were turned round', excerpt.quote.toReversed().join(' ')],
  ])('%s', (_how, snapshot) => {
    expect(isMadeFromQuote(snapshot, excerpt)).toBe(true);
  });

  it('when a long quote has a short sentence put before it', () => {
    const long = Array.from({ length: 600 }, (_word, index) => `word${index}`).join(' ');
    expect(isMadeFromQuote(`This is what they wrote about it that day: ${long}`, { quote: [long] })).toBe(true);
  });
});

describe('a snapshot is not made from the quote', () => {
  it.each([
    ['when it is the report', `Quay opens on Monday\nBy Ana Mora, 24 May 2024\n${quote}\nThe mayor thanked the divers. Repairs cost more than planned.`],
    ['when it is a short note with what the page around it says', `Harbour Wire @harbourwire\n${quote}\n10:32 · 24 May 2024 · 1,204 views · Reply · Repost`],
    ['when it is another text, however short', 'Nothing of the kind'],
    ['when it is nothing but marks', '***'],
  ])('%s', (_how, snapshot) => {
    expect(isMadeFromQuote(snapshot, excerpt)).toBe(false);
  });

  it('when there is no quote yet', () => {
    expect(isMadeFromQuote('The whole report, pasted first.', { quote: [] })).toBe(false);
  });
});
