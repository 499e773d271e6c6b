/** Compares all that was ever published with the ledger, once after each start: publications from before there was a ledger have no mark, and come in here. */
import type { Logger } from 'pino';
import { messageOf } from '../../errors.ts';
import { inTransaction } from '../runTransition.ts';
import { togetherOrApart } from './apart.ts';
import { sourceOf } from './entries.ts';
import { markPublication, markRelease } from './marks.ts';
import { enterStories, type Bench } from './stories.ts';

/** Publications that are compared at once: some milliseconds' work. */
const COMPARED = 500;
/** Stories that are entered at once. */
const ENTERED = 25;

interface Row {
  id: string;
  article: string;
  embargoUntil: string | null;
}

/** `next` looks at some publications, the oldest first, and says whether there were any. What commits meanwhile behind it has a mark of its own. */
export function lookBack(bench: Bench, log: Pick<Logger, 'error' | 'info'>): { next: () => Promise<boolean> } {
  const { desk, ledger } = bench;
  let after = '';
  let missing: Row[] = [];
  let entered = 0;
  let done = false;
  const read = async (): Promise<void> => {
    const { docs } = await desk.payload.db.find<Row>({
      collection: 'publications',
      where: after === '' ? {} : { id: { greater_than: after } },
      sort: 'id',
      limit: COMPARED,
      pagination: false,
      select: { article: true, embargoUntil: true },
    });
    const known = await ledger.seqOf(docs.map(({ id }) => sourceOf(id)));
    missing = docs.filter(({ id }) => !known.has(sourceOf(id)));
    after = docs.at(-1)?.id ?? after;
    done = docs.length < COMPARED;
  };
  return {
    async next() {
      if (missing.length > 0) {
        const some = missing.splice(0, ENTERED);
        await togetherOrApart(
          some,
          (rows) => enter(bench, rows),
          async ({ id, article }, error) => {
            log.error({ article, reason: messageOf(error) }, 'an older publication could not be entered; this is tried again');
            await inTransaction(desk, null, (req) => markPublication(req, article, id, desk.clock().toISOString()));
          },
        );
        entered += some.length;
        return true;
      }
      if (!done) {
        await read();
        return true;
      }
      if (entered > 0) log.info({ publications: entered }, 'older publications are in the ledger');
      entered = 0;
      return false;
    },
  };
}

/** First the mark for the end of an embargo: a crash in between would leave the story waiting for its release for ever. */
async function enter(bench: Bench, some: readonly Row[]): Promise<void> {
  const embargoed = some.filter(({ embargoUntil }) => embargoUntil);
  if (embargoed.length > 0) {
    await inTransaction(bench.desk, null, async (req) => {
      for (const { id, article, embargoUntil } of embargoed) await markRelease(req, article, id, embargoUntil ?? '');
    });
  }
  await enterStories(bench, [...new Set(some.map(({ article }) => article))], some.at(-1)?.id);
}
