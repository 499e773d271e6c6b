/** Without this test the order in which partners hear of a story would rest on luck: on clocks, embargoes, and what was renamed meanwhile. */
import { describe, expect, it } from 'vitest';
import type { EditionContent } from '../../domain/edition.ts';
import type { PublicationRow } from '../records.ts';
import type { Newest } from './entries.ts';
import { entriesFor, type Missing } from './missing.ts';

const [morning, noon, evening] = ['2026-03-01T06:00:00.000Z', '2026-03-01T12:00:00.000Z', '2026-03-01T18:00:00.000Z'];
const content = (name = 'Harbour Wire'): EditionContent => ({
  ...{ id: 'a1', slug: 'quay', language: 'en', title: 'The quay opens', summary: null, image: null, authors: [], excerpts: [], commentaries: [], topics: [] },
  ...{ writtenFor: { id: 'o1', slug: 'wire', name, language: 'en', homepage: null }, outlets: [] },
});
const publication = (id: string, change: Partial<PublicationRow> = {}): PublicationRow => ({
  ...{ id, article: 'a1', number: 1, approval: 'approved', kind: 'published', notice: null, by: { system: 'samples' }, at: morning },
  ...{ embargoUntil: null, firstPublishedAt: morning, backfill: false },
  ...change,
});
const told = (publications: PublicationRow[], change: Partial<Missing> = {}) =>
  entriesFor({
    publications,
    newestPublications: new Map(publications.map(({ article, id }) => [article, id])),
    newestEditions: new Map(),
    approved: new Map([['approved', content()]]),
    names: { outlets: new Map(), authors: new Map(), topics: new Map(), media: new Map() },
    newsroomLanguage: 'en',
    ...change,
  }).map(({ source, header, content: said }) => [source, 'revision' in header && header.revision, said?.['title' as never] ?? null]);
const renamed: Missing['names'] = {
  ...{ authors: new Map(), topics: new Map(), media: new Map() },
  outlets: new Map([['o1', { id: 'o1', slug: 'wire', name: { en: 'Quay Wire' } }]]),
};

describe('missing publications', () => {
  it('follow the newest edition, and what takes a story back has no text', () => {
    const before = { header: { articleId: 'a1', revision: 4, embargoUntil: null }, content: null } as unknown as Newest;
    const rows = [publication('1'), publication('2', { number: 2, kind: 'withdrawn', notice: 'Not so.' })];
    expect(told(rows, { newestEditions: new Map([['a1', before]]) })).toEqual([
      ['publication:1', 5, 'The quay opens'],
      ['publication:2', 6, null],
    ]);
  });

  it('of one story come by number, even where a node’s clock was behind; those of different stories by age', () => {
    const rows = [publication('3', { number: 1 }), publication('1', { number: 2, kind: 'updated' }), publication('2', { article: 'a2' })];
    expect(told(rows).map(([source]) => source)).toEqual(['publication:3', 'publication:2', 'publication:1']);
  });

  it('whose embargo was over before the next went out are released in between, and not after they were taken back', () => {
    const embargoed = publication('1', { embargoUntil: noon });
    const after = publication('2', { number: 2, kind: 'updated', at: evening });
    expect(told([embargoed, after]).map(([source]) => source)).toEqual(['publication:1', 'release:a1:1', 'publication:2']);
    expect(told([embargoed, { ...after, kind: 'withdrawn', at: morning }]).map(([source]) => source)).toEqual(['publication:1', 'publication:2']);
  });

  it('are followed by the names of today, once a story, and only where it is still out', () => {
    const rows = [publication('1'), publication('2', { number: 2, kind: 'updated' })];
    expect(told(rows, { names: renamed })).toEqual([
      ['publication:1', 1, 'The quay opens'],
      ['publication:2', 2, 'The quay opens'],
      ['cascade-check:2', 3, 'The quay opens'],
    ]);
    expect(told([publication('1'), publication('2', { number: 2, kind: 'withdrawn' })], { names: renamed })).toHaveLength(2);
  });
});
