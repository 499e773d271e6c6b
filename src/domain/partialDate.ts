/** A report's date is as exact as its source: a whole day, or a day of a year that nobody named. */

/** Whether `value` is a real calendar day, `YYYY-MM-DD` (RFC 3339 full-date, years 1000 to 9999). */
export function isFullDate(value: string): boolean {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(value);
  return match !== null && isDayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whether `value` is a day without its year, `--MM-DD` (ISO 8601:2000's truncated form); 29 February is one. */
export function isPartialDate(value: string): boolean {
  const match = /^--(\d{2})-(\d{2})$/.exec(value);
  return match !== null && isDayOf(2000, Number(match[1]), Number(match[2]));
}

function isDayOf(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
