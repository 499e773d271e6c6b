/** Carries a changed name into every live story that shows it, some stories at a time, with no write to the stories themselves. */
import type { Logger } from 'pino';
import { RevisionTaken, type NewEntry } from '../../ledger/ledger.ts';
import { messageOf } from '../../errors.ts';
import { withCurrentNames, type CurrentNames, type NamedCollection } from '../assemble/currentNames.ts';
import type { CarriageRow, LedgerTaskRow, Records } from '../records.ts';
import { cascadeOf, releaseOf, renamedEdition, type Newest } from './entries.ts';
import type { Desk } from '../desk.ts';
import { currentNames } from './names.ts';
import { append, type Bench } from './stories.ts';
import { dueTasks, noteReached, postponeTask, settleTasks } from './tasks.ts';

/** Few enough that whoever publishes in the midst hardly waits; and as many as make good use of a commit, while nobody does. */
const A_FEW = 10;
const MANY = 100;
/** Where it stands is written down after so many stories; whoever begins there again finds the rest done. */
const NOTED_EVERY = 250;

type Cascade = Records['cascades'];

/**
 * One after the other; `next` does some stories of the cascade that waits longest, only a `few` if that is asked, and says whether there was anything to do.
 * What it has read it leaves, and reads again in the next call, when `wanted` says that somebody waits; but not twice in a row.
 */
export function cascades(bench: Bench, log: Pick<Logger, 'error' | 'info'>): { next: (few: boolean, wanted: () => boolean) => Promise<boolean> } {
  let current: { task: LedgerTaskRow; cascade: Cascade; reached: string | null; since: number; made: number } | null = null;
  let gaveWay = false;
  const { desk } = bench;
  const begin = async (): Promise<typeof current> => {
    const [task] = await dueTasks(desk, 'cascade', { limit: 1 });
    if (task === undefined) return null;
    const cascade = await desk.payload.db.findOne<Cascade>({ collection: 'cascades', where: { id: { equals: task.subject } } });
    if (cascade !== null) return { task, cascade, reached: task.reached ?? null, since: 0, made: 0 };
    await settleTasks(desk, [task]);
    return null;
  };
  return {
    async next(few, wanted) {
      const atOnce = few ? A_FEW : MANY;
      current ??= await begin();
      if (current === null) return false;
      const { task, cascade } = current;
      try {
        const { last, editions } = await someStories(bench, cascade, current.reached, atOnce);
        gaveWay = !gaveWay && wanted();
        if (gaveWay) return true;
        await append(bench, editions);
        current.made += editions.filter(({ header }) => header.type === 'edition').length;
        if (last === null) {
          await settleTasks(desk, [task]);
          const { collection, document } = cascade;
          log.info({ collection, document, editions: current.made }, 'a changed name has reached every story');
          current = null;
        } else {
          current.reached = last;
          current.since += atOnce;
          if (current.since >= NOTED_EVERY) {
            await noteReached(desk, task, last);
            current.since = 0;
          }
        }
      } catch (error) {
        current = null;
        // Somebody else appended for one of these stories meanwhile: they are looked at again.
        if (error instanceof RevisionTaken) return true;
        const reason = messageOf(error);
        log.error({ collection: cascade.collection, document: cascade.document, reason }, 'a changed name could not be carried on; this is tried again');
        await postponeTask(desk, task, reason);
      }
      return true;
    },
  };
}

/** The stories after `reached` that show the document: `last` of them, null when there were none, and the editions they need. */
async function someStories(
  { desk, ledger }: Bench,
  cascade: Cascade,
  reached: string | null,
  atOnce: number,
): Promise<{ last: string | null; editions: NewEntry[] }> {
  const stories = await showing(desk, cascade, reached, atOnce);
  const last = stories.at(-1) ?? null;
  if (last === null) return { last, editions: [] };
  const names = await currentNames(desk.payload, { [cascade.collection as NamedCollection]: [cascade.document] });
  const newest = await ledger.newestEditions(stories);
  const now = desk.clock().toISOString();
  // A story that is not in the ledger yet gets the names of that moment when it comes in.
  return { last, editions: [...newest.values()].flatMap((edition) => renamed(edition, cascade, names, desk.language, now)) };
}

function renamed(edition: Newest, { id }: Cascade, names: CurrentNames, language: string, now: string): NewEntry[] {
  const content = edition.content && withCurrentNames(edition.content, names, language);
  if (!content) return [];
  return [...releaseOf(edition, now), renamedEdition(cascadeOf(id, edition.header.articleId), edition, content, now)];
}

/** Live stories alone: one that is taken back lets go of what it carried, and gets the names of its day when it comes back. */
async function showing(desk: Desk, { collection, document }: Cascade, reached: string | null, atOnce: number): Promise<string[]> {
  const { docs } = await desk.payload.db.find<CarriageRow>({
    collection: 'carriages',
    where: {
      and: [
        { document: { equals: document } },
        { collection: { equals: collection } },
        { releaseAt: { exists: true } },
        ...(reached === null ? [] : [{ article: { greater_than: reached } }]),
      ],
    },
    sort: 'article',
    limit: atOnce,
    pagination: false,
  });
  return docs.map(({ article }) => article);
}
