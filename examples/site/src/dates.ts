/** Without this file readers would be shown dates as machines write them. */
import { h, type Element } from './html.ts';

// The calendar and the digits are fixed, for which ones a language has by default depends on the version of Node.js.
const fixed = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' } as const;

/** The day of an instant, or a day, in the words of `language`; of a day without a year (`--03-12`), that much. */
export function dayTree(date: string, language: string): Element {
  if (!date.startsWith('--')) return h('time', { dateTime: date }, written(date, language, { dateStyle: 'long' }));
  const day = date.slice('--'.length);
  return h('time', { dateTime: day }, written(`2000-${day}`, language, { day: 'numeric', month: 'long' }));
}

/** A day and an hour, which is that of UTC, the same clock for all. */
export function momentTree(instant: string, language: string): Element {
  return h('time', { dateTime: instant }, [`${written(instant, language, { dateStyle: 'long' })} `, h('span', { dir: 'ltr' }, `${instant.slice(11, 16)} UTC`)]);
}

function written(date: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const at = new Date(date);
  // Without a country Intl takes English for that of America.
  const locale = language === 'en' ? 'en-GB' : language;
  return Number.isNaN(at.getTime()) ? date : new Intl.DateTimeFormat(locale, { ...fixed, ...options }).format(at);
}
