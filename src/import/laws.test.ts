import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStory, readDocument, type FormatName, type ParsedStory } from './importer.ts';

const folder = new URL('../../samples/', import.meta.url);
const samples = readdirSync(folder)
  .filter((name) => /\.(?:md|txt)$/.test(name) && name !== 'README.md')
  .map((name) => ({ name, ...readDocument(readFileSync(new URL(name, folder)), name) }));

const parse = (text: string, format: FormatName, date: string | null = null): ParsedStory => parseStory(text, { language: 'en', format, date });

/** DESIGN section 4: every character that is not white space belongs to exactly one piece, and what the pieces say is in the fields. */
function expectCharacterLaw(text: string, format: FormatName): void {
  const story = parse(text, format);
  let cursor = 0;
  for (const { start, end } of story.pieces) {
    if (start < cursor || end <= start) throw new Error(`pieces overlap or are empty at ${start}`);
    if (text.slice(cursor, start).trim() !== '') throw new Error(`nobody has "${text.slice(cursor, start)}"`);
    cursor = end;
  }
  expect(text.slice(cursor).trim()).toBe('');
  expectFieldsHoldPieces(text, story);
}

/** Whatever a piece was given to shows it: the letters of all pieces of a field are the letters of its values, in order. */
function expectFieldsHoldPieces(text: string, story: ParsedStory): void {
  const printed = (field: string): string =>
    compact(
      story.pieces
        .filter((piece) => piece.field === field)
        .map(({ start, end }) => text.slice(start, end))
        .join('\n'),
    );
  const said = (values: (string | null)[]): string => compact(values.join('\n'));
  expect(printed('title')).toBe(said([story.title]));
  expect(printed('leadIn')).toBe(said(story.excerpts.map(({ leadIn }) => leadIn)));
  expect(printed('quote')).toBe(said(story.excerpts.flatMap(({ paragraphs }) => paragraphs)));
  expect(printed('comment')).toBe(said(story.commentaries.flatMap(({ paragraphs }) => paragraphs)));
  expect(printed('outlet')).toBe(said(story.outlets));
  expect(printed('unplaced')).toBe(said(story.unplaced));
  for (const { authors } of story.commentaries) for (const { name } of authors) expect(printed('authorName')).toContain(compact(name));
}

const compact = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

const format = fc.constantFrom<FormatName>('markdown', 'plainText');

// Pieces that documents are made of, and a few that they should not be made of.
const fragment = fc.oneof(
  fc.constantFrom(
    ...[
      '# News',
      '## Comment:',
      '**News:**',
      '**Comment**:',
      'News',
      'Comment',
      'NEWS:',
      'Commentary',
      'News: ',
      '**Comment:** yes',
      '# A title',
      'A title',
      '===',
      '---',
      '* * *',
      '***',
    ],
    ...[
      'On 24 May, X news agency reported:',
      'X wrote on Friday, 3 January 2025:',
      'On May 24, 2024, X said: “yes',
      '*On 31 February, Y said:* no',
      'Seen in the papers:',
    ],
    ...[
      'Written for the Forum by',
      'Written for the',
      'by',
      'Written for Forum by Ana Lind, Chair',
      'By Ana Lind',
      'Ana Lind',
      'Ana Lind and Ben Okoro',
      '**Ana Lind**',
      'Chair of the Board',
      'and',
    ],
    ...[
      'a.example | B | [C](https://c.example)',
      '| A |',
      '|',
      '| | |',
      '•',
      'a.example',
      'Published on: A | B',
      '> quoted',
      '>',
      '> > # x',
      '- item',
      '[1]: https://x.example',
    ],
    ...[
      '“open',
      'close”',
      '‘a “b” c',
      '\u200b',
      '\u00a0',
      '\u200f\u0627',
      'e\u0301',
      '\ufeff',
      '\ud800',
      '[',
      '](x)',
      '**',
      '__',
      '*',
      ':',
      '#',
      '####### x',
      '\u2028',
      '\v',
      '😀',
    ],
  ),
  fc.lorem({ maxCount: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const glue = fc.constantFrom('\n', '\n\n', '\n\n\n', '\r\n', '\r\n\r\n', '\r', ' ', ' \n \n', '');
const messyDocument = fc.array(fc.tuple(fragment, glue), { maxLength: 30 }).map((parts) => parts.flat().join(''));

describe('no text is lost', () => {
  test.each(samples)('in $name', ({ text, format: own }) => expectCharacterLaw(text, own));

  test('in documents put together at random', () => {
    fc.assert(fc.property(messyDocument, format, expectCharacterLaw), { numRuns: 2000 });
  });

  test('in any string at all, and no string makes the parser throw', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'binary-ascii', maxLength: 300 }),
    );
    fc.assert(fc.property(anything, format, expectCharacterLaw), { numRuns: 1000 });
  });

  test('when a line of a sample is dropped, doubled or moved', () => {
    const change = fc.record({ sample: fc.constantFrom(...samples), at: fc.nat(), to: fc.nat(), how: fc.constantFrom('drop', 'double', 'swap') });
    fc.assert(
      fc.property(change, ({ sample, at, to, how }) => {
        const lines = sample.text.split('\n');
        const one = at % lines.length;
        const other = to % lines.length;
        if (how === 'drop') lines.splice(one, 1);
        else if (how === 'double') lines.splice(one, 0, lines[one] ?? '');
        else [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
        expectCharacterLaw(lines.join('\n'), sample.format);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a story that was written down comes back', () => {
  const words = fc.array(
    fc.constantFrom(
      'tram',
      'Rivière',
      'cafe\u0301',
      'Bürger',
      '“so',
      'so”',
      '"',
      '‘it’s',
      '«',
      '19:30',
      'News',
      'comment',
      'May',
      '24',
      'реке',
      'نهر',
      '\u00a0',
    ),
    { minLength: 2, maxLength: 15 },
  );
  // A first word that is nothing else keeps a paragraph from being a label, a rule or a list by chance.
  const paragraph = fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((line) => `Then ${line.join(' ')}.`).join('\n'));
  const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 5 });
  const lineEnd = fc.constantFrom('\n', '\r\n');
  const labels = fc.constantFrom(['# News:', '# Comment:'], ['**News**', '**Comment**'], ['News:', 'Comment:'], ['NEWS', 'COMMENTARY']);

  test('with every quoted paragraph as it stood in the source, after NFC', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, labels, lineEnd, (news, comment, [newsLabel, commentLabel], end) => {
        const text = [
          'A title',
          newsLabel,
          'On 24 May 2024, Harbour Post reported:',
          ...news,
          commentLabel,
          ...comment,
          'Written for the Forum by\nAna Lind\nChair',
          'A | B',
        ].join('\n\n');
        const story = parse(text.replace(/\n/g, end), 'markdown');
        const asPrinted = (list: string[]): string[] => list.map((one) => one.normalize('NFC'));
        expect(story.excerpts.map((excerpt) => excerpt.paragraphs)).toEqual([asPrinted(news)]);
        expect(story.commentaries.map((commentary) => commentary.paragraphs)).toEqual([asPrinted(comment)]);
        expect(story.commentaries[0]?.authors).toEqual([{ name: 'Ana Lind', role: 'Chair' }]);
        expect([story.title, story.writtenFor, story.outlets, story.warnings]).toEqual(['A title', 'Forum', ['A', 'B'], []]);
      }),
      { numRuns: 500 },
    );
  });

  test('the same way every time', () => {
    fc.assert(
      fc.property(messyDocument, format, (text, own) => {
        expect(parse(text, own)).toEqual(parse(text, own));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a line of a megabyte comes to an end', () => {
  const million = 1_000_000;
  test.each([
    ' ',
    '#',
    '>',
    '> ',
    '*',
    '_',
    '|',
    ' | ',
    '[',
    '](',
    '*a_ ',
    ':',
    ': ',
    '“',
    '-',
    '\u200b',
    'a, ',
    ' and ',
    'News: ',
    'On 24 May ',
    '. A',
    'e\u0301',
    '😀',
  ])('of %j', (unit) => {
    const line = unit.repeat(Math.ceil(million / unit.length));
    const text = `# T\n\n## News\n\n${line}\n\n## Comment\n\n${line}\n\nWritten for the ${line} by\n${line}\n${line}\n| ${line}`;
    expectCharacterLaw(text, 'markdown');
    expectCharacterLaw(line, 'plainText');
    expectCharacterLaw(`Comment:\n\nx${line}y`, 'markdown');
    expectCharacterLaw(`Comment:\n\nx${line.slice(0, 150_000)}y`, 'markdown');
  });

  test('and so do very many lines', () => {
    for (const line of ['News:', 'x', '', 'a | b', 'Written for the Forum by', '>', 'By Ana Lind', '[x]: y', '---', '\r'])
      expectCharacterLaw(`${line}\n`.repeat(50_000), 'markdown');
  });
});
