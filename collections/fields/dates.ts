/** Days without a clock: a report's date and a story's date mean the same in every time zone. */
import type { TextField } from 'payload';
import { isFullDate, isPartialDate } from '../../src/domain/partialDate.ts';

/** The day the story is of; first publication of an archive import. */
export const storyDateField: TextField = {
  name: 'storyDate',
  type: 'text',
  index: true,
  validate: (value: unknown) => empty(value) || (typeof value === 'string' && isFullDate(value)) || 'Enter a day as YYYY-MM-DD, such as 2024-05-24.',
  admin: { position: 'sidebar', placeholder: 'YYYY-MM-DD', description: "The story's own date, if it is not the day of publication." },
};

/** The day a report was published, as far as the source tells. */
export const publishedOnField: TextField = {
  name: 'publishedOn',
  type: 'text',
  index: true,
  validate: (value: unknown) =>
    empty(value) ||
    (typeof value === 'string' && (isFullDate(value) || isPartialDate(value))) ||
    'Enter the day as YYYY-MM-DD; without a known year as --MM-DD, such as --05-24.',
  admin: { placeholder: 'YYYY-MM-DD', description: 'When the outlet published the report. Without a known year: --05-24.' },
};

function empty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
