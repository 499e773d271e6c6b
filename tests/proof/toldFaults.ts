/** Without this file a publish could be acknowledged and then not be in the ledger, or not be seen: what clients were told, beside what is there. */
import type { LedgerEntry } from '../../src/domain/entries.ts';
import type { PublicationRow } from '../../src/editorial/records.ts';
import type { Journal, Told } from '../helpers/journal.ts';
import type { Reading, Shown } from '../helpers/publicReading.ts';
import { whatReadersSaw } from '../helpers/whatReadersSaw.ts';
import type { LedgerRow } from './ledgerFaults.ts';
import { same } from './same.ts';

type Publication = Pick<PublicationRow, 'id' | 'article' | 'number'>;

/**
 * What of `told` the ledger does not keep, in a newsroom where nobody changes a name: there, each edition is of one publication.
 * Each answer's number is that of this very publication's entry.
 */
export function toldFaults(told: readonly Told[], rows: readonly LedgerRow[], publications: readonly Publication[]): string[] {
  const entries = new Map(rows.map((row) => [row.seq, row]));
  const named = new Map(publications.map((one) => [`${one.article} ${one.number}`, one]));
  const made = new Set(publications.map(({ id }) => `publication:${id}`));
  const strays = rows.filter(({ source }) => !made.has(source)).map(({ seq, source }) => `entry ${seq} was made of ${source}, which is not there`);
  const broken = told.flatMap(({ article, transition, number, seq }) => {
    const what = `${transition} of ${article}, its publication ${number}`;
    const publication = named.get(`${article} ${number}`);
    if (!publication) return [`${what}, was acknowledged and is not there`];
    const source = `publication:${publication.id}`;
    const [entry, ...others] = rows.filter((row) => row.source === source);
    if (!entry || others.length > 0) return [`${what}, has ${entry ? others.length + 1 : 0} entries`];
    const { header } = entry;
    const is =
      header.type === 'edition' && header.articleId === article && header.revision === number && (header.kind === 'withdrawn') === (transition === 'withdraw');
    return [
      ...(is ? [] : [`${what}, is entered as something else`]),
      ...(seq === null || entries.get(seq) === entry ? [] : [`${what}, was told to be entry ${seq}, and is ${entry.seq}`]),
    ];
  });
  return [...strays, ...broken];
}

/** The answers after which the very next read on the same node did not show what was acknowledged. */
export function unseenFaults(told: readonly Told[]): string[] {
  return told.flatMap(({ article, transition, number, title, seq, next }) =>
    // Without a number nobody was told that it can be read.
    next === null || seq === null || same(next, expected(transition, number, title))
      ? []
      : [`after ${transition} of ${article}, its publication ${number}, the next read showed ${JSON.stringify(next)}`],
  );
}

/** Where a node shows anything else than what was acknowledged last, or than what the ledger says. */
export function readingFaults(readings: ReadonlyMap<string, Reading>, journal: Pick<Journal, 'told' | 'moves'>, entries: readonly LedgerEntry[]): string[] {
  const seen = whatReadersSaw(entries, Date.now());
  const last = new Map(journal.told.map((one) => [one.article, one]));
  return [...readings].flatMap(([article, { history, ...shown }]) => {
    const { revision, takenBack } = seen.get(article) ?? { revision: null, takenBack: null };
    const ledgers = { status: revision !== null ? 200 : takenBack === null ? 404 : 410, revision };
    const editions = entries.flatMap(({ header }) => (header.type === 'edition' && header.articleId === article ? [`${header.kind} ${header.revision}`] : []));
    const told = last.get(article);
    const number = journal.moves.get(article)?.filter((move) => move === 'publish' || move === 'withdraw').length;
    return [
      ...(same(ledgers, { status: shown.status, revision: shown.revision }) ? [] : [`${article} is shown as ${JSON.stringify(shown)}, not as the ledger says`]),
      ...(same(history, editions.reverse()) ? [] : [`${article} is shown with the history ${history.join(', ')}`]),
      // An answer that never came is not what was acknowledged last.
      ...(told?.number !== number || same(shown, expected(told?.transition ?? '', number ?? 0, told?.title))
        ? []
        : [`${article} is not shown as it was acknowledged`]),
    ];
  });
}

function expected(transition: string, number: number, title: unknown): Shown {
  if (transition === 'withdraw') return { status: 410, revision: null, title: null };
  return { status: 200, revision: number, title: String(title) };
}
