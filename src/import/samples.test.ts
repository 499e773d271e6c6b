import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseStory, readDocument, storyJson } from './importer.ts';

const folder = new URL('../../samples/', import.meta.url);
const names = readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name) && name !== 'README.md');

const stories = names.map((name) => {
  const { text, format } = readDocument(readFileSync(new URL(name, folder)), name);
  return { name, story: parseStory(text, { language: 'en', format }) };
});

describe('every sample is taken apart as its expected JSON says', () => {
  test.each(stories)('$name', ({ name, story }) => {
    expect(storyJson(name, story)).toEqual(JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8')));
  });
});

test('there are at least 14 samples, and at least 8 that could be published as they are', () => {
  const ready = stories.filter(
    ({ story }) =>
      story.title !== null &&
      story.warnings.length === 0 &&
      story.writtenFor !== null &&
      story.outlets.length > 0 &&
      story.excerpts.length > 0 &&
      story.excerpts.every(({ outlet, publishedOn, paragraphs }) => outlet !== null && publishedOn !== null && paragraphs.length > 0) &&
      story.commentaries.length > 0 &&
      story.commentaries.every(({ authors }) => authors.length > 0 && authors.every(({ role }) => role !== null)),
  );
  expect(names.length).toBeGreaterThanOrEqual(14);
  expect(ready.length).toBeGreaterThanOrEqual(8);
});

test('every sample has a line in the folder’s README', () => {
  const readme = readFileSync(new URL('README.md', folder), 'utf8');
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
