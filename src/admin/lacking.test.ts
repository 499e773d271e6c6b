/** What an editor reads when a story is not ready. */
import { expect, it } from 'vitest';
import { lackingInWords } from './lacking.ts';
import { wordsIn } from './words.ts';

const parts = [
  { pointer: '/title', detail: 'The story has no title.' },
  { pointer: '/commentaries/1/authors', detail: 'A comment has no author.' },
  { pointer: '/something/new', detail: 'Something new is missing.' },
];

it('names which comment is meant, and keeps the sentence of what it does not know', () => {
  expect(lackingInWords(parts, wordsIn('en'))).toEqual(['The story has no title.', 'Comment 2 has no author.', 'Something new is missing.']);
});

it('speaks the language of the panel, and English where it has no words', () => {
  expect(lackingInWords(parts.slice(1, 2), wordsIn('fr'))).toEqual(['Le commentaire 2 n’a pas d’auteur.']);
  expect(wordsIn('xx')).toBe(wordsIn('en'));
});
