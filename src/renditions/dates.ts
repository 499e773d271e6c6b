/** Without this file readers would be shown dates as machines write them. */

const year = { year: 'numeric' } as const;
// Digits are fixed, for which ones Arabic has by default depends on the version of Node.js.
const day = { day: 'numeric', month: 'long', timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' } as const;

export interface ShownDate {
  /** For `datetime` in HTML: `2024-03-12`, `03-12`, or an instant. */
  machine: string;
  /** In the words of a language. */
  shown: string;
}

/** A report's day, whole or without its year (`--03-12`), in the words of the first of `languages` that has any. */
export function dayIn(languages: readonly string[], date: string): ShownDate {
  if (date.startsWith('--')) return { machine: date.slice(2), shown: formatted(languages, `2000-${date.slice(2)}`, day) };
  return { machine: date, shown: formatted(languages, date, { ...year, ...day }) };
}

/** An instant by its day, and its time in UTC, which is the same clock for all. */
export function momentIn(languages: readonly string[], instant: string): ShownDate & { clock: string } {
  return { machine: instant, shown: formatted(languages, instant, { ...year, ...day }), clock: `${instant.slice(11, 16)} UTC` };
}

function formatted(languages: readonly string[], date: string, options: Intl.DateTimeFormatOptions): string {
  const at = new Date(date);
  return Number.isNaN(at.getTime()) ? date : formatFor(languages, options).format(at);
}

/** Making a format takes longer than the rest of a story; a newsroom has few languages, and whoever has many waits a little. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(languages: readonly string[], options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${languages.join(' ')} ${String(options.year)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  // English is the last, lest the machine's own language decide.
  const made = new Intl.DateTimeFormat([...languages, 'en-GB'], options);
  if (formats.size < 200) formats.set(key, made);
  return made;
}
