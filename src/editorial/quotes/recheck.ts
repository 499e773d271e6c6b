/** Without this file a quote would be looked for once, when it was saved: goes through all excerpts again and says what is otherwise now. */
import { createLocalReq, type PayloadRequest } from 'payload';
import { releasing } from '../../database/publishedRows.ts';
import { newestDrafts } from '../../database/newestDrafts.ts';
import { withTransientRetry } from '../../database/retry.ts';
import type { QuoteCheck, Verification } from '../../domain/quotes/check.ts';
import { examine, foundTheSame, paragraphsIn, type Examination, type Examined } from '../../domain/quotes/examine.ts';
import type { Desk } from '../desk.ts';
import { inTransaction } from '../runTransition.ts';

/** One excerpt, as it was found now. */
export interface Rechecked extends Examination {
  id: string;
  leadIn: string | null;
  title: string | null;
  quote: readonly string[];
  /** The result that was kept before. */
  before: Verification;
  changed: boolean;
  /** The quote stands in its snapshot, because the snapshot was made from it. */
  madeFromQuote: boolean;
}

/** Which excerpts; all when `only` is undefined. */
export interface Recheck {
  only?: string | undefined;
  /** Whether what is found otherwise is to be kept. */
  keep: boolean;
}

interface StoredExcerpt extends Examined {
  id: string;
  _status?: string | null;
  verification?: Verification | null;
  quoteCheck?: QuoteCheck | null;
}

const FIELDS = ['quote', 'leadIn', 'title', 'snapshot', 'verification', 'quoteCheck'] as const;
/** A snapshot may be a megabyte, and memory has to stay as it is. */
const TOGETHER = 10;

/** How many excerpts there are. */
export async function countExcerpts(desk: Desk): Promise<number> {
  const { totalDocs } = await desk.payload.db.count({ collection: 'news-excerpts' });
  return totalDocs;
}

/**
 * Examines the newest text of every excerpt, or of `only`, one after another. What is found otherwise than before is kept with the draft;
 * a text that is out keeps what was found when it was approved.
 */
export async function* recheckQuotes(desk: Desk, { only, keep }: Recheck): AsyncGenerator<Rechecked, void> {
  const req = await createLocalReq({}, desk.payload);
  let last = '';
  for (;;) {
    const where = only === undefined ? { id: { greater_than: last } } : { id: { equals: only } };
    const excerpts = await newestDrafts<StoredExcerpt>(req, 'news-excerpts', where, { limit: TOGETHER, sort: 'id', fields: FIELDS });
    for (const excerpt of excerpts) {
      const found = rechecked(excerpt, desk.clock());
      if (keep && found.changed) await withTransientRetry(() => inTransaction(desk, null, (own) => keepFound(own, desk, excerpt.id)));
      yield found;
    }
    if (only !== undefined || excerpts.length < TOGETHER) return;
    last = excerpts.at(-1)?.id ?? '';
  }
}

function rechecked(excerpt: StoredExcerpt, at: Date): Rechecked {
  const { id, leadIn = null, title = null, quote } = excerpt;
  const [before, now] = [kept(excerpt), examine(excerpt, at)];
  return { id, leadIn, title, quote: paragraphsIn(quote), before: before.verification, changed: !foundTheSame(before, now), ...now };
}

function kept({ verification, quoteCheck }: StoredExcerpt): Examination {
  return { verification: verification ?? 'unverified', quoteCheck: quoteCheck ?? null };
}

/** Examines the draft as it is by now, and writes the result into it; to an editor nothing happened. */
async function keepFound(req: PayloadRequest, { clock }: Desk, id: string): Promise<void> {
  const collection = 'news-excerpts';
  const { docs } = await req.payload.db.findVersions<StoredExcerpt & Record<string, unknown>>({
    collection,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    locale: 'all',
    req,
  });
  const newest = docs[0];
  if (newest === undefined || newest.version._status === 'published') return;
  const { verification, quoteCheck } = examine(newest.version, clock());
  const version = { ...newest.version, verification, quoteCheck };
  await releasing(req, () => req.payload.db.updateVersion({ collection, id: String(newest.id), versionData: { ...newest, version }, req }));
}
