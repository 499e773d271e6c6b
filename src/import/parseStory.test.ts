import { describe, expect, test } from 'vitest';
import { parseStory } from './parseStory.ts';
import type { ParsedStory } from './story.ts';

const md = (text: string, date?: string): ParsedStory => parseStory(text, { language: 'en', format: 'markdown', date: date ?? null });
const txt = (text: string): ParsedStory => parseStory(text, { language: 'en', format: 'plainText' });
const leadIn = 'On 24 May 2024, Harbour Post reported:';
const storyWith = (news: string, comment: string): string => `Trams at last\n\n${news}\n\n${leadIn}\n\n“It runs.”\n\n${comment}\n\nGood.\n`;

describe('labels', () => {
  test.each([
    ['# News:', '# Comment:'],
    ['## News', '## Commentary'],
    ['###### NEWS', '###### COMMENT'],
    ['## **News:**', '## **Comment**:'],
    ['**News:**', '**Comment:**'],
    ['**News**:', '__Comment__'],
    ['*News*', '*Comment*'],
    ['News:', 'Comment:'],
    ['News', 'Comment'],
    ['NEWS :', 'COMMENT :'],
    ['News：', 'Commentary：'],
    ['\u200bNews:\u200b', '\u00a0Comment:\u00a0'],
    ['News:\n-----', 'Comment:\n========'],
    ['## News ##', '## Comment ##'],
    ['> News:', '> Comment:'],
    ['News 1:', 'Comment 1:'],
  ])('%j and %j part a document', (news, comment) => {
    const story = md(storyWith(news, comment));
    expect([story.title, story.excerpts[0]?.paragraphs, story.commentaries[0]?.paragraphs]).toEqual(['Trams at last', ['“It runs.”'], ['Good.']]);
    expect(story.unplaced).toEqual([]);
  });

  test.each([
    ['**News:** ', '**Comment:** '],
    ['News: ', 'Comment: '],
    ['## News: ', '## Comment: '],
  ])('%j and %j may run into their text when no label stands alone', (news, comment) => {
    const story = md(`Trams at last\n\n${news}${leadIn}\n\n“It runs.”\n\n${comment}Good.`);
    expect([story.title, story.excerpts[0]?.leadIn, story.excerpts[0]?.paragraphs, story.commentaries[0]?.paragraphs]).toEqual([
      'Trams at last',
      leadIn,
      ['“It runs.”'],
      ['Good.'],
    ]);
  });

  test.each([
    'News of the tram came late.',
    'Comment: there was none.',
    'he read the\nnews\nand went on',
    'He asked for\nComment\nand got none.',
    'according to Harbour\nNews\nas we know',
    'No comment',
    '“News: nothing”',
    'News, as ever',
    'News 24',
  ])('the words are no labels inside a text: %j', (sentence) => {
    const story = md(storyWith('## News', `${sentence}\n\n## Comment`));
    expect(story.excerpts[0]?.paragraphs).toEqual(['“It runs.”', sentence]);
    expect(story.commentaries[0]?.paragraphs).toEqual(['Good.']);
  });

  test('labels are found where there is no blank line at all', () => {
    const story = txt(`Trams at last\nNews\n${leadIn} “It runs.”\nComment\nGood.\nWritten for the Forum by\nAna Lind\nChair\na.example | b.example`);
    expect(story.excerpts[0]?.paragraphs).toEqual(['“It runs.”']);
    expect(story.commentaries[0]).toMatchObject({ paragraphs: ['Good.'], authors: [{ name: 'Ana Lind', role: 'Chair' }], capacity: 'Chair' });
    expect([story.writtenFor, story.outlets, story.warnings]).toEqual(['Forum', ['a.example', 'b.example'], []]);
  });

  test('news and comments come in any number and order', () => {
    const story = md(`# T\n## Comment\nA.\n## News\n${leadIn}\nx\n## News\n${leadIn}\ny\n## Comment\nB.`);
    expect(story.excerpts.map(({ paragraphs }) => paragraphs)).toEqual([['x'], ['y']]);
    expect(story.commentaries.map(({ paragraphs }) => paragraphs)).toEqual([['A.'], ['B.']]);
  });
});

describe('sign-offs', () => {
  const signed = (signOff: string): unknown => {
    const story = md(`# T\n\n## News\n\n${leadIn}\n\nx\n\n## Comment\n\nGood.\n\n${signOff}\n`);
    const [commentary] = story.commentaries;
    expect(commentary?.paragraphs).toEqual(['Good.']);
    return [story.writtenFor, commentary?.authors.map(({ name, role }) => [name, role]), commentary?.capacity, story.outlets, story.unplaced];
  };
  const plain = ['River Forum', [['Ana Lind', 'Member of the Board']], 'Member of the Board', ['A', 'b.example'], []];

  test.each([
    'Written for the River Forum by\n\nAna Lind\n\nMember of the Board\n\nA | b.example',
    'Written for the River Forum by\nAna Lind\nMember of the Board\nA | b.example',
    'Written for River Forum by:\n\nAna Lind\nMember of the Board\n\n| A | b.example |',
    'Written for the River Forum by Ana Lind, Member of the Board\n\nA | b.example',
    'Written for the River Forum by Ana Lind\nMember of the Board\n\nA | b.example',
    'Written for the River Forum by Ana Lind (Member of the Board)\n\nA\u00a0|\u00a0b.example',
    'Written for the River Forum\nby Ana Lind – Member of the Board\n\nA |\nb.example',
    'Written for the\nRiver Forum by\nAna Lind,\nMember of the Board\nA • b.example',
    'Written by Ana Lind for the River Forum\nMember of the Board\n\nA | b.example',
    '*Written for the River Forum by*\n\n**Ana Lind**\n\n*Member of the Board*\n\n---\n\n[A](https://a.example) | [b.example](https://b.example/)',
    'WRITTEN FOR THE River Forum BY\n\nAna Lind\n\nMember\nof the Board\n\nPublished on: A | b.example',
  ])('%j', (signOff) => expect(signed(signOff)).toEqual(plain));

  test.each<[string, unknown[]]>([
    ['Written for The Open Desk by\nAna Lind', ['The Open Desk', [['Ana Lind', null]], null, [], []]],
    ['Written for the Stand by Me Fund by\nAna Lind', ['Stand by Me Fund', [['Ana Lind', null]], null, [], []]],
    ['By Ana Lind, Chair', [null, [['Ana Lind', 'Chair']], 'Chair', [], []]],
    [
      'Written for the Forum by\nAna Lind, Ben Okoro and Li Wei',
      [
        'Forum',
        [
          ['Ana Lind', null],
          ['Ben Okoro', null],
          ['Li Wei', null],
        ],
        null,
        [],
        [],
      ],
    ],
    ['Written for the Forum by\nAna Lind, Chair and Editor', ['Forum', [['Ana Lind', 'Chair and Editor']], 'Chair and Editor', [], []]],
    [
      'Written for the Forum by\nAna Lind, Chair, and Ben Okoro, Secretary',
      [
        'Forum',
        [
          ['Ana Lind', 'Chair'],
          ['Ben Okoro', 'Secretary'],
        ],
        'Chair; Secretary',
        [],
        [],
      ],
    ],
    [
      'Written for the Forum by\n\nAna Lind\nMember\n\nBen Okoro\nMember',
      [
        'Forum',
        [
          ['Ana Lind', 'Member'],
          ['Ben Okoro', 'Member'],
        ],
        'Member',
        [],
        [],
      ],
    ],
    ['Written for the Forum by\nAna Lind, PhD, MBA, Chair', ['Forum', [['Ana Lind, PhD, MBA', 'Chair']], 'Chair', [], []]],
    [
      'Written for the Forum by\nAna Lind\nChair\n\nA | B\n\nAll rights as agreed.',
      ['Forum', [['Ana Lind', 'Chair']], 'Chair', ['A', 'B'], ['All rights as agreed.']],
    ],
  ])('%j', (signOff, expected) => expect(signed(signOff)).toEqual(expected));

  test.each(['Written for children by volunteers, the booklet is kind to trams.', 'By Monday the trams ran.', 'Written by hand, it was hard to read.'])(
    'a sentence that begins like one stays in the comment: %j',
    (sentence) => {
      const story = md(`# T\n\n## News\n\n${leadIn}\n\nx\n\n## Comment\n\nGood.\n\n${sentence}\n`);
      expect(story.commentaries[0]?.paragraphs).toEqual(['Good.', sentence]);
    },
  );

  test('one at the end of the document signs every comment that has none of its own', () => {
    const story = md(
      `# T\n\n## Comment\n\nA.\n\nWritten for the Forum by\nAna Lind\nChair\n\n## Comment\n\nB.\n\n## News\n\n${leadIn}\n\nx\n\nWritten for the Forum by\nLi Wei\nEditor`,
    );
    expect(story.commentaries.map(({ authors }) => authors.map(({ name }) => name))).toEqual([['Ana Lind'], ['Li Wei']]);
    expect(story.unplaced).toEqual([]);
  });
});

describe('nothing is missed in silence', () => {
  test.each<[string, string, RegExp]>([
    ['no title', `News:\n${leadIn}\nx\nComment:\nGood.`, /no title/],
    ['no news part', '# T\n\n## Comment\n\nGood.', /no news part/],
    ['no comment', `# T\n\n## News\n\n${leadIn}\n\nx`, /no comment/],
    ['no author', storyWith('News:', 'Comment:'), /no author/],
    ['an empty part', `# T\n\n## News\n\n## News\n\n${leadIn}\n\nx`, /empty/],
    ['a lead-in without a date', '# T\n\n## News\n\nHarbour Post reported:\n\nx', /no date/],
    ['no lead-in', '# T\n\n## News\n\nx', /no lead-in/],
    ['nothing at all', '', /no title/],
  ])('%s is a warning', (_what, text, warning) => {
    expect(md(text).warnings.map(({ message }) => message)).toContainEqual(expect.stringMatching(warning));
  });

  test('a warning names the line of what was not understood', () => {
    const story = md('# T\n\nA stray line\n\n## News\n\nSeen in the papers:\n\nx');
    expect(story.excerpts[0]).toMatchObject({ leadIn: 'Seen in the papers:', publishedOn: null, paragraphs: ['x'] });
    expect(story.unplaced).toEqual(['A stray line']);
    expect(story.warnings.filter(({ line }) => line === 3)).toHaveLength(1);
    expect(story.warnings.filter(({ line }) => line === 7).length).toBeGreaterThan(0);
  });

  test('a picture that Markdown names is a warning with its line, and its mark is still text', () => {
    const marks = [
      '![The quay](img/quay.png "Quay")',
      '![A [big] boat](<a boat.png>)',
      '![Lamp][lamp]',
      '<img alt="x" src="sea.png">',
      '![Dot](data:image/png;base64,iVBO)',
    ];
    const { warnings, commentaries } = md(`# T\n\n## Comment\n\n${marks.join('\n\n')}\n\nNo picture: !(a.png), [a](b.png), !x[y](z).`);
    expect(warnings.filter(({ message }) => message.includes('picture')).map(({ line, message }) => [line, message.split(': ')[1]])).toEqual([
      [5, 'img/quay.png'],
      [7, 'a boat.png'],
      [9, 'lamp'],
      [11, 'sea.png'],
      [13, 'data:image/png;base64,'],
    ]);
    expect(commentaries[0]?.paragraphs.slice(0, 5)).toEqual(marks);
    expect(parseStory(marks[0]!, { format: 'plainText' }).warnings.filter(({ message }) => message.includes('picture'))).toEqual([]);
  });

  test('a document without labels is kept whole', () => {
    const story = md('# T\n\nOne.\n\nTwo.');
    expect([story.title, story.unplaced]).toEqual(['T', ['One.', 'Two.']]);
  });

  test('front matter is no title', () => {
    const story = md(`---\nauthor: x\n---\n\n# T\n\n## Comment\n\nGood.`);
    expect([story.title, story.unplaced]).toEqual(['T', ['author: x']]);
  });

  test('a language without labels of its own is read with the fallback and says so', () => {
    const story = parseStory('# T\n\n## Comment\n\nGood.', { language: 'xx', format: 'markdown' });
    expect(story.language).toBe('xx');
    expect(story.warnings[0]?.message).toMatch(/"xx"/);
    expect(parseStory('T', { language: 'en-GB', format: 'markdown' }).warnings.map(({ message }) => message)).not.toContainEqual(
      expect.stringMatching(/language/),
    );
  });
});

describe('the quotation', () => {
  const quoted = (news: string): string[] | undefined => md(`# T\n\n## News\n\n${leadIn}\n\n${news}\n\n## Comment\n\nGood.`).excerpts[0]?.paragraphs;

  test.each([
    ['an unclosed mark', '“One.\n\nTwo.', ['“One.', 'Two.']],
    ['a mark closed in another paragraph', '"One.\n\nTwo." Three.', ['"One.', 'Two." Three.']],
    ['line breaks', 'one\n  two\nthree', ['one\n  two\nthree']],
    ['emphasis and escapes', '*one* \\* two', ['*one* \\* two']],
    ['quote marks of Markdown', '> one\n> two\n>\n> three', ['one\ntwo', 'three']],
    ['decomposed letters', 'cafe\u0301', ['café']],
    ['a rule', 'one\n\n* * *\n\ntwo', ['one', 'two']],
  ])('%s', (_what, news, paragraphs) => expect(quoted(news)).toEqual(paragraphs));

  test('a date without a year is completed from the document date only', () => {
    const text = '# T\n\n## News\n\nOn 24 May, X said:\n\nx';
    expect(md(text).excerpts[0]).toMatchObject({ publishedOn: null, publishedOnPartial: '--05-24', publishedOnInferred: false });
    expect(md(text, '2024-03-20').excerpts[0]).toMatchObject({ publishedOn: '2023-05-24', publishedOnPartial: null, publishedOnInferred: true });
    expect(() => md(text, '20 March')).toThrow(RangeError);
  });
});
