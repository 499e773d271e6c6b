import { expect, test } from 'vitest';
import { parseStory } from '../../import/importer.ts';
import { answeredBy } from './answered.ts';

const news = (day: number): string => `## News\n\nOn ${day} May 2024, X Post reported:\n\nReport ${day}.\n\n`;
const comment = (words: string): string => `## Comment\n\n${words}\n\n`;

test.each([
  ['a report and its comment', [news(1), comment('a')], [[0]]],
  ['two reports and one comment', [news(1), news(2), comment('a')], [[0, 1]]],
  ['two reports, each with its comment', [news(1), comment('a'), news(2), comment('b')], [[0], [1]]],
  ['one report and two comments', [news(1), comment('a'), comment('b')], [[0], [0]]],
  ['a comment before its report', [comment('a'), news(1)], [[0]]],
  ['a comment on nothing', [comment('a')], [[]]],
])('%s belong together', (_name, parts, expected) => {
  expect(answeredBy(parseStory(`# T\n\n${parts.join('')}`, { language: 'en', format: 'markdown' }))).toEqual(expected);
});
