import { expect, test } from 'vitest';
import { formatOf, readDocument } from './readDocument.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('UTF-8 is read with and without a byte order mark', () => {
  expect(readDocument(bytes('Tramés\r\n'), 'a.txt')).toEqual({ text: 'Tramés\r\n', format: 'plainText', date: null, layout: null });
  expect(readDocument(bytes('\ufeffTramés\r\n'), 'A.MD')).toEqual({ text: 'Tramés\r\n', format: 'markdown', date: null, layout: null });
});

test('no-break spaces, zero-width marks and decomposed letters stay as they are', () => {
  const text = 'a\u00a0b\u200bc e\u0301';
  expect(readDocument(bytes(text), 'a.md').text).toBe(text);
});

test('a replacement character that the file really holds is no mistake', () => {
  expect(readDocument(bytes('a \ufffd b'), 'a.md').text).toBe('a \ufffd b');
});

test.each([
  ['a byte that is not UTF-8', [...bytes('one\r\ntwo\nthree '), 0xe9, 0x20], 'a.txt', /^line 3: .*UTF-8/],
  ['a byte that is not UTF-8 after a real replacement character', [...bytes('\ufffd\n'), 0xff], 'a.txt', /^line 2: /],
  ['a letter cut off at the end', [...bytes('one\n'), 0xc3], 'a.txt', /^line 2: /],
  ['binary data', [...bytes('PK\n'), 0, 1], 'a.md', /^line 2: .*zero byte/],
  ['an empty file', [], 'a.md', /no text/],
  ['a blank file', [...bytes('\ufeff \n\u00a0')], 'a.md', /no text/],
  ['another kind of document', [...bytes('x')], 'a.pdf', /"\.pdf".*\.md.*\.txt/],
  ['a name without an extension', [...bytes('x')], 'README', /"README"/],
])('%s is refused with a reason', (_what, content, name, reason) => {
  expect(() => readDocument(Uint8Array.from(content), name)).toThrow(reason);
});

test('the files of a folder that can be imported are told by their names', () => {
  expect(['a.md', 'b.TXT', 'c.markdown', 'd.docx', 'e.HTM', '.md', 'f', 'g.pdf'].map((name) => formatOf(name)?.name)).toEqual([
    'markdown',
    'plainText',
    'markdown',
    'docx',
    'html',
    undefined,
    undefined,
    undefined,
  ]);
});
