import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printed, writers, type WrittenStory } from '../../tests/helpers/writtenStory.ts';
import { formatOf, parseStory, readDocument, type FormatName, type ParsedStory, type ReadDocument } from './importer.ts';

const folder = new URL('../../samples/', import.meta.url);
const samples = readdirSync(folder)
  .filter((name) => formatOf(name) !== undefined && name !== 'README.md')
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }));

const parse = (text: string, format: FormatName, date: string | null = null): ParsedStory => parseStory(text, { format, date });

/** DESIGN section 4: every character that is not white space belongs to exactly one piece, and what the pieces say is in the fields. */
function expectCharacterLaw(text: string, format: FormatName): void {
  expectWhole({ text, format, date: null, layout: null });
}

function expectWhole({ text, ...rest }: ReadDocument): ParsedStory {
  const story = parseStory(text, rest);
  let cursor = 0;
  for (const { start, end } of story.pieces) {
    if (start < cursor || end <= start) throw new Error(`pieces overlap or are empty at ${start}`);
    if (text.slice(cursor, start).trim() !== '') throw new Error(`nobody has "${text.slice(cursor, start)}"`);
    cursor = end;
  }
  expect(text.slice(cursor).trim()).toBe('');
  expectFieldsHoldPieces(text, story);
  return story;
}

/** Whatever a piece was given to shows it: the letters of all pieces of a field are the letters of its values, part by part. */
function expectFieldsHoldPieces(text: string, story: ParsedStory): void {
  const inOrder = story.pieces.map((piece, at) => ({ ...piece, at })).sort((a, b) => (a.part ?? 0) - (b.part ?? 0) || a.at - b.at);
  const shown = (field: string): string =>
    compact(
      inOrder
        .filter((piece) => piece.field === field)
        .map(({ start, end }) => text.slice(start, end))
        .join('\n'),
    );
  const said = (values: (string | null)[]): string => compact(values.join('\n'));
  expect(shown('title')).toBe(said([story.title]));
  expect(shown('leadIn')).toBe(said(story.excerpts.map(({ leadIn }) => leadIn)));
  expect(shown('quote')).toBe(said(story.excerpts.flatMap(({ paragraphs }) => paragraphs)));
  expect(shown('comment')).toBe(said(story.commentaries.flatMap(({ paragraphs }) => paragraphs)));
  expect(shown('outlet')).toBe(said(story.outlets));
  expect(shown('unplaced')).toBe(said(story.unplaced));
  for (const { authors } of story.commentaries) for (const { name } of authors) expect(shown('authorName')).toContain(compact(name));
}

const compact = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

const format = fc.constantFrom<FormatName>('markdown', 'plainText', 'html');

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
    ...Object.values(printed).flatMap(({ labels, leadIn, signOff, name, role }) => [...labels.flat(), `**${labels[0][0]}:**`, leadIn, signOff, name, role]),
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
  test.each(samples)('in $name', ({ name, bytes }) => {
    const document = readDocument(bytes, name);
    expectWhole(document);
    if (name.endsWith('.docx')) expectEveryWord(document.text, bytes);
  });

  test('in documents put together at random', () => {
    fc.assert(fc.property(messyDocument, format, expectCharacterLaw), { numRuns: 1500 });
  });

  test('in any string at all, and no string makes the parser throw', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'binary-ascii', maxLength: 300 }),
    );
    fc.assert(fc.property(anything, format, expectCharacterLaw), { numRuns: 700 });
  });

  test('of a page, whatever its tags, and every word of it comes in', () => {
    const tag = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<div>',
        '</div>',
        '<br>',
        '<b>',
        '</b>',
        '<a href="https://x.example">',
        '</a>',
        '<ul><li>',
        '</ul>',
        '<li>',
        '<blockquote>',
        '</blockquote>',
        '<h2>',
        '</h2>',
      ],
      ...['<table>', '</table>', '<tr>', '<td>', '</td>', '<pre>', '</pre>', '<span>', '<!-- c -->', '<script>s</script>', '<i></p>', '<img>', '<hr>'],
    );
    const words = fc.constantFrom(
      'News',
      'Comment:',
      'On 24 May, X said:',
      'tram',
      'e\u0301',
      '\u00a0',
      '\u200b',
      'Written for the Forum by',
      'Ana Lind',
      'a.example | B',
      'الخبر',
      'x\ny',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, words), { maxLength: 40 }), (parts) => {
        const shown = compact(parts.filter((part) => !part.startsWith('<')).join(''));
        if (shown === '') return;
        const document = readDocument(strToU8(`<!doctype html><body>${parts.join('')}`), 'a.html');
        expect(compact(document.text)).toBe(shown);
        expectWhole(document);
      }),
      { numRuns: 500 },
    );
  });

  test.each(samples)('when any line of $name is dropped, doubled or swapped with the next', ({ name, bytes }) => {
    for (const changed of mutants(name, bytes)) expectWhole(readDocument(changed, name));
  });
});

/** Every text that the body of a word-processor document shows is in the extracted text. */
function expectEveryWord(text: string, bytes: Uint8Array): void {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const words = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, word = '']) =>
    word
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&apos;/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  );
  expect(words.length).toBeGreaterThan(5);
  let at = 0;
  for (const word of words.filter((one) => one.trim() !== '')) {
    at = text.indexOf(word.trim(), at);
    expect(at, word).toBeGreaterThanOrEqual(0);
  }
}

/** The document with each of its lines dropped, doubled and swapped; in a word-processor document each of its paragraphs. */
function* mutants(name: string, bytes: Uint8Array): Generator<Uint8Array> {
  const parts = name.endsWith('.docx') ? unzipSync(bytes) : null;
  // Byte by byte, whatever the encoding; UTF-16 line ends are two bytes, which are kept together.
  const source = parts ? strFromU8(parts['word/document.xml'] ?? new Uint8Array()) : Buffer.from(bytes).toString('latin1');
  const lines = source.split(parts ? /(?=<w:p[ >])/ : bytes[0] === 0xff ? /(?<=\n\0)/ : /(?<=\n)/);
  const made = (changed: string[]): Uint8Array =>
    parts ? zipSync({ ...parts, 'word/document.xml': strToU8(changed.join('')) }, { level: 0 }) : Buffer.from(changed.join(''), 'latin1');
  // The first piece and the last one of an XML part hold what opens and closes it.
  for (let at = parts ? 1 : 0; at < lines.length - (parts ? 1 : 0); at += 1) {
    const line = lines[at] ?? '';
    if (parts && /<\/?w:(?:tbl|tr|tc)[ >]/.test(line)) continue;
    // Without its mark, or the line that names it, an encoding may be refused: that loses nothing and is tested elsewhere.
    if ((bytes[0] === 0xff && at === 0) || line.includes('charset=')) continue;
    yield made(lines.toSpliced(at, 1));
    yield made(lines.toSpliced(at, 0, line));
    if (at + 1 < lines.length - (parts ? 1 : 0) && !/<w:(?:tbl|tr|tc)[ >]/.test(lines[at + 1] ?? ''))
      yield made(lines.toSpliced(at, 2, lines[at + 1] ?? '', line));
  }
}

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

  const written = fc.record({
    language: fc.constantFrom(...(Object.keys(printed) as WrittenStory['language'][])),
    title: fc.constantFrom('A title', 'Une « ville » <b>', 'عنوان & خبر', 'Заголовок: новости'),
    news: paragraphs,
    comment: paragraphs,
    labels: fc.nat(1),
  });
  const asPrinted = (list: string[]): string[] => list.map((one) => one.normalize('NFC'));

  test.each([
    ['a.md', 400],
    ['a.txt', 400],
    ['a.html', 400],
    ['a.docx', 150],
  ] as const)('from %s, with every quoted paragraph as it stood in the source, after NFC', (name, numRuns) => {
    fc.assert(
      fc.property(written, (story) => {
        const found = expectWhole(readDocument(writers[name](story), name));
        const { leadIn, outlet, writtenFor, name: author, role } = printed[story.language];
        expect(found.excerpts).toMatchObject([{ leadIn, outlet, publishedOn: '2024-05-24', publishedOnInferred: false, paragraphs: asPrinted(story.news) }]);
        expect(found.commentaries).toMatchObject([{ paragraphs: asPrinted(story.comment), authors: [{ name: author.normalize('NFC'), role }] }]);
        expect([found.language, found.title, found.writtenFor, found.outlets, found.warnings]).toEqual([
          story.language,
          story.title,
          writtenFor,
          ['a.example', 'B'],
          [],
        ]);
      }),
      { numRuns },
    );
  });

  test('with its labels in any dress and any line ends', () => {
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
        expect(story.excerpts.map((excerpt) => excerpt.paragraphs)).toEqual([asPrinted(news)]);
        expect(story.commentaries.map((commentary) => commentary.paragraphs)).toEqual([asPrinted(comment)]);
        expect(story.commentaries[0]?.authors).toEqual([{ name: 'Ana Lind', role: 'Chair' }]);
        expect([story.title, story.writtenFor, story.outlets, story.warnings]).toEqual(['A title', 'Forum', ['A', 'B'], []]);
      }),
      { numRuns: 300 },
    );
  });

  test('a lead-in that is not understood is kept whole, without a date, with a warning that names its line', () => {
    const opening = fc.array(fc.constantFrom('seen', 'in', 'the', 'papers', 'видели', 'رأينا', 'vu', '‹ici›', '7', '—'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(opening, written, (words, story) => {
        const { labels: all } = printed[story.language];
        const leadIn = `${words.join(' ')}:`;
        const found = parse(`T\n\n## ${all[0][0]}\n\n${leadIn}\n\n${story.news.join('\n\n')}\n\n## ${all[0][1]}\n\nYes.`, 'markdown', '2024-06-01');
        expect(found.excerpts).toMatchObject([
          { leadIn, publishedOn: null, publishedOnPartial: null, publishedOnInferred: false, paragraphs: asPrinted(story.news) },
        ]);
        expect(found.warnings).toContainEqual({ line: 5, message: expect.stringMatching(/no date/) as string });
      }),
      { numRuns: 200 },
    );
  });

  test('a date without its year is the latest such day that is not after the document’s, and marked', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (own, told) => {
        const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(told));
        const text = `T\n\n## News\n\nOn ${Number(told.slice(8))} ${month}, X said:\n\ny`;
        const [excerpt] = parse(text, 'markdown', own).excerpts;
        expect(excerpt?.publishedOnInferred).toBe(true);
        expect(excerpt?.publishedOn?.slice(5)).toBe(told.slice(5));
        const found = excerpt?.publishedOn ?? '';
        const next =
          told.slice(5) === '02-29' ? found.replace(/^\d+/, (year) => String(Number(year) + 8)) : found.replace(/^\d+/, (year) => String(Number(year) + 1));
        expect(found <= own && next > own).toBe(true);
        expect(parse(text, 'markdown').excerpts[0]).toMatchObject({ publishedOn: null, publishedOnPartial: `--${told.slice(5)}`, publishedOnInferred: false });
      }),
      { numRuns: 200 },
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
