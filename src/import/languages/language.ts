/** Without this file each language would bring its words in a shape of its own: what the parser asks of any language. */

export type LabelKind = 'news' | 'comment';

/** The words and forms of one language; plain data, so that a new language is a new file. Regular expressions carry the flags `du`. */
export interface Language {
  /** BCP 47 base language. */
  tag: string;
  /** Labels as whole lines, lower case, without colon. */
  labels: Readonly<Record<LabelKind, readonly string[]>>;
  /** Month name, lower case without dot, to its number from 1. */
  months: Readonly<Record<string, number>>;
  /** Weekday name, lower case without dot, to its number from 0 for Sunday. */
  weekdays: Readonly<Record<string, number>>;
  /** Dates as printed, flag `g` too; groups `day`, `month` (a name or a number), and where printed `year` and `weekday` or `weekdayAfter`. */
  datePatterns: readonly RegExp[];
  /** What may stand right before a date and belongs to it ("on"); anchored at the end. */
  beforeDate: RegExp;
  /** What may stand right after a date and belongs to it ("at 10:30"); anchored at the start. */
  afterDate: RegExp;
  /** A day with something before it that makes it a span ("24 and"); anchored at the end. */
  spanBeforeDate: RegExp;
  /** The words of reporting, as they stand inside a lead-in. */
  reportingVerb: RegExp;
  /** Whether the outlet may stand after its verb ("a rapporté X"): never, where nothing stands before it, or as a rule. */
  outletAfterVerb: 'never' | 'otherwise' | 'first';
  /** Words that open a lead-in before the outlet ("According to", "As", "Yesterday,"); anchored at the start. */
  opening: RegExp;
  /** What stands between a passive verb and the outlet ("by"); anchored at the start. */
  passive: RegExp;
  /** An article before a name that is no part of it; anchored at the start. */
  article: RegExp;
  /** Words after the outlet that belong to the verb or close the phrase ("has", "also", "as follows"); anchored at the end. */
  auxiliary: RegExp;
  /** How a sign-off opens; anchored at the start of its line; groups `organisation` and `name` where printed. What follows is the byline. */
  signOffs: readonly RegExp[];
  /** Sign-offs so short that they count only at the end of a part and with a name behind them; anchored like the others. */
  bylines: readonly RegExp[];
  /** What parts two names, flag `g` too. */
  nameSeparator: RegExp;
  /** A line that holds nothing but such a word. */
  onlySeparator: RegExp;
  /** Letters after a name that are no role ("PhD"). */
  postNominal: RegExp;
  /** Lower-case words inside a name ("van", "bin"). */
  nameParticles: readonly string[];
  /** Words that make a phrase a role and not a name. */
  roleWord: RegExp;
  /** What may stand before the sites in a footer ("Published on:"); anchored at the start. */
  footerPhrase: RegExp;
}
