import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../readDocument.ts';

const ru = 'Новости\n24 мая газета «Причал» сообщила: «Мост откроют осенью».\nКомментарий\nОткрывать мост осенью поздно.\n';
const ar = 'الخبر\nفي 24 مايو، ذكرت صحيفة المرفأ: «سيفتح الجسر في الخريف».\nالتعليق\nهذا متأخر جدا.\n';
const fr = 'Actualité\nLe 24 mai, le Courrier a rapporté : « Le pont ouvrira à l’automne. »\nCommentaire\nC’est très tard, là-bas.\n';
const read = (bytes: Uint8Array, encoding?: string): string => readDocument(bytes, 'a.txt', { encoding: encoding ?? null }).text;

describe('a text comes in as it was written', () => {
  test.each([
    ['UTF-16LE', ru],
    ['UTF-16BE', ar],
    ['UTF-16LE', fr],
    ['windows-1251', ru],
    ['windows-1256', ar],
    ['windows-1252', fr],
    ['ISO-8859-1', fr.replace(/’/g, "'")],
    ['windows-1254', 'Haber\n24 Mayıs’ta Liman Postası bildirdi: Köprü sonbaharda açılacak.\nYorum\nÇok geç, değil mi?\n'],
  ])('in %s', (encoding, text) => {
    expect(read(iconv.encode(text, encoding))).toBe(text);
    expect(read(iconv.encode(text, encoding), encoding)).toBe(text);
    if (encoding.startsWith('UTF-16')) expect(read(iconv.encode(text, encoding, { addBOM: true }))).toBe(text);
  });

  test('in the encoding that a page names', () => {
    const page = iconv.encode(`<meta charset="windows-1251"><p>Мост</p>`, 'windows-1251');
    expect(readDocument(page, 'a.html').text).toBe('Мост');
    expect(readDocument(Buffer.from('<meta charset="windows-1251"><p>Мост</p>'), 'a.html').text).toBe('Мост');
  });
});

describe('no text is guessed into something else', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['one letter that could be many', iconv.encode('The caf\u00e9 is open.', 'ISO-8859-1'), /line 1: .*--encoding/],
    ['UTF-8 with damage', Buffer.concat([Buffer.from(ru), Buffer.from([0xd0, 0x20])]), /line 5: .*not valid UTF-8/],
    ['UTF-8 that was cut off', Buffer.from(ar).subarray(0, -3), /UTF-8/],
    ['UTF-16 with half a character', Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x42]), /UTF-16/],
    ['random bytes', Uint8Array.from({ length: 400 }, (_, at) => (at * 73 + 11) % 256 || 1), /line \d+: /],
  ])('%s is refused with its line', (_what, bytes, reason) => expect(() => read(bytes)).toThrow(reason));

  test('an encoding that the bytes have no meaning in is refused', () => {
    expect(() => read(Uint8Array.from([0x61, 0x0a, 0xff, 0x62]), 'utf-8')).toThrow(/line 2: .*not utf-8/);
    expect(() => read(Buffer.from('a'), 'no-such-thing')).toThrow(/"no-such-thing"/);
  });
});
