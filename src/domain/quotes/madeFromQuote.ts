/** Without this file a quote could be proved by itself: copied into the snapshot, it is found there word for word. */
import { tokensOf } from './tokens.ts';

/** What an excerpt says of itself, and the snapshot that is to prove it. */
export interface Claimed {
  quote: readonly string[];
  leadIn?: string | null;
  title?: string | null;
}

/** A page that somebody captured has a headline, a date, a sentence before and one after. */
const OTHER_WORDS = 8;
/** Around a long quote there is more: one word for so many of the quote's. */
const ONE_IN = 50;
/** So many of them the quote does not have at all: a quote that was copied twice has no other words. */
const NEW_WORDS = 4;

/**
 * Whether `snapshot` consists of the excerpt's own words and little else: more than half of its words are those of quote, lead-in and title,
 * and of others it has fewer than a page around a quotation has.
 */
export function isMadeFromQuote(snapshot: string, { quote, leadIn, title }: Claimed): boolean {
  const quoted = quote.flatMap(wordsOf);
  const own = new Map<string, number>();
  for (const word of [...quoted, ...wordsOf(leadIn ?? ''), ...wordsOf(title ?? '')]) own.set(word, (own.get(word) ?? 0) + 1);
  let [all, others, unheard] = [0, 0, 0];
  for (const word of wordsOf(snapshot)) {
    const left = own.get(word);
    all += 1;
    if (left === undefined) unheard += 1;
    if (left === undefined || left === 0) others += 1;
    else own.set(word, left - 1);
  }
  const isMostlyOwn = (all - others) * 2 > all || (unheard === 0 && all > 0);
  const least = Math.max(OTHER_WORDS, Math.ceil(quoted.length / ONE_IN));
  return isMostlyOwn && (others < least || unheard < NEW_WORDS);
}

function wordsOf(text: string): string[] {
  const { keys, isWord } = tokensOf(text);
  return keys.filter((_key, at) => isWord[at] === true).map((word) => word.toLowerCase());
}
