/** Without these tests a report could be dated on a day that never was. */
import { describe, expect, it } from 'vitest';
import { isFullDate, isPartialDate } from './partialDate.ts';

describe('days', () => {
  it.each(['2024-02-29', '1000-01-01', '9999-12-31'])('%s is a day', (day) => {
    expect(isFullDate(day)).toBe(true);
  });
  it.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-1-1', '0999-01-01', '2024-05-24T00:00', ''])('%j is none', (day) => {
    expect(isFullDate(day)).toBe(false);
  });
  it.each(['--05-24', '--02-29'])('%s is a day of some year', (day) => {
    expect(isPartialDate(day)).toBe(true);
  });
  it.each(['--02-30', '--5-24', '05-24', '--13-01'])('%s is none', (day) => {
    expect(isPartialDate(day)).toBe(false);
  });
});
