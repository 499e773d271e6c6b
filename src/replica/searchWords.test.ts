/** Without this test readers of some language would search in vain, or a quotation mark would be a syntax error. */
import { describe, expect, it } from 'vitest';
import { indexedText, matchOf, termsOf } from './searchWords.ts';

const wordsOf = (text: string) =>
  indexedText(text)
    .match(/[\p{L}\p{N}\p{M}]+/gu)
    ?.map((word) => word.toLowerCase());
const asked = (question: string) => matchOf(termsOf(question));

describe('a word is found however it is typed', () => {
  it.each([
    ['Café', 'cafe'],
    ['Ёлка', 'елка'],
    ['مُحَمَّد', 'محمد'],
    ['كـــتاب', 'كتاب'],
    ['إلى', 'الى'],
    ['مکتبة', 'مكتبه'],
    ['ٱلْعَرَبِيَّة', 'العربيه'],
    ['שָׁלוֹם', 'שלום'],
    ['ﬁn', 'fin'],
    ['Ａ１', 'a1'],
  ])('%s as %s', (printed, typed) => {
    expect(wordsOf(printed)).toEqual(wordsOf(typed));
  });

  it.each([
    ['йод', 'иод'],
    ['ガス', 'カス'],
    ['हिन्दी', 'हनद'],
    ['น้ำ', 'นา'],
  ])('but %s is not %s', (one, other) => {
    expect(wordsOf(one)).not.toEqual(wordsOf(other));
  });

  it('in Chinese, Japanese, Thai and Lao, which have no spaces', () => {
    expect(wordsOf('我在北京大学读书')).toEqual(expect.arrayContaining(['北京', '大学']));
    expect(wordsOf('東京都に住む')).toContain('東京');
    expect(wordsOf('เรือข้ามฟากมาสาย')).toContain('เรือ');
    expect(wordsOf('ລາວງາມ')).toEqual(['ລາວ', 'ງາມ']);
    expect(wordsOf('Ferry渡轮late')).toEqual(expect.arrayContaining(['ferry', '渡轮', 'late']));
  });
});

describe('what a reader types', () => {
  it.each([
    ['ferry late', '"ferry" AND "late"'],
    ['"ferry late" again', '"ferry late" AND "again"'],
    ['«паром опять»', '"паром опять"'],
    ['e-mail', '"e mail"'],
    ['渡轮', '"渡轮"*'],
    ['', ''],
    ['" * ( ) : ^', ''],
  ])('%s asks %s', (question, query) => {
    expect(asked(question)).toBe(query);
  });

  it.each(['ferry"', 'title:ferry', 'ferry*', 'NEAR(a b, 2)', '{title} : x', 'a OR b', '^a', "'; DROP TABLE stories; --", 'a\u0000b', '"""'])(
    '%s is words, not syntax',
    (question) => {
      expect(asked(question)).toMatch(/^("[\p{L}\p{N}\p{M} ]+"\*?( AND )?)*$/u);
    },
  );
});
