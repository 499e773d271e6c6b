/** What the ledger is told of a story: pure, from records alone, so that whoever tells it, and however often, tells the same. */
import type { EditionHeader } from '../../domain/entries.ts';
import type { EditionContent } from '../../domain/edition.ts';
import type { NewEntry } from '../../ledger/ledger.ts';
import type { PublicationRow } from '../records.ts';

/** The newest edition of a story: what the next one follows. */
export interface Newest {
  header: Pick<EditionHeader, 'articleId' | 'revision' | 'language' | 'embargoUntil' | 'firstPublishedAt' | 'backfill'>;
  /** Null when it takes the story back. */
  content: EditionContent | null;
}

export type NewEdition = Extract<NewEntry, { header: { type: 'edition' } }>;

export const sourceOf = (publication: string): string => `publication:${publication}`;
export const checkOf = (publication: string): string => `cascade-check:${publication}`;
export const cascadeOf = (cascade: string, article: string): string => `cascade:${cascade}:${article}`;

/** The edition that `publication` made, after `before`. What takes a story back has no content. */
export function editionOf(publication: PublicationRow, approved: EditionContent | null, before: Newest | undefined): NewEdition {
  const takesBack = publication.kind === 'withdrawn' || publication.kind === 'killed';
  return {
    source: sourceOf(publication.id),
    header: {
      type: 'edition',
      articleId: publication.article,
      revision: (before?.header.revision ?? 0) + 1,
      kind: publication.kind,
      at: instant(publication.at),
      language: approved?.language ?? before?.header.language ?? 'und',
      embargoUntil: publication.embargoUntil ? instant(publication.embargoUntil) : null,
      firstPublishedAt: publication.firstPublishedAt ? instant(publication.firstPublishedAt) : null,
      backfill: publication.backfill,
      notice: publication.notice || null,
    },
    content: takesBack ? null : approved,
  };
}

/** An edition that says in `content` what `before` said, with other names. An embargo that is over by `at` needs no more saying. */
export function renamedEdition(source: string, before: Newest, content: EditionContent, at: string): NewEdition {
  const { articleId, revision, language, embargoUntil, firstPublishedAt, backfill } = before.header;
  return {
    source,
    header: {
      type: 'edition',
      articleId,
      revision: revision + 1,
      kind: 'updated',
      at,
      language,
      embargoUntil: isOver(before, at) ? null : embargoUntil,
      firstPublishedAt,
      backfill,
      notice: null,
    },
    content,
  };
}

/** The release of `newest`, if it was under an embargo that is over by `at`; what comes after it in the ledger was not seen before it. */
export function releaseOf(newest: Newest | undefined, at: string): NewEntry[] {
  if (newest === undefined || newest.content === null || !isOver(newest, at)) return [];
  const { articleId, revision } = newest.header;
  return [{ source: `release:${articleId}:${revision}`, header: { type: 'release', articleId, revision, at }, content: null }];
}

/** As a time is written in the ledger, whichever way the database gave it. */
export function instant(value: string): string {
  return new Date(value).toISOString();
}

function isOver({ header: { embargoUntil } }: Newest, at: string): boolean {
  return embargoUntil !== null && Date.parse(embargoUntil) <= Date.parse(at);
}
