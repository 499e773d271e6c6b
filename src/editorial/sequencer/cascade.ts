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

/** Some stories that show the document: the last of them, null when there were none, and the editions they need. */
interface Some {
  last: string | null;
  editions: NewEntry[];
}

/** A cascade that this node works at. */
interface Current {
  task: LedgerTaskRow;
  cascade: Cascade;
  reached: string | null;
  /** Stories since it was written down how far it is. */
  since: number;
  made: number;
  /** What comes after `reached`, if somebody has begun to read it. */
  ahead: Promise<Some> | null;
}

/**
 * One after the other; `next` does some stories of the cascade that waits longest, only a `few` if that is asked, and says whether there was anything to do.
 * While some are written the next ones are read. When `wanted` says that somebody waits, it leaves what it has read for the next call; but not twice in a row.
 */
export function cascades(bench: Bench, log: Pick<Logger, 'error' | 'info'>): { next: (few: boolean, wanted: () => boolean) => Promise<boolean> } {
  let current: Current | null = null;
  let gaveWay = false;
  const { desk } = bench;
  const begin = async (): Promise<Current | null> => {
    const [task] = await dueTasks(desk, 'cascade', { limit: 1 });
    if (task === undefined) return null;
    const cascade = await desk.payload.db.findOne<Cascade>({ collection: 'cascades', where: { id: { equals: task.subject } } });
    if (cascade !== null) return { task, cascade, reached: task.reached ?? null, since: 0, made: 0, ahead: null };
    await settleTasks(desk, [task]);
    return null;
  };
  const read = (cascade: Cascade, reached: string | null, atOnce: number): Promise<Some> => {
    const some = someStories(bench, cascade, reached, atOnce);
    // Heard of by whoever takes it, if anybody does.
    some.catch(() => undefined);
    return some;
  };
  const write = async (work: Current, { last, editions }: Some, atOnce: number): Promise<void> => {
    await append(bench, editions);
    work.made += editions.filter(({ header }) => header.type === 'edition').length;
    if (last === null) {
      await settleTasks(desk, [work.task]);
      const { collection, document } = work.cascade;
      log.info({ collection, document, editions: work.made }, 'a changed name has reached every story');
      current = null;
      return;
    }
    work.reached = last;
    work.since += atOnce;
    if (work.since < NOTED_EVERY) return;
    await noteReached(desk, work.task, last);
    work.since = 0;
  };
  return {
    async next(few, wanted) {
      const atOnce = few ? A_FEW : MANY;
      const work = (current ??= await begin());
      if (work === null) return false;
      try {
        const some = await ((few ? null : work.ahead) ?? read(work.cascade, work.reached, atOnce));
        work.ahead = null;
        gaveWay = !gaveWay && wanted();
        if (gaveWay) {
          work.ahead = Promise.resolve(some);
          return true;
        }
        if (some.last !== null && !few) work.ahead = read(work.cascade, some.last, MANY);
        await write(work, some, atOnce);
      } catch (error) {
        current = null;
        // Somebody else appended for one of these stories meanwhile: they are looked at again.
        if (error instanceof RevisionTaken) return true;
        const reason = messageOf(error);
        log.error(
          { collection: work.cascade.collection, document: work.cascade.document, reason },
          'a changed name could not be carried on; this is tried again',
        );
        await postponeTask(desk, work.task, reason);
      }
      return true;
    },
  };
}

/** The first stories after `reached`. */
async function someStories({ desk, ledger }: Bench, cascade: Cascade, reached: string | null, atOnce: number): Promise<Some> {
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
