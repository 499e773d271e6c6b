/** Without this file a walk would prove nothing: what people were told and readers saw, beside what the newsroom holds. */
import type { Snapshot } from '../../helpers/snapshot.ts';
import type { Doc } from '../../helpers/staff.ts';
import type { Sighting, WalkRecord } from './record.ts';
import { textOf } from './stock.ts';

/** Every promise of `record` that `now` does not keep, one sentence each. */
export function walkFaults(record: WalkRecord, now: Snapshot): string[] {
  return [...record.shameful, ...stepFaults(record, now), ...cascadeFaults(record, now), ...sightingFaults(record, now)];
}

/** What a step that is made was told is in the record once; one that was refused is not; one without an answer is there once or not at all. */
function stepFaults({ steps }: WalkRecord, { transitions }: Snapshot): string[] {
  const faults = [...steps].flatMap(([reason, { article, transition, fate }]) => {
    const rows = transitions.filter((row) => row.reason === reason);
    const right = rows.every((row) => row.article === article && row.transition === transition);
    const count = fate === 'made' ? rows.length === 1 : fate === 'refused' ? rows.length === 0 : rows.length <= 1;
    return right && count ? [] : [`${transition} of ${article} was ${fate}, and is recorded ${rows.length} times.`];
  });
  const unasked = transitions.filter(({ by, reason }) => 'user' in by && reason !== 'A part of the live story was edited.' && !reason?.startsWith('word-'));
  return [...faults, ...unasked.map(({ id }) => `Nobody asked for transition ${id}.`)];
}

/** A changed name of what stories show leaves one mark, in the same transaction. Each outlet and author in stock was shown by a story before the walk began. */
function cascadeFaults({ renames }: WalkRecord, { cascades }: Snapshot): string[] {
  const documents = new Set([...renames.values()].map(({ document }) => document));
  return [...documents].flatMap((id) => {
    const fates = [...renames.values()].filter(({ document }) => document === id).map(({ fate }) => fate);
    const [made, unknown] = [fates.filter((fate) => fate === 'made').length, fates.filter((fate) => fate === 'unknown').length];
    const marks = cascades.filter(({ document }) => document === id).length;
    return marks >= made && marks <= made + unknown ? [] : [`${id} was renamed ${made} times, and left ${marks} marks.`];
  });
}

/** A reader was shown only what was approved, published, and past its embargo by then. */
function sightingFaults({ sightings }: WalkRecord, { approvals, publications }: Snapshot): string[] {
  const frozen = approvals.map(({ id, documents }) => {
    const texts = [documents.article, ...documents.parts].map(({ collection, data }) => key(collection, data.id, textOf(collection, data as Doc)));
    const out = publications.filter(({ approval, kind }) => approval === id && kind !== 'withdrawn');
    const since = out.map(({ at, embargoUntil }) => (embargoUntil && embargoUntil > at ? embargoUntil : at)).sort()[0];
    return { texts: new Set(texts), since };
  });
  const wasOut = ({ collection, id, text, until }: Sighting): boolean =>
    frozen.some(({ texts, since }) => since !== undefined && since <= until && texts.has(key(collection, id, text)));
  return sightings.filter((seen) => !wasOut(seen)).map(({ collection, id, text, until }) => `${collection}/${id} showed ${text} at ${until}.`);
}

function key(collection: string, id: string, text: string): string {
  return `${collection}/${id}/${text}`;
}
