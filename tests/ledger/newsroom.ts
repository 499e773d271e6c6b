/** A newsroom that has nothing but a ledger, on the database that this run tests, and entries to put into it. */
import type { EditionContent } from '../../src/domain/edition.ts';
import { newId } from '../../src/domain/ids.ts';
import { openKeys } from '../../src/ledger/keys/openKeys.ts';
import type { SigningKeys } from '../../src/ledger/keys/signingKeys.ts';
import type { Ledger, NewEntry } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/openLedger.ts';
import { LedgerEntries } from '../../collections/LedgerEntries.ts';
import { SigningKeys as KeyCollection } from '../../collections/SigningKeys.ts';
import { freshMongoUrl, mongoTestUrl, tinyNewsroom, type TinyNewsroom } from '../helpers/tinyNewsroom.ts';

export const SECRET = 'a secret that is only for the tests of the ledger';

/** One process's view of the ledger. */
export interface Node {
  keys: SigningKeys;
  ledger: Ledger;
}

export interface LedgerNewsroom extends TinyNewsroom, Node {
  databaseUrl: string | undefined;
  /** Another node on the same database: it shares nothing with the first but that. */
  node(options?: { secret?: string; clock?: () => Date }): Node;
}

/** `on` opens a second process's connection to the database of an earlier one. */
export async function ledgerNewsroom(on?: Pick<LedgerNewsroom, 'dataDir' | 'databaseUrl'>): Promise<LedgerNewsroom> {
  const databaseUrl = on ? on.databaseUrl : mongoTestUrl === undefined ? undefined : freshMongoUrl();
  const newsroom = await tinyNewsroom({ databaseUrl, collections: [LedgerEntries, KeyCollection], ...(on ? { dataDir: on.dataDir, push: false } : {}) });
  const node: LedgerNewsroom['node'] = ({ secret = SECRET, clock = () => new Date() } = {}) => {
    const keys = openKeys({ payload: newsroom.payload, secret, clock });
    return { keys, ledger: openLedger({ payload: newsroom.payload, keys }) };
  };
  return { ...newsroom, databaseUrl, node, ...node() };
}

type EditionEntry = Extract<NewEntry, { header: { type: 'edition' } }>;

/** An edition of a story; `header` and `content` in part. */
export function anEdition(header: Partial<EditionEntry['header']> = {}, content: Partial<EditionContent> | null = {}): EditionEntry {
  const articleId = header.articleId ?? newId();
  return {
    source: `publication:${newId()}`,
    header: {
      type: 'edition',
      articleId,
      revision: 1,
      kind: 'published',
      language: 'en',
      at: '2026-03-01T09:00:00.000Z',
      embargoUntil: null,
      firstPublishedAt: '2026-03-01T09:00:00.000Z',
      backfill: false,
      notice: null,
      ...header,
    },
    content: content && { ...aStory(articleId), ...content },
  };
}

export function aRelease(articleId: string, revision = 1): NewEntry {
  return { source: `release:${newId()}`, header: { type: 'release', articleId, revision, at: '2026-03-01T10:00:00.000Z' }, content: null };
}

export function anEntitlement(content: Record<string, unknown> = { feeds: ['harbour'] }): NewEntry {
  return { source: `partner:${newId()}`, header: { type: 'entitlement', partnerId: newId(), at: '2026-03-01T10:00:00.000Z' }, content };
}

function aStory(id: string): EditionContent {
  return {
    ...{ id, slug: 'the-quay', language: 'en', title: 'The quay, reopened', summary: null, writtenFor: null, authors: [], excerpts: [] },
    ...{ commentaries: [], outlets: [], topics: [], image: null, translationSet: null },
  };
}
