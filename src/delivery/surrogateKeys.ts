/** Without this file a cache in front could only be emptied as a whole. */
import type { PublishedStory } from '../domain/publishedStory.ts';

/** The key of whatever shows many stories: any edition can change it. Theirs would be more than a header holds. */
export const MANY = 'stories';

/** `Surrogate-Key`: by what an answer is to be thrown away when it changes. */
export function surrogateKeys({ content, translations }: PublishedStory): string {
  const { id, outlets, excerpts, authors, topics, writtenFor } = content;
  const shown = [...outlets, ...excerpts.map(({ outlet }) => outlet), ...(writtenFor === null ? [] : [writtenFor])];
  const keys = [
    keyOf('article', id),
    // It names them, so it changes with them.
    ...translations.map((translation) => keyOf('article', translation.id)),
    ...shown.map((outlet) => keyOf('outlet', outlet.id)),
    ...authors.map((author) => keyOf('author', author.id)),
    ...topics.map((topic) => keyOf('topic', topic.id)),
  ];
  return [...new Set(keys)].join(' ');
}

/** The key of one thing. */
export function keyOf(kind: 'article' | 'outlet' | 'author' | 'topic', id: string): string {
  return `${kind}-${id}`;
}
