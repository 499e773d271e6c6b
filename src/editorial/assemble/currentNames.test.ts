/** Without this test a renamed outlet could change more of an edition than its name, or an edition could be made that says nothing new. */
import { describe, expect, it } from 'vitest';
import type { EditionContent, EditionExcerpt, EditionImage } from '../../domain/edition.ts';
import type { StoredOutlet } from '../gatheredStory.ts';
import { namedIn, withCurrentNames, type CurrentNames } from './currentNames.ts';

const none: CurrentNames = { outlets: new Map(), authors: new Map(), topics: new Map(), media: new Map() };
const wire: StoredOutlet = { id: 'o1', slug: 'wire', name: { en: 'Harbour Wire', fr: 'Le Port' }, homepage: 'https://wire.example', storyUrl: null };
const image: EditionImage = {
  ...{ id: 'm1', alt: 'A quay', caption: null, credit: 'Ana Lind', licence: null, syndicable: true, focalPoint: { x: 0.5, y: 0.5 } },
  renditions: [{ name: 'hero', file: 'approved.jpg', width: 1600, height: 900, type: 'image/jpeg', size: 10, digest: null }],
};
const outlet = { id: 'o1', slug: 'wire', name: 'Harbour Wire', language: 'en', homepage: 'https://wire.example' };
const story: EditionContent = {
  ...{ id: 'a1', slug: 'quay', language: 'en', title: 'The quay opens', summary: null, writtenFor: outlet, image, translationSet: null },
  authors: [{ id: 'p1', slug: 'mara', name: 'Mara Lind', role: 'Member' }],
  excerpts: [{ id: 'e1', outlet, quote: ['“The quay opens.”'], quoteSha256: 'x' } as EditionExcerpt],
  commentaries: [],
  outlets: [{ ...outlet, storyUrl: null }],
  topics: [{ id: 't1', slug: 'port', name: 'The port', mediaTopic: null }],
};
const outletNow = (change: Partial<StoredOutlet>): CurrentNames => ({ ...none, outlets: new Map([['o1', { ...wire, ...change }]]) });

describe('names as they are now', () => {
  it('that are the same make no edition, whatever changed besides', () => {
    expect(withCurrentNames(story, outletNow({}), 'en')).toBeNull();
    expect(withCurrentNames(story, outletNow({ name: { en: 'Harbour Wire', fr: 'Les Quais' } }), 'en')).toBeNull();
    expect(withCurrentNames(story, none, 'en')).toBeNull();
  });

  it('stand wherever the outlet is shown, in the story’s language, and nothing else is another', () => {
    const renamed = withCurrentNames(story, outletNow({ name: { en: 'Quay Wire' }, storyUrl: 'https://wire.example/{slug}' }), 'en');
    const after = { ...outlet, name: 'Quay Wire' };
    expect(renamed).toEqual({
      ...story,
      writtenFor: after,
      excerpts: [{ ...story.excerpts[0], outlet: after }],
      outlets: [{ ...after, storyUrl: 'https://wire.example/{slug}' }],
    });
  });

  it.each<[string, CurrentNames, Partial<EditionContent>]>([
    [
      'an author’s role',
      { ...none, authors: new Map([['p1', { id: 'p1', slug: 'mara', name: 'Mara Lind', role: { en: 'Speaker' } }]]) },
      { authors: [{ id: 'p1', slug: 'mara', name: 'Mara Lind', role: 'Speaker' }] },
    ],
    [
      'a topic’s name',
      { ...none, topics: new Map([['t1', { id: 't1', slug: 'port', name: { en: 'Harbours' } }]]) },
      { topics: [{ id: 't1', slug: 'port', name: 'Harbours', mediaTopic: null }] },
    ],
    [
      'a picture’s credit, with the files that were approved',
      { ...none, media: new Map([['m1', { id: 'm1', alt: 'A quay', credit: 'Ben Okoro' }]]) },
      { image: { ...image, credit: 'Ben Okoro' } },
    ],
  ])('include %s', (_what, current, change) => {
    expect(withCurrentNames(story, current, 'en')).toEqual({ ...story, ...change });
  });

  it('are asked for by what a story shows, each once', () => {
    expect(namedIn([story, story])).toEqual({ outlets: ['o1'], authors: ['p1'], topics: ['t1'], media: ['m1'] });
  });
});
