/** Without this file an Arabic name in an English page would be read out as English, and its full stop would stand at its beginning. */
import { h, type Element, type ElementContent } from './html.ts';

const FROM_THE_RIGHT = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);

/** From which side `language` is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  try {
    return FROM_THE_RIGHT.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

/** What an element in `language` says inside one in `around`: nothing where they are the same. */
export function inLanguage(language: string, around: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return language.toLowerCase() === around.toLowerCase() ? {} : { lang: language, dir: directionOf(language) };
}

/** A name among words of another language. */
export function nameTree({ name, language }: { name: string; language?: string }, around: string): Element {
  return h('bdi', language === undefined ? {} : inLanguage(language, around), name);
}

/** Text with its line breaks. */
export function broken(text: string): ElementContent[] {
  return text.split('\n').flatMap((line, index): ElementContent[] => [...(index > 0 ? [h('br')] : []), { type: 'text', value: line }]);
}

/** Things beside each other on a line, in the words' own way. */
export function listed(things: readonly ElementContent[], separator: string): ElementContent[] {
  return things.flatMap((thing, index): ElementContent[] => (index > 0 ? [{ type: 'text', value: separator }, thing] : [thing]));
}
