/** Without this file a document could lie there without its text, or a text without its document. */
import { DRAFTED, type Drafted, type Snapshot } from '../helpers/snapshot.ts';

/** What is wrong between documents and their versions, one sentence each. */
export function versionFaults(now: Snapshot): string[] {
  return DRAFTED.flatMap((collection) => [...orphans(now, collection), ...unfollowed(now, collection)]);
}

function orphans(now: Snapshot, collection: Drafted): string[] {
  const documents = new Set((now.shown.get(collection) ?? []).map(({ id }) => id));
  return (now.versions.get(collection) ?? [])
    .filter(({ parent }) => !documents.has(parent))
    .map(({ id, parent }) => `Version ${id} is of ${collection}/${parent}, which is not there.`);
}

/** Each document has one newest version, which carries its revision. */
function unfollowed(now: Snapshot, collection: Drafted): string[] {
  return (now.shown.get(collection) ?? []).flatMap(({ id, rev }) => {
    const newest = (now.versions.get(collection) ?? []).filter(({ parent, latest }) => parent === id && latest === true);
    if (newest.length !== 1) return [`${collection}/${id} has ${newest.length} newest versions.`];
    return newest[0]?.version.rev === rev
      ? []
      : [`${collection}/${id} is at revision ${String(rev)}, its newest version at ${String(newest[0]?.version.rev)}.`];
  });
}
