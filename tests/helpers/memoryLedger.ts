/** Without this file the replica could be tested only with a database under it: a ledger in memory, linked as the real one is. */
import type { EditionContent } from '../../src/domain/edition.ts';
import { canonicalJson, contentDigest, sha256 } from '../../src/domain/digest.ts';
import type { EditionEntry, EditionHeader, LedgerEntry } from '../../src/domain/entries.ts';
import type { Ledger, LedgerHead, NewEntry } from '../../src/ledger/ledger.ts';

export class MemoryLedger implements Ledger {
  readonly entries: LedgerEntry[] = [];
  readonly #sources = new Map<string, number>();
  /** Set to have every question refused, as by a database that is down. */
  down = false;

  async append(added: readonly NewEntry[]): Promise<LedgerEntry[]> {
    return added.filter(({ source }) => !this.#sources.has(source)).map((entry) => this.#link(entry));
  }

  async after(seq: number, limit: number): Promise<LedgerEntry[]> {
    this.#refuseIfDown();
    // Copies: what a reader does with an entry is nobody else's concern.
    return structuredClone(this.entries.slice(seq, seq + limit));
  }

  async head(): Promise<LedgerHead> {
    this.#refuseIfDown();
    const last = this.entries.at(-1);
    if (!last) return { seq: 0, hash: null, at: null, signature: null };
    return { seq: last.header.seq, hash: hashOf(last), at: last.header.at, signature: last.signature };
  }

  async seqOf(sources: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return new Map(sources.flatMap((source) => (this.#sources.has(source) ? [[source, this.#sources.get(source) ?? 0]] : [])));
  }

  async newestEditions(articleIds: readonly string[]): Promise<ReadonlyMap<string, EditionEntry>> {
    const editions = this.entries.filter((entry): entry is EditionEntry => entry.header.type === 'edition' && articleIds.includes(entry.header.articleId));
    return new Map(editions.map((entry) => [entry.header.articleId, entry]));
  }

  async redact(articleId: string): Promise<void> {
    for (const entry of this.entries) if (entry.header.type === 'edition' && entry.header.articleId === articleId) entry.content = null;
  }

  #link({ source, header, content }: NewEntry): LedgerEntry {
    const before = this.entries.at(-1);
    const link = { seq: this.entries.length + 1, previous: before ? hashOf(before) : null };
    const digest = header.type === 'release' ? {} : { contentDigest: contentDigest(content) };
    const entry = { header: { ...header, ...digest, ...link }, content, signature: `signature ${link.seq}` } as LedgerEntry;
    this.entries.push(entry);
    this.#sources.set(source, link.seq);
    return entry;
  }

  #refuseIfDown(): void {
    if (this.down) throw new Error('connection refused');
  }
}

/** The content of a small story; `given` says what matters to the test. */
export function aContent(id: string, given: Partial<EditionContent> = {}): EditionContent {
  const outlet = { id: 'outlet-harbour', slug: 'harbour-post', name: 'Harbour Post', language: 'en', homepage: 'https://harbour.example' };
  return {
    id,
    slug: `story-${id}`,
    language: 'en',
    title: `Story ${id}`,
    summary: null,
    writtenFor: null,
    authors: [{ id: 'author-mara', slug: 'mara-lind', name: 'Mara Lind', role: 'Member' }],
    excerpts: [
      {
        ...{ id: `excerpt-${id}`, outlet, title: null, url: null, reporter: null, publishedOn: null, publishedOnPartial: null, publishedOnInferred: false },
        ...{ leadIn: 'On 12 March, Harbour Post reported:', quote: ['The ferry is late.'], language: 'en', rights: null, syndicable: true, capturedAt: null },
        ...{ quoteSha256: sha256('The ferry is late.'), snapshotSha256: null, verification: 'unverified' },
      },
    ],
    commentaries: [
      {
        ...{ id: `commentary-${id}`, authors: ['author-mara'], capacity: null, respondsTo: [`excerpt-${id}`], language: 'en' },
        ...{ html: '<p>A bench is a promise.</p>', text: 'A bench is a promise.' },
      },
    ],
    outlets: [{ id: 'site-quay', slug: 'quay-news', name: 'Quay News', language: 'en', homepage: null, storyUrl: 'https://quay.example/{language}/{slug}' }],
    topics: [{ id: 'topic-ports', slug: 'ports', name: 'Ports', mediaTopic: null }],
    image: null,
    translationSet: null,
    ...given,
  };
}

interface Edition {
  article: string;
  revision: number;
  at: string;
  content: EditionContent | null;
  kind?: EditionHeader['kind'];
  embargoUntil?: string | null;
  firstPublishedAt?: string | null;
  backfill?: boolean;
  notice?: string | null;
}

/** An edition to append. */
export function anEdition({ article, revision, at, content, kind = 'published', ...given }: Edition): NewEntry {
  const { embargoUntil = null, firstPublishedAt = embargoUntil ?? at, backfill = false, notice = null } = given;
  const language = content?.language ?? 'en';
  return {
    source: `publication:${article}-${revision}`,
    header: { type: 'edition', articleId: article, revision, kind, at, language, embargoUntil, firstPublishedAt, backfill, notice },
    content,
  };
}

/** The end of an embargo, to append. */
export function aRelease(article: string, revision: number, at: string): NewEntry {
  return { source: `release:${article}-${revision}`, header: { type: 'release', articleId: article, revision, at }, content: null };
}

function hashOf({ header }: LedgerEntry): string {
  return `sha-256:${sha256(canonicalJson(header))}`;
}
