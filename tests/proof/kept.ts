/** Without this file "no acknowledged write is lost" would be a hope: what clients were told, beside what is there. */
import type { Journal } from '../helpers/journal.ts';
import type { Snapshot } from '../helpers/snapshot.ts';
import type { Doc } from '../helpers/staff.ts';
import { same } from './same.ts';

/** Every promise in `journal` that `now` does not keep, one sentence each. */
export function brokenPromises(journal: Journal, now: Snapshot): string[] {
  return [...documents(journal, now), ...moves(journal, now)];
}

function documents(journal: Journal, now: Snapshot): string[] {
  const there = new Map<string, Doc>([...now.shown, ...now.newest].flatMap(([, docs]) => docs.map((doc) => [doc.id, doc] as const)));
  return [...journal.documents.values()].flatMap(({ collection, id, rev, fields }) => {
    const doc = there.get(id);
    if (!doc) return [`${collection}/${id} was acknowledged and is gone.`];
    const lost = Object.entries(fields)
      .filter(([name, value]) => !same(doc[name], value))
      .map(([name]) => `${collection}/${id} has lost its ${name}.`);
    return doc.rev === rev ? lost : [...lost, `${collection}/${id} is at revision ${doc.rev ?? 'none'}, not ${rev}.`];
  });
}

function moves(journal: Journal, now: Snapshot): string[] {
  return [...journal.moves].flatMap(([article, made]) => {
    const recorded = now.transitions.filter((row) => row.article === article).map((row) => row.transition);
    return same(recorded, made) ? [] : [`${article} was moved by ${made.join(', ')}, but its record says ${recorded.join(', ')}.`];
  });
}
