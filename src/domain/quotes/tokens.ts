/**
 * Without this file a quote would be compared letter by letter, and every curly quotation mark would be a misquote: a text as a row of words
 * and marks, each folded for comparing and each with its place in the text, which stays as it is.
 */

/** Token `i` is `text.slice(starts[i], ends[i])` and compares as `keys[i]`. */
export interface Tokens {
  text: string;
  keys: string[];
  starts: number[];
  ends: number[];
  /** Whether token `i` says something: a word, a number, an ideograph. */
  isWord: boolean[];
  /** Whether a cut before token `i` would go through a word, as in `non|-violent`, `can|'t` or `1|,000`. */
  withinWord: boolean[];
}

/** What quotation marks and apostrophes compare as: each stands for any other. */
export const QUOTE = "'";
/** What an ellipsis compares as. */
export const ELLIPSIS = '…';
const DASH = '-';

const SPACE = '\\t\\n\\v\\f\\r \\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000';
/** Soft hyphens, zero-width and direction marks and the like, which nobody sees. */
const UNSEEN = '\\p{Default_Ignorable_Code_Point}';
/** Those at the end are letters or accents to Unicode; in print they stand for an apostrophe, and NFC makes one of the other. */
const QUOTES = '"\'´«»‹›‘’‚‛“”„‟′″‴‵‶〈〉《》「」『』〝〞〟＂＇｢｣׳״❛❜❝❞❮❯`\u1FEF\u1FFD\u2329\u232A\u02B9-\u02BD\u0374';
const DASHES = '\\-֊־‐‑‒–—―⁃−⸺⸻﹘﹣－';
const DOTS = '.․‥…';
/** Scripts that put no space between words: each of their letters stands by itself. */
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}]';
const LETTER = `(?:(?!${UNSPACED}|[${QUOTES}${UNSEEN}])\\p{L}|\\p{N})`;

/** No alternative can match the same characters in two ways, and none has to match to its end after a repetition: the time is linear. */
const TOKEN = new RegExp(
  [
    `(?<word>${LETTER}(?:${UNSEEN}*(?:${LETTER}|\\p{M}))*|(?![${QUOTES}${UNSEEN}])\\p{L}(?:${UNSEEN}*\\p{M})*)`,
    `(?<quote>[${QUOTES}](?:[${SPACE}${UNSEEN}]*[${QUOTES}])*)`,
    `(?<dash>[${DASHES}](?:${UNSEEN}*[${DASHES}])*)`,
    `(?<spaced>\\.(?:[ \\u00A0\\u2009\\u202F]\\.){2,}(?![${DOTS}]))`,
    `(?<dots>[${DOTS}](?:${UNSEEN}*[${DOTS}])*)`,
    `(?<mark>[^${SPACE}${UNSEEN}](?:${UNSEEN}*\\p{M})*)`,
  ].join('|'),
  'gu',
);
const UNSEEN_ANYWHERE = new RegExp(UNSEEN, 'gu');
const ENDS_IN_DIGIT = /\p{N}$/u;
const BEGINS_WITH_DIGIT = /^\p{N}/u;
const BEGINS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
const HYPHEN = /^[-‐‑]$/;
const WHITE = new RegExp(`[${SPACE}]`);

/** The words and marks of `text`. White space only parts words. Composed and decomposed letters compare alike (NFC). */
export function tokensOf(text: string): Tokens {
  const tokens: Tokens = { text, keys: [], starts: [], ends: [], isWord: [], withinWord: [] };
  for (const match of text.matchAll(TOKEN)) {
    const [found] = match;
    tokens.keys.push(keyOf(found, match.groups ?? {}));
    tokens.starts.push(match.index);
    tokens.ends.push(match.index + found.length);
    tokens.isWord.push(match.groups?.word !== undefined);
    tokens.withinWord.push(false);
  }
  tokens.withinWord.push(false);
  markJoints(tokens);
  return tokens;
}

function keyOf(found: string, kind: Record<string, string | undefined>): string {
  if (kind.quote !== undefined) return QUOTE;
  if (kind.dash !== undefined) return DASH;
  if (kind.spaced !== undefined) return ELLIPSIS;
  if (kind.dots !== undefined) {
    const dots = [...found].reduce((count, one) => count + (one === '…' ? 3 : one === '‥' ? 2 : '.․'.includes(one) ? 1 : 0), 0);
    return dots >= 3 ? ELLIPSIS : '.'.repeat(dots);
  }
  return isPlain(found) ? found : found.replace(UNSEEN_ANYWHERE, '').normalize('NFC');
}

/** ASCII is in NFC and has nothing unseen in it. */
function isPlain(found: string): boolean {
  for (let at = 0; at < found.length; at += 1) if (found.charCodeAt(at) > 127) return false;
  return true;
}

/** Finds the marks that join what is on both sides of them to one word. */
function markJoints({ text, keys, starts, ends, isWord, withinWord }: Tokens): void {
  for (let at = 1; at < keys.length - 1; at += 1) {
    const key = keys[at];
    if (key !== QUOTE && key !== DASH && key !== '.' && key !== ',') continue;
    if (isWord[at - 1] !== true || isWord[at + 1] !== true || isApart(at)) continue;
    const [before = '', after = ''] = [keys[at - 1], keys[at + 1]];
    const joins = key !== DASH || HYPHEN.test(text.slice(starts[at], ends[at]));
    const inNumber = joins && ENDS_IN_DIGIT.test(before) && BEGINS_WITH_DIGIT.test(after);
    const inWord = joins && (key === QUOTE || key === DASH) && !BEGINS_UNSPACED.test(before) && !BEGINS_UNSPACED.test(after);
    withinWord[at] = inNumber || inWord;
    // What follows an apostrophe may be quoted by itself: "qu'il pleuvra", il pleuvra.
    withinWord[at + 1] = inNumber || (inWord && key === DASH);
  }

  /** Whether there is white space within or around the token. Several quotation marks with white space between are one. */
  function isApart(at: number): boolean {
    return WHITE.test(text.slice(ends[at - 1], starts[at + 1]));
  }
}
