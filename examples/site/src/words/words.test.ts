/** Without this test a language could be short of a word, or count as English does. */
import { describe, expect, it } from 'vitest';
import { counted, languageFor, languages, wordsIn } from './index.ts';

describe.each(languages)('%s', (language) => {
  const words = wordsIn(language);

  it('has a word for everything, and names stand where the others have them', () => {
    const own = new Map(Object.entries(words));
    for (const [name, said] of Object.entries(wordsIn('en'))) {
      if (typeof said !== 'string') continue;
      const word: unknown = own.get(name);
      expect(word, name).toMatch(/\S/);
      expect(String(word).match(/\{\w+\}/g), name).toEqual(said.match(/\{\w+\}/g));
    }
  });

  it('counts by its own rules', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    // Millions are a form of their own in French and Spanish; no newsroom has as many stories.
    const needed = pluralCategories.filter((form) => form !== 'many' || !['fr', 'es'].includes(language));
    for (const forms of [words.stories, words.results])
      expect(Object.keys(forms)).toEqual(expect.arrayContaining(needed.filter((form) => form !== 'one' || language !== 'tr')));
    for (const count of [3, 11, 100]) expect(counted(words.stories, count, language)).toContain(String(count));
  });
});

it('a language is found by what it is a kind of', () => {
  expect(['en-GB', 'AR', 'ur-Arab-PK', 'de', ''].map(languageFor)).toEqual(['en', 'ar', 'ur', undefined, undefined]);
});
