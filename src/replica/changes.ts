/** What readers' stories have done since a moment: without this file a site that rebuilds itself would have to compare everything with everything. */
import type { EditionHeader, EditionKind } from '../domain/entries.ts';
import type { View } from './view.ts';

/** How far somebody has heard: an entry of the ledger, and a time (milliseconds), for embargoes end by themselves. */
export interface Heard {
  seq: number;
  time: number;
}

export interface Change {
  articleId: string;
  revision: number;
  kind: EditionKind;
}

/** More than that is nothing to catch up with. */
const MOST = 1000;

/** What came before readers after `since`, in order, and how far that is; null where there is too much, or the ledger was set back. */
export function changesSince(view: View, since: Heard): { changes: Change[]; heard: Heard } | null {
  const { db, now } = view;
  const heard = heardNow(view);
  if (since.seq > heard.seq) return null;
  const entered = db.statement('SELECT seq, opens, header FROM editions WHERE seq > ? ORDER BY seq LIMIT ?').all(since.seq, MOST + 1) as Row[];
  if (entered.length > MOST) return null;
  const opened = db
    .statement(
      'SELECT e.seq, e.opens, e.header FROM stories s JOIN editions e ON e.seq = s.seq WHERE s.steady = 0 AND s."from" > ? AND s."from" <= ? AND s.seq <= ?',
    )
    .all(since.time, now, since.seq) as Row[];
  const released = db
    .statement(
      'SELECT e.seq, e.opens, e.header FROM releases r JOIN editions e ON e.article = r.article AND e.revision = r.revision WHERE r.seq > ? AND e.seq <= ?',
    )
    .all(since.seq, since.seq) as Row[];
  const due = [...opened, ...released.filter((row) => !wasOver(row, since.time)), ...entered].filter(({ opens }) => opens !== null && opens <= now);
  const once = new Map(due.map((row) => [row.seq, row]));
  return { changes: [...once.values()].map(changeOf), heard };
}

/** How far everything is that is shown now. */
export function heardNow({ db, now }: View): Heard {
  return { seq: db.head().seq, time: now };
}

interface Row {
  seq: number;
  opens: number | null;
  header: string;
}

/** Whether the edition's embargo had ended by this node's clock, before its release was entered. */
function wasOver({ header }: Row, time: number): boolean {
  const { embargoUntil } = JSON.parse(header) as EditionHeader;
  return embargoUntil !== null && Date.parse(embargoUntil) <= time;
}

function changeOf({ header }: Row): Change {
  const { articleId, revision, kind } = JSON.parse(header) as EditionHeader;
  return { articleId, revision, kind };
}
