/** Without these tests a name could be printed in a language nobody asked for. */
import { describe, expect, it } from 'vitest';
import { canonicalLanguage, lookupName, lookupRanges } from './language.ts';

describe('language tags', () => {
  it.each([
    ['EN', 'en'],
    ['pt-br', 'pt-BR'],
    ['zh-hant-tw', 'zh-Hant-TW'],
  ])('%s is written %s', (tag, canonical) => {
    expect(canonicalLanguage(tag)).toBe(canonical);
  });

  it.each(['', 'e', 'en_GB', '1', 'en-', null, 7])('%j is refused', (tag) => {
    expect(canonicalLanguage(tag)).toBeNull();
  });

  it('lookup goes from the most specific range to the base and skips single letters (RFC 4647, 3.4)', () => {
    expect(lookupRanges('zh-Hant-CN-x-private1')).toEqual(['zh-Hant-CN-x-private1', 'zh-Hant-CN', 'zh-Hant', 'zh']);
  });

  it.each([
    ['fr-CA', 'Agence du Port', 'fr'],
    ['fr', 'Agence du Port', 'fr'],
    ['tr', 'Harbour Wire', 'en'],
  ])('a story in %s prints %s', (language, name, found) => {
    expect(lookupName({ en: 'Harbour Wire', fr: 'Agence du Port', ru: '' }, language, 'en')).toEqual({ name, language: found });
  });

  it('a name in another language beats none', () => {
    expect(lookupName({ ar: 'وكالة الميناء' }, 'ru', 'en')).toEqual({ name: 'وكالة الميناء', language: 'ar' });
    expect(lookupName({}, 'ru', 'en')).toBeNull();
  });
});
