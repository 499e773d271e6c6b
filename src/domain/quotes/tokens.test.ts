/** Without these tests a quote could be lost on its way into the database, where it is kept in NFC, while the snapshot is kept as it came. */
import { expect, it } from 'vitest';
import { tokensOf } from './tokens.ts';

it('every character compares alike before and after it is composed or decomposed', () => {
  const unlike: string[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const one = String.fromCodePoint(code);
    for (const form of ['NFC', 'NFD'] as const) {
      const other = one.normalize(form);
      if (other !== one && keysOf(other) !== keysOf(one)) unlike.push(code.toString(16));
    }
  }
  expect(unlike).toEqual([]);
});

it('every token has its place in the text, one after another', () => {
  const { starts, ends, text } = tokensOf('“Qu\u00ADay” . . . e\u0301 – 1,250!\n');
  expect(starts.map((start, at) => text.slice(start, ends[at]))).toEqual(['“', 'Qu\u00ADay', '”', '. . .', 'e\u0301', '–', '1', ',', '250', '!']);
});

function keysOf(one: string): string {
  return tokensOf(`a ${one} b`).keys.join('\n');
}
