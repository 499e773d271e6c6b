/** Without this file every language that puts the day first would spell out the same dates again. */

/** What a language's dates are made of; sources of regular expressions unless said otherwise. */
export interface DateWords {
  /** As in `Language`. */
  months: Readonly<Record<string, number>>;
  weekdays: Readonly<Record<string, number>>;
  /** Right after the day's number ("er" of "1er"). */
  afterDay?: string;
  /** Right after the month (its other name). */
  afterMonth?: string;
  /** Between day and month, and between month and year ("de"). */
  of?: string;
  /** Right after the year ("г."). */
  afterYear?: string;
  /** Before and after the weekday ("يوم", "günü"). */
  beforeWeekday?: string;
  afterWeekday?: string;
}

/** What may not stand right before a word or number of ours. */
export const open = String.raw`(?<![\p{L}\p{N}])`;
/** What may not stand right after one. */
export const close = String.raw`(?![\p{L}\p{N}])`;

/** The patterns of dates that begin with the day, then those in numbers; digits of any script. */
export function dayFirstDates(words: DateWords): RegExp[] {
  const month = String.raw`(?<month>${anyOf(words.months)})${close}\.?${words.afterMonth ?? ''}`;
  const name = String.raw`${words.beforeWeekday ?? ''}(?<weekday>${anyOf(words.weekdays)})${close}\.?${words.afterWeekday ?? ''}`;
  const weekday = String.raw`(?:${name}\s*[,،]?\s+)?`;
  const weekdayAfter = String.raw`(?:\s*[,،]?\s+${name.replace('<weekday>', '<weekdayAfter>')})?`;
  const of = words.of === undefined ? '' : String.raw`(?:${words.of}\s+)?`;
  const year = String.raw`(?<year>\p{Nd}{4})(?:${words.afterYear ?? ''})?${close}`;
  // After a comma a number is the year only if the phrase ends with it: an outlet's name may begin with a number.
  const yearLater = String.raw`(?:\s+${of}|[,،]\s+(?=\p{Nd}{4}(?:${words.afterYear ?? ''})?\s*(?:[,،;:)\]*_]|$)))${year}`;
  const day = String.raw`(?<day>\p{Nd}{1,2})(?!\p{Nd})(?:${words.afterDay ?? ''})?${close}`;
  return [
    new RegExp(String.raw`${open}${weekday}${day}\s+${of}${month}(?:${yearLater})?${weekdayAfter}`, 'dgu'),
    new RegExp(String.raw`${open}${weekday}(?<year>\p{Nd}{4})-(?<month>\p{Nd}{2})-(?<day>\p{Nd}{2})(?![\p{L}\p{N}-])`, 'dgu'),
    new RegExp(String.raw`${open}${weekday}(?<day>\p{Nd}{1,2})(?<sign>[./])(?<month>\p{Nd}{1,2})\k<sign>${year}`, 'dgu'),
  ];
}

/** Any of `names`, in lower case, capitalised and in capitals, the longest first. */
export function anyOf(names: object): string {
  const forms = Object.keys(names).flatMap((name) => [name, name.charAt(0).toUpperCase() + name.slice(1), name.toUpperCase()]);
  return [...new Set(forms)]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/\s+/g, String.raw`\s+`))
    .join('|');
}

/** Names to their numbers: the first of `groups` counts as `first`; a group is all names of one month or day, parted by `|`. */
export function numbered(groups: readonly string[], first: number): Record<string, number> {
  return Object.fromEntries(groups.flatMap((group, index) => group.split('|').map((name) => [name, first + index])));
}
