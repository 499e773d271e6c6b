import { describe, expect, test } from 'vitest';
import { docxFile, paragraph, part, run, type DocxPieces } from '../../../tests/helpers/docxFile.ts';
import { parseStory } from '../parseStory.ts';
import { readDocument, type ReadDocument } from '../readDocument.ts';
import type { ParsedStory } from '../story.ts';

const read = (body: string, pieces: DocxPieces = {}): ReadDocument => readDocument(docxFile(body, pieces), 'a.docx');
const parse = (body: string, pieces: DocxPieces = {}): ParsedStory => {
  const { text, ...rest } = read(body, pieces);
  return parseStory(text, rest);
};
const p = (text: string): string => paragraph(run(text));
const story = (news: string, comment: string): string =>
  [
    p('T'),
    p('News:'),
    p('On 24 May 2024, Harbour Post reported:'),
    news,
    p('Comment:'),
    comment,
    p('Written for the Forum by'),
    p('Ana Lind'),
    p('Chair'),
  ].join('');

describe('every word of the body comes in', () => {
  test.each([
    ['a field', `<w:fldSimple w:instr="DATE">${run('field')}</w:fldSimple>`, 'field'],
    ['text in another direction', `<w:bdo w:val="rtl">${run('over')}</w:bdo><w:dir w:val="rtl">${run('embed')}</w:dir>`, 'overembed'],
    ['a formula', '<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>', 'a+b'],
    ['ruby', `<w:r><w:ruby><w:rt>${run('ab')}</w:rt><w:rubyBase>${run('cd')}</w:rubyBase></w:ruby></w:r>`, 'abcd'],
    ['tracked changes, as they would be accepted', `<w:ins>${run('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>`, 'new'],
    ['tabs, breaks and hyphens', '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>', 'a\tb\nc\u2011d'],
    ['a content control', `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${run('chosen')}</w:sdtContent></w:sdt>`, 'chosen'],
    [
      'the first of two ways to draw a box',
      `${run('before')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('in the box')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('in the box')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run(' after')}`,
      'before after\n\nin the box',
    ],
    ['white space that is kept and white space that is not', '<w:r><w:t xml:space="preserve"> a  b </w:t><w:t> c\n</w:t></w:r>', ' a  b c'],
    [
      'an address',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://x.example"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('here')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      'here',
    ],
  ])('%s', (_what, content, text) => expect(read(paragraph(content)).text).toBe(text));

  test('a table of figures is rows and tabs, a table for layout is its paragraphs', () => {
    const table = (rows: string[][]): string =>
      `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell === '' ? '<w:p/>' : p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
    expect(
      read(
        table([
          ['Year', 'Sum'],
          ['2024', ''],
          ['2025', '7'],
        ]),
      ).text,
    ).toBe('Year\tSum\n2024\t\n2025\t7');
    expect(
      read(
        table([
          ['News:', 'On 24 May 2024, X reported:'],
          ['Comment:', 'Yes.'],
        ]),
      ).text,
    ).toBe('News:\n\nOn 24 May 2024, X reported:\n\nComment:\n\nYes.');
  });
});

describe('what stands beside the body', () => {
  const notes = part(
    'footnotes',
    `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="1">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(' A note.')}`)}</w:footnote><w:footnote w:id="2">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(' On the report.')}`)}</w:footnote>`,
  );
  const reference = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

  test('a note goes to the comment that it is a note of; one of a report is shown to the editor', () => {
    const found = parse(story(paragraph(run('“It runs.”') + reference(2)), paragraph(run('Good.') + reference(1)) + p('Yes.')), {
      relations: [['f', 'footnotes', 'footnotes.xml']],
      parts: { 'word/footnotes.xml': notes },
    });
    expect(found.excerpts[0]?.paragraphs).toEqual(['“It runs.”¹']);
    expect(found.commentaries[0]?.paragraphs).toEqual(['Good.²', 'Yes.', '² A note.']);
    expect(found.unplaced).toEqual(['¹ On the report.']);
    expect(found.commentaries[0]?.authors).toEqual([{ name: 'Ana Lind', role: 'Chair' }]);
  });

  test('headers, page footers, margins and hidden text are not lost, and page numbers are no text', () => {
    const number = `<w:fldSimple w:instr=" PAGE ">${run('3')}</w:fldSimple>`;
    const found = parse(story(p('x'), paragraph(run('Good.') + run('secret', '<w:vanish/>'))), {
      relations: [
        ['h', 'header', 'header1.xml'],
        ['h2', 'header', 'header2.xml'],
        ['f', 'footer', 'footer1.xml'],
        ['c', 'comments', 'comments.xml'],
      ],
      parts: {
        'word/header1.xml': part('hdr', p('River Forum, draft')),
        'word/header2.xml': part('hdr', p('River Forum, draft')),
        'word/footer1.xml': part('ftr', p('a.example | B') + paragraph(number)),
        'word/comments.xml': part('comments', `<w:comment w:id="0">${p('Is this right?')}</w:comment>`),
      },
    });
    expect(found.outlets).toEqual(['a.example', 'B']);
    expect(found.unplaced).toEqual(['River Forum, draft', 'Is this right?', 'secret']);
    expect(found.commentaries[0]).toMatchObject({ paragraphs: ['Good.'], authors: [{ name: 'Ana Lind', role: 'Chair' }] });
  });
});

test('headings, emphasis, links and lists of a comment survive', () => {
  const item = (text: string, level = 0): string => paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
  const found = parse(
    story(
      p('x'),
      paragraph(run('Why'), '<w:pStyle w:val="H"/>') +
        paragraph(`${run('a ')}${run('b', '<w:b/>')}${run('c', '<w:b w:val="0"/><w:i/>')}<w:hyperlink r:id="l">${run('d')}</w:hyperlink>`) +
        item('one') +
        item('in', 1) +
        item('two'),
    ),
    {
      relations: [
        ['l', 'hyperlink', 'https://x.example'],
        ['s', 'styles', 'styles.xml'],
        ['n', 'numbering', 'numbering.xml'],
      ],
      parts: {
        'word/styles.xml': part(
          'styles',
          '<w:style w:styleId="Base"><w:name w:val="heading 2"/></w:style><w:style w:styleId="H"><w:name w:val="Mine"/><w:basedOn w:val="Base"/></w:style>',
        ),
        'word/numbering.xml': part(
          'numbering',
          '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
        ),
      },
    },
  );
  const text = (words: string, marks: object = {}): object => ({ type: 'text', text: words, ...marks });
  const paragraphOf = (...children: object[]): object => ({ type: 'paragraph', children });
  expect(found.commentaries[0]?.body).toEqual([
    { type: 'heading', level: 2, children: [text('Why')] },
    paragraphOf(text('a '), text('b', { bold: true }), text('c', { italic: true }), { type: 'link', url: 'https://x.example', children: [text('d')] }),
    {
      type: 'list',
      ordered: true,
      items: [[paragraphOf(text('one')), { type: 'list', ordered: false, items: [[paragraphOf(text('in'))]] }], [paragraphOf(text('two'))]],
    },
  ]);
});

test('an embedded image comes out with its bytes, its words and its place', () => {
  const drawing = '<w:r><w:drawing><wp:docPr id="1" name="x" descr="A dog"/><a:blip r:embed="i"/></w:drawing></w:r>';
  const { text, layout } = read(paragraph(run('before') + drawing + run('after')), {
    relations: [['i', 'image', 'media/image1.png']],
    parts: { 'word/media/image1.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 1]) },
  });
  expect([text, layout?.images]).toEqual([
    'beforeafter',
    [{ type: 'image/png', bytes: expect.any(Uint8Array) as Uint8Array, alt: 'A dog', aside: null, start: 6, end: 6 }],
  ]);
});

test('labels are told by heading and by bold lines', () => {
  const bold = (text: string): string => paragraph(run(text, '<w:b/>'));
  const body = [bold('T'), bold('news'), p('On 24 May 2024, X reported:'), p('x'), bold('comment'), p('Yes.')].join('');
  expect(parse(body)).toMatchObject({ title: 'T', excerpts: [{ paragraphs: ['x'] }], commentaries: [{ paragraphs: ['Yes.'] }] });
});
