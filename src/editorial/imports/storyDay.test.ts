import { describe, expect, test } from 'vitest';
import { parseStory } from '../../import/importer.ts';
import { ownDay, startOfDay } from './storyDay.ts';

describe('a day begins when it begins in the newsroom', () => {
  test.each([
    ['2024-05-24', 'UTC', '2024-05-24T00:00:00.000Z'],
    ['2024-05-24', 'Europe/Paris', '2024-05-23T22:00:00.000Z'],
    ['2024-01-24', 'America/New_York', '2024-01-24T05:00:00.000Z'],
    ['2024-04-26', 'Africa/Cairo', '2024-04-25T22:00:00.000Z'],
    ['2024-09-08', 'America/Santiago', '2024-09-08T04:00:00.000Z'],
  ])('%s in %s', (day, timeZone, instant) => {
    expect(startOfDay(day, timeZone).toISOString()).toBe(instant);
  });
});

test.each([
  ['24 May 2024', '2024-06-01', '2024-06-01'],
  ['24 May 2024', null, '2024-05-24'],
  ['24 May', null, null],
])('a story that quotes a report of %s, with the date %s, is of %s', (printed, given, own) => {
  const story = parseStory(`# T\n\n## News\n\nOn ${printed}, X Post reported:\n\nWords.\n`, { language: 'en', format: 'markdown' });
  expect(ownDay(story, given)).toBe(own);
});
