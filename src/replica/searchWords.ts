/** What is indexed and what is asked must be cut and spelled alike, or nobody finds a word of Arabic, Russian, Chinese or Thai: the one place that does it. */

/** Scripts that are written without spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/u;
const unspacedRuns = new RegExp(`${unspaced.source.slice(0, -1)}[\\p{M}ー]*(?:${unspaced.source.slice(0, -1)}[\\p{M}ー]*)*`, 'gu');
/** Accents, Arabic and Hebrew vowel points and the like: marks that people leave out when they type. Not the signs that Indic and Thai vowels are, nor kana voicing. */
const optionalMarks = /(?![\u3099\u309A])(?=\p{M})[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/gu;
const wordParts = /[\p{L}\p{N}\p{M}]+/gu;
/** What FTS5 takes for a space, and a browser for nothing. */
const CUT = '\u200B';

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * `text` as it goes into the index: compatibility forms and optional marks folded, Arabic letters that are typed either way made one, and words of scripts without
 * spaces cut apart. Case is left to FTS5.
 */
export function indexedText(text: string): string {
  if (isAscii(text)) return text;
  const folded = foldedText(text);
  return unspaced.test(folded) ? folded.replace(unspacedRuns, (run) => ` ${cut(run).join(CUT)} `) : folded;
}

/** One word or phrase to be found; `beginning` where it may go on, because where a word ends is a dictionary's opinion. */
export interface Term {
  words: string[];
  beginning: boolean;
}

/** What a reader asked for: words, and phrases between quotation marks. */
export function termsOf(question: string): Term[] {
  const terms: Term[] = [];
  for (const [, phrase, rest] of question.matchAll(/["“”«»„]([^"“”«»„]*)["“”«»„]|([^"“”«»„]+|["“”«»„])/gu)) {
    if (phrase !== undefined) terms.push(...termOf(phrase));
    else for (const piece of (rest ?? '').split(/\s+/u)) terms.push(...termOf(piece));
  }
  return terms;
}

/** `terms` as an FTS5 query in which nothing but letters, marks and digits of theirs stands, each between quotation marks. */
export function matchOf(terms: readonly Term[]): string {
  return terms.map(({ words, beginning }) => `"${words.join(' ')}"${beginning ? '*' : ''}`).join(' AND ');
}

function termOf(text: string): Term[] {
  const words = indexedText(text).match(wordParts) ?? [];
  return words.length === 0 ? [] : [{ words, beginning: isUnspaced(words.at(-1) ?? '') }];
}

/** Whether words of this script are written without spaces. */
export function isUnspaced(word: string): boolean {
  return unspaced.test(word);
}

function cut(run: string): string[] {
  return [...segmenter.segment(run)].map(({ segment }) => segment);
}

/** `text` with compatibility forms and optional marks folded, and letters that are typed either way made one. */
export function foldedText(text: string): string {
  // й is a letter of its own, not an и with an accent.
  const decomposed = text.normalize('NFKD').replace(/[иИ]\u0306/gu, (letter) => letter.normalize('NFC'));
  return decomposed
    .replace(optionalMarks, '')
    .replace(/\u0640/gu, '')
    .replace(/ٱ/gu, 'ا')
    .replace(/[ىی]/gu, 'ي')
    .replace(/ک/gu, 'ك')
    .replace(/ة/gu, 'ه')
    .normalize('NFC');
}

/** Whether `text` is searched as it stands, but for case. */
export function isAscii(text: string): boolean {
  // eslint would have no control characters in an expression: everything from the space up, and white space.
  return /^[\s -~]*$/u.test(text);
}
