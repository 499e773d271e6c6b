import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { docxFile, paragraph, part, run } from '../../tests/helpers/docxFile.ts';
import { readWordPressExport } from './formats/wordpress.ts';
import { parseStory, readDocument, UnreadableDocument, type ParsedStory } from './importer.ts';

const names = ['a.md', 'a.txt', 'a.html', 'a.docx'] as const;
const MiB = 1024 * 1024;

/** Either a story whose pieces hold every character, or a reason; anything else is a crash. */
function outcome(bytes: Uint8Array, name: string): ParsedStory | UnreadableDocument {
  try {
    const { text, ...rest } = readDocument(bytes, name);
    const story = parseStory(text, rest);
    let cursor = 0;
    for (const { start, end } of story.pieces) {
      if (start < cursor || text.slice(cursor, start).trim() !== '') throw new Error(`the pieces do not hold the text at ${start}`);
      cursor = end;
    }
    return story;
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    expect(error.reason).toMatch(/^[^]{10,500}$/);
    expect(error.reason).not.toMatch(/\bat \S+:\d+|undefined(?! entity)|\[object/);
    return error;
  }
}

const refused = (bytes: Uint8Array, name: string): string => {
  const found = outcome(bytes, name);
  return found instanceof UnreadableDocument ? found.message : 'it was read';
};

describe('a file that is no document is refused with a reason', () => {
  test.each(names)('an empty %s', (name) => expect(refused(new Uint8Array(), name)).toMatch(/no text|not a whole zip/));

  test('binary data under any name', () => {
    const bytes = fc.uint8Array({ minLength: 64, maxLength: 4000 }).map((some) => {
      // Text by chance is no binary data.
      some.set([0, 255, 0, 0], some.length >> 1);
      return some;
    });
    fc.assert(
      fc.property(bytes, fc.constantFrom(...names), (some, name) => {
        expect(refused(some, name)).not.toBe('it was read');
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['a zip without a document', zipSync({ 'a.txt': strToU8('x') }), /no word-processor document/],
    ['a Word file of before 2007', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /before 2007/],
    ['a document without text', docxFile('<w:p/>'), /no text/],
    ['broken XML', docxFile('<w:p>'), /word\/document\.xml: it is not well-formed/],
    ['a part outside the file', zipSync({ '../../../etc/passwd': strToU8('x'), 'word/document.xml': strToU8(part('document', '')) }), /outside itself: "\.\./],
    ['an absolute part', zipSync({ '/etc/passwd': strToU8('x') }), /outside itself/],
    ['a part on a drive', zipSync({ 'C:\\x': strToU8('x') }), /outside itself/],
  ])('%s', (_what, bytes, reason) => expect(refused(bytes, 'a.docx')).toMatch(reason));

  test('a target that leads out of the file is not followed', () => {
    const bytes = docxFile(paragraph(run('a')), { relations: [['f', 'footer', '../../../../etc/passwd']] });
    expect(outcome(bytes, 'a.docx')).toMatchObject({ images: [] });
  });
});

describe('a small file that wants much memory is refused', () => {
  test('a bomb of zeros', () => {
    const bytes = docxFile('', { parts: { 'word/footnotes.xml': new Uint8Array(200 * MiB) } });
    expect(bytes.length).toBeLessThan(MiB);
    expect(refused(bytes, 'a.docx')).toMatch(/unpacks to more than/);
  });

  test('a bomb of many parts, and one part many times', () => {
    const many = Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`word/media/${at}.png`, new Uint8Array(1)]));
    expect(refused(docxFile(paragraph(run('a')), { parts: many }), 'a.docx')).toMatch(/more than 5000 parts/);
  });

  test('a part that is larger than the zip says', () => {
    const bytes = docxFile(paragraph(run('a'.repeat(5000))));
    const real = Buffer.from(bytes);
    const name = real.lastIndexOf('word/document.xml');
    // The size when unpacked, in the central directory.
    real.writeUInt32LE(100, name - 46 + 24);
    expect(refused(real, 'a.docx')).toMatch(/damaged|not well-formed/);
  });

  test('entities that grow', () => {
    const lol = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'.charAt(at)} "${`&${'abcdefghi'.charAt(at)};`.repeat(10)}">`).join('')}]>`;
    const document = part('document', `<w:body>${paragraph(run('&j;'))}</w:body>`).replace(/^<\?xml[^>]*>/, lol);
    const rels = docxFile('');
    expect(refused(zipSync({ 'word/document.xml': strToU8(document) }), 'a.docx')).toMatch(/line 1: .*document type/);
    expect(refused(rels, 'a.docx')).toMatch(/no text/);
    expect(() => readWordPressExport(Buffer.from(`${lol}<rss xmlns:wp="http://wordpress.org/export/1.2/">&j;</rss>`))).toThrow(/document type/);
  });

  test.each([
    ['HTML', Buffer.from('<div>'.repeat(200_000)), 'a.html', /line 1: .*nested more than/],
    ['HTML that is never closed', Buffer.from('<b><i><a href="x">'.repeat(100_000)), 'a.html', /nested more than/],
    ['lists', Buffer.from('<ul><li>a'.repeat(100_000)), 'a.html', /nested more than/],
    ['a word-processor document', docxFile('<w:sdt>'.repeat(100_000)), 'a.docx', /nested more than/],
  ])('%s nested very deep', (_what, bytes, name, reason) => expect(refused(bytes, name)).toMatch(reason));
});

describe('a file of one line comes to an end', () => {
  const lines: [megabytes: number, unit: string][] = [
    [50, 'a'],
    [50, '“'],
    [50, '&lt;'],
    ...['a ', '\u0430', '| ', 'News: ', '&amp;', '<', '<p', '<!--', '</', '"', '</b>', '<br>'].map((unit): [number, string] => [5, unit]),
  ];
  test.each(lines)('of %d MiB of %j', (megabytes, unit) => {
    const bytes = Buffer.alloc(megabytes * MiB, unit);
    for (const name of /[&<]/.test(unit) ? (['a.html'] as const) : (['a.txt', 'a.md'] as const)) expect(outcome(bytes, name)).toBeDefined();
  });

  const cell = `<w:tc>${paragraph(run('a'))}</w:tc>`;
  const shapes: [shape: string, make: () => Uint8Array, name: string][] = [
    ['cells', () => docxFile(`<w:tbl>${`<w:tr>${cell.repeat(10)}</w:tr>`.repeat(1500)}</w:tbl>`), 'a.docx'],
    ['paragraphs and lists', () => Buffer.from('<p>a<ul><li>b</ul>'.repeat(50_000)), 'a.html'],
    ['breaks in one paragraph', () => Buffer.from(`<h2>Comment</h2>${'a<br>'.repeat(130_000)}`), 'a.html'],
    ['images in one cell', () => Buffer.from(`<table><tr><td>a<td>b<tr><td>c<td>${'<img src="data:,x">'.repeat(130_000)}</table>`), 'a.html'],
    ['names', () => Buffer.from(`Comment:\n\nx\n\nWritten for the Forum by\n${'Ana Lind\n\nChair\nand\n'.repeat(130_000)}`), 'a.txt'],
    ['marks', () => Buffer.from(`<h2>Comment</h2>${'<p><b>a</b> <i>b</i> <a href="https://x.example">c</a>'.repeat(25_000)}`), 'a.html'],
  ];
  test.each(shapes)('or of very many %s', (_shape, make, name) => expect(outcome(make(), name)).toBeDefined());
});

describe('a document that was damaged on its way', () => {
  const whole: [name: string, bytes: Uint8Array][] = [
    ['a.md', Buffer.from('# T\n\n## News\n\nOn 24 May 2024, X reported:\n\n“é”\n\n## Comment\n\nYes.\n')],
    ['a.html', Buffer.from('<!doctype html><h1>T</h1><h2>News</h2><p>On 24 May 2024, X reported:</p><p>“é”</p><h2>Comment</h2><p><b>Yes.</b></p>')],
    ['a.docx', docxFile(['T', 'News', 'On 24 May 2024, X reported:', '“é”', 'Comment', 'Yes.'].map((text) => paragraph(run(text))).join(''))],
  ];

  test('is read or refused, cut off or with other bytes anywhere', () => {
    const damage = fc.record({ which: fc.constantFrom(...whole), cut: fc.boolean(), at: fc.nat(), bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }) });
    fc.assert(
      fc.property(damage, ({ which: [name, bytes], cut, at, bytes: other }) => {
        const damaged = Uint8Array.from(cut ? bytes.subarray(0, at % bytes.length) : bytes);
        if (!cut) damaged.set(other.subarray(0, bytes.length - (at % bytes.length)), at % bytes.length);
        outcome(damaged, name);
      }),
      { numRuns: 400 },
    );
  });

  test('is read or refused with XML that was changed inside the zip', () => {
    const xml = part('document', `<w:body>${paragraph(run('a', '<w:b/>'))}<w:tbl><w:tr><w:tc>${paragraph(run('b'))}</w:tc></w:tr></w:tbl></w:body>`);
    const piece = fc.constantFrom(
      '<w:p>',
      '</w:p>',
      '<w:r>',
      '</w:r>',
      '<w:tbl>',
      '</w:tbl>',
      '<w:tc>',
      '<w:txbxContent>',
      '</w:txbxContent>',
      '<w:del>',
      '&x;',
      '&#0;',
      '<',
      ']]>',
      '\u0000',
      '<w:fldChar w:fldCharType="end"/>',
    );
    fc.assert(
      fc.property(fc.nat(), piece, (at, inserted) => {
        const place = at % xml.length;
        outcome(zipSync({ 'word/document.xml': strToU8(xml.slice(0, place) + inserted + xml.slice(place)) }), 'a.docx');
      }),
      { numRuns: 200 },
    );
  });
});
