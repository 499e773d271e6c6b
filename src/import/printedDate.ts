/** Without this file a date without a year would be guessed at: what is printed, and what may be inferred from it. */
import type { Language } from './languages/language.ts';
import type { Range } from './story.ts';

/** A date as it is printed in a phrase; `range` takes in the words that belong to it ("on", "at 10:30"). */
export interface PrintedDate {
  range: Range;
  day: number;
  month: number;
  year: number | null;
  /** 0 for Sunday; null when none is printed. */
  weekday: number | null;
  /** One end of a span ("24 and 25 May"): no single day is meant. */
  span: boolean;
}

export interface PublishedOn {
  publishedOn: string | null;
  publishedOnPartial: string | null;
  publishedOnInferred: boolean;
  warning: string | null;
}

/** The date that `phrase` gives for what it reports; names of outlets that hold numbers or months lose against a date in a date's place. */
export function findDate(phrase: string, language: Language): PrintedDate | null {
  let best: { date: PrintedDate; score: number } | null = null;
  for (const pattern of language.datePatterns) {
    for (const found of phrase.matchAll(pattern)) {
      const candidate = candidateOf(phrase, found, language);
      if (candidate && (!best || candidate.score > best.score)) best = candidate;
    }
  }
  return best?.date ?? null;
}

/**
 * The date as a field, by the proleptic Gregorian calendar. A printed year is taken as it is; without one, `documentDate` (YYYY-MM-DD)
 * completes it to the latest such day not after it, marked inferred; without either it stays partial. A day that does not exist is null.
 */
export function resolveDate(printed: PrintedDate, documentDate: string | null): PublishedOn {
  const none: PublishedOn = { publishedOn: null, publishedOnPartial: null, publishedOnInferred: false, warning: null };
  if (printed.span) return { ...none, warning: 'the lead-in names more than one day' };
  const { day, month, year } = printed;
  // 2000 is a leap year: the day exists in some year.
  if (!exists(year ?? 2000, month, day)) return { ...none, warning: 'the date in the lead-in does not exist' };
  if (year !== null) return { ...none, publishedOn: iso(year, month, day), warning: weekdayWarning(printed, year) };
  const inferred = documentDate === null ? null : latestYear(month, day, documentDate);
  if (inferred === null) return { ...none, publishedOnPartial: `--${two(month)}-${two(day)}`, warning: 'the date in the lead-in has no year' };
  return { ...none, publishedOn: iso(inferred, month, day), publishedOnInferred: true, warning: weekdayWarning(printed, inferred) };
}

/** Whether `text` is a day of the calendar as YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found !== null && exists(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** The last year in which that day exists and is not after `documentDate`; leap days are at most eight years apart. */
function latestYear(month: number, day: number, documentDate: string): number | null {
  const own = Number(documentDate.slice(0, 4));
  for (let year = own; year >= own - 8; year -= 1) {
    if (exists(year, month, day) && iso(year, month, day) <= documentDate) return year;
  }
  return null;
}

function candidateOf(phrase: string, found: RegExpExecArray, language: Language): { date: PrintedDate; score: number } | null {
  const groups = found.groups ?? {};
  const word = (name: string | undefined): string => (name ?? '').toLowerCase().replace(/\s+/g, ' ');
  const month = language.months[word(groups['month'])] ?? wholeNumber(groups['month']);
  const day = wholeNumber(groups['day']);
  if (!Number.isInteger(month) || !Number.isInteger(day)) return null;
  const year = groups['year'] === undefined ? null : wholeNumber(groups['year']);
  const weekday = language.weekdays[word(groups['weekday'] ?? groups['weekdayAfter'])] ?? null;

  const before = language.beforeDate.exec(phrase.slice(0, found.index))?.[0] ?? '';
  const matchEnd = found.index + found[0].length;
  const after = language.afterDate.exec(phrase.slice(matchEnd))?.[0] ?? '';
  const range = { start: found.index - before.length, end: matchEnd + after.length };
  const rest = phrase.slice(range.end).trimStart();

  let score = 0;
  if (before !== '') score += 3;
  if (year !== null) score += 2;
  if (weekday !== null) score += 2;
  if (phrase.slice(0, range.start).trim() === '') score += 1;
  if (rest === '' || /^[,،;)]/.test(rest)) score += 1;
  return { date: { range, day, month, year, weekday, span: language.spanBeforeDate.test(phrase.slice(0, found.index)) }, score };
}

/** Zero in European, Arabic-Indic, Eastern Arabic-Indic, Devanagari and full-width digits. */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0xff10];

function wholeNumber(digits: string | undefined): number {
  if (digits === undefined || digits === '') return NaN;
  let number = 0;
  for (const digit of digits) {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((one) => code >= one && code < one + 10) ?? NaN;
    number = number * 10 + code - zero;
  }
  return number;
}

function weekdayWarning({ weekday, day, month }: PrintedDate, year: number): string | null {
  if (weekday === null || utc(year, month, day).getUTCDay() === weekday) return null;
  return `${iso(year, month, day)} is not the weekday that the lead-in names`;
}

function exists(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const date = utc(year, month, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function utc(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
