/** Without this file «الاخبار» and «الأخبار» would be two labels: the words of a label, folded to the form in which they are compared. */
import { languages } from './languages/registry.ts';
import type { LabelKind, Language } from './languages/language.ts';

/** Characters; longer words are no label in any language. */
export const longestLabel = 40;

const isPlain = /^[a-z0-9 .']*$/;
const none: ReadonlyMap<Language, LabelKind> = new Map();
const known = new Map<string, Map<Language, LabelKind>>();
for (const language of languages) {
  for (const kind of ['news', 'comment'] as const) {
    for (const label of language.labels[kind]) {
      const words = folded(label);
      known.set(words, (known.get(words) ?? new Map<Language, LabelKind>()).set(language, kind));
    }
  }
}

/**
 * The languages that `words` are a label in, and of what; a number below twenty at their end is no part of it ("News 2", "الخبر رقم ٢").
 * "News 24" is an outlet.
 */
export function labelKinds(words: string): ReadonlyMap<Language, LabelKind> {
  if (words.length > longestLabel) return none;
  const bare = folded(words)
    .replace(/ ?(?:(?:no\.?|n[°º]|№|رقم|nr\.?) ?)?[1١۱]?\p{Nd}$/u, '')
    .trim();
  return known.get(bare) ?? none;
}

/** Lower case, one kind of apostrophe and space; in Arabic script one alef, yeh, kaf and heh, no vowel signs, no tatweel. */
function folded(words: string): string {
  const lower = words.toLowerCase().trim().replace(/\s+/g, ' ');
  if (isPlain.test(lower)) return lower;
  return lower
    .normalize('NFC')
    .replace(/[’ʼ]/g, "'")
    .replace(/[\u064b-\u0652\u0670]|\u0640/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/[ہھۂە]/g, 'ه');
}
