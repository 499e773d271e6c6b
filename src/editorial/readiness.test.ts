/** Without these tests a story could go out that quotes nobody, is signed by nobody, or shows a picture to those who see alone. */
import { describe, expect, it } from 'vitest';
import type { GatheredStory } from './gatheredStory.ts';
import { missingFrom } from './readiness.ts';

const text = (said: string) => ({ root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: said }] }] } });

/** A story that lacks nothing. */
function aReadyStory(): GatheredStory {
  return {
    article: {
      collection: 'articles',
      version: '1',
      data: { id: 'a', title: 'The quay opens', language: 'en', excerpts: ['e'], commentaries: ['c'], heroImage: 'i' },
    },
    excerpts: [{ collection: 'news-excerpts', version: '2', data: { id: 'e', outlet: 'o', quote: ['“The quay opens.”'] } }],
    commentaries: [{ collection: 'commentaries', version: '3', data: { id: 'c', authors: ['p'], body: text('At last.'), respondsTo: ['e'] } }],
    outlets: new Map([['o', { id: 'o', slug: 'harbour-wire', name: { en: 'Harbour Wire' } }]]),
    authors: new Map([['p', { id: 'p', slug: 'mara-lind', name: 'Mara Lind' }]]),
    topics: new Map(),
    images: new Map([['i', { id: 'i', alt: 'The quay in the morning' }]]),
  };
}

describe('a story', () => {
  it('with all that it needs lacks nothing', () => {
    expect(missingFrom(aReadyStory())).toEqual([]);
  });

  it.each<[string, string, (story: GatheredStory) => void]>([
    ['title', '/title', ({ article }) => (article.data.title = ' ')],
    ['language', '/language', ({ article }) => (article.data.language = null)],
    [
      'report or comment',
      '/excerpts',
      (story) =>
        Object.assign(story, {
          excerpts: [],
          commentaries: [],
          article: { ...story.article, data: { ...story.article.data, excerpts: [], commentaries: [] } },
        }),
    ],
    ['report that it names', '/excerpts', ({ article }) => article.data.excerpts?.push('gone')],
    ['comment that it names', '/commentaries', ({ article }) => article.data.commentaries?.push('gone')],
    ['outlet on a report', '/excerpts/0/outlet', ({ excerpts: [one] }) => one && (one.data.outlet = null)],
    ['outlet that exists', '/excerpts/0/outlet', ({ excerpts: [one] }) => one && (one.data.outlet = 'gone')],
    ['quote', '/excerpts/0/quote', ({ excerpts: [one] }) => one && (one.data.quote = [])],
    ['quote with words in it', '/excerpts/0/quote', ({ excerpts: [one] }) => one && (one.data.quote = [' ', ''])],
    ['author', '/commentaries/0/authors', ({ commentaries: [one] }) => one && (one.data.authors = [])],
    ['author that exists', '/commentaries/0/authors', ({ commentaries: [one] }) => one && (one.data.authors = ['gone'])],
    ['text of a comment', '/commentaries/0/body', ({ commentaries: [one] }) => one && (one.data.body = text('  ') as never)],
    ['report that a comment answers', '/commentaries/0/respondsTo', ({ commentaries: [one] }) => one?.data.respondsTo?.push('elsewhere')],
    ['picture that it names', '/heroImage', ({ article }) => (article.data.heroImage = 'gone')],
    ['description of its picture', '/heroImage/alt', (story) => Object.assign(story, { images: new Map([['i', { id: 'i', alt: ' ' }]]) })],
  ])('without its %s is not ready, and the field is named', (_what, pointer, take) => {
    const story = aReadyStory();
    take(story);
    const missing = missingFrom(story);
    expect(missing.map((part) => part.pointer)).toEqual([pointer]);
    expect(missing[0]?.detail).toMatch(/\.$/);
  });
});
