import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatOf, parseStory, readDocument, storyJson } from './importer.ts';

const folder = new URL('../../samples/', import.meta.url);
const names = readdirSync(folder).filter((name) => formatOf(name) !== undefined && name !== 'README.md');

const stories = names.map((name) => {
  const { text, ...rest } = readDocument(readFileSync(new URL(name, folder)), name);
  return { name, story: parseStory(text, rest) };
});

describe('every sample is taken apart as its expected JSON says', () => {
  test.each(stories)('$name', ({ name, story }) => {
    expect(storyJson(name, story)).toEqual(JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8')));
  });
});

test('there are at least 40 samples, in all languages and formats, and at least 30 that could be published as they are', () => {
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
  expect(names.length).toBeGreaterThanOrEqual(40);
  expect(ready.length).toBeGreaterThanOrEqual(30);
  expect([...new Set(stories.map(({ story }) => story.language))].sort()).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'tr', 'ur']);
  expect([...new Set(names.map((name) => formatOf(name)?.name))].sort()).toEqual(['docx', 'html', 'markdown', 'plainText']);
});

test('the images of the samples come out with their words', () => {
  const images = stories.flatMap(({ name, story }) => story.images.map(({ type, alt, bytes }) => [name, type, alt, bytes.length > 50]));
  expect(images).toEqual([
    ['dry-fountain.html', 'image/png', 'The dry fountain on Mill Square', true],
    ['lighthouse.docx', 'image/png', 'The lamp of the lighthouse by night', true],
  ]);
});

test('every sample has a line in the folder’s README', () => {
  const readme = readFileSync(new URL('README.md', folder), 'utf8');
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
