/** Without this file readers could be shown what was never approved, or half of what was. */
import type { Snapshot } from '../helpers/snapshot.ts';
import type { Doc } from '../helpers/staff.ts';
import { same } from './same.ts';

/** What each row that readers see has to have in common with the approval it shows. */
const TEXT: Readonly<Record<string, readonly string[]>> = {
  articles: ['title', 'slug', 'language', 'summary', 'excerpts', 'commentaries', 'outlets', 'topics', 'heroImage', 'writtenFor'],
  'news-excerpts': ['outlet', 'title', 'leadIn', 'quote', 'publishedOn', 'language'],
  commentaries: ['body', 'authors', 'capacity', 'respondsTo', 'language'],
};

/** What is wrong with what readers see, one sentence each. */
export function readerFaults(now: Snapshot): string[] {
  return [...textFaults(now), ...liveFaults(now), ...carriageFaults(now), ...visibilityFaults(now)];
}

/** A row that is out names an approval, and shows exactly the text that was frozen in it. */
function textFaults(now: Snapshot): string[] {
  return Object.entries(TEXT).flatMap(([collection, fields]) =>
    (now.shown.get(collection) ?? []).flatMap((doc) => {
      if (!doc.shownApproval) return doc.publicFrom ? [`${collection}/${doc.id} is public by no approval.`] : [];
      const approval = now.approvals.find(({ id }) => id === doc.shownApproval);
      const frozen = approval && [approval.documents.article, ...approval.documents.parts].find(({ data }) => data.id === doc.id)?.data;
      if (!frozen) return [`${collection}/${doc.id} shows an approval that does not name it.`];
      return fields
        .filter((field) => !same(doc[field], (frozen as Doc)[field]))
        .map((field) => `${collection}/${doc.id}: its ${field} is not what was approved.`);
    }),
  );
}

/** A live story and its parts show its last published approval; a part may show a later one. */
function liveFaults(now: Snapshot): string[] {
  return now.workflow.flatMap(({ article, publication, published, releaseDue }) => {
    const approval = now.approvals.find(({ id }) => id === published);
    const row = find(now, 'articles', article);
    if (publication !== 'live') return [];
    if (!approval || !row) return [`Story ${article} is live without a published text.`];
    const { content, documents } = approval;
    // Under embargo, a part that readers see through another story waits for the release.
    const behind = documents.parts.filter(() => !releaseDue).filter(({ collection, data }) => shownBy(find(now, collection, data.id)) < approval.id);
    return [
      ...(row.shownApproval === approval.id ? [] : [`Story ${article} shows another approval than the one that was published.`]),
      ...(same([row.title, row.slug, row.language], [content.title, content.slug, content.language]) ? [] : [`Story ${article} is not what its edition says.`]),
      ...behind.map(({ collection, data }) => `${collection}/${data.id} is behind what story ${article} published.`),
    ];
  });
}

/** A live story carries exactly what its published approval names, from its release on; any other carries nothing. */
function carriageFaults(now: Snapshot): string[] {
  return now.workflow.flatMap(({ article, publication, published, releaseAt }) => {
    const carried = now.carriages.filter((row) => row.article === article && row.releaseAt !== null && row.releaseAt !== undefined);
    const approval = now.approvals.find(({ id }) => id === published);
    const named = publication === 'live' ? (approval?.documents.carried ?? []).map(({ collection, document }) => `${collection}/${document}`) : [];
    const there = carried.map(({ collection, document }) => `${collection}/${document}`);
    return [
      ...(same([...named].sort(), [...there].sort()) ? [] : [`Story ${article} carries ${there.length} documents, not the ${named.length} that it published.`]),
      ...(carried.every((row) => row.releaseAt === releaseAt) ? [] : [`Story ${article} releases what it carries at another time than its own.`]),
    ];
  });
}

/** `publicFrom` is the earliest release among the stories that carry a document, in what readers and in what editors see. */
function visibilityFaults(now: Snapshot): string[] {
  return [...now.shown, ...now.newest].flatMap(([collection, docs]) =>
    docs.flatMap(({ id, publicFrom }) => {
      const releases = now.carriages.filter((row) => row.collection === collection && row.document === id).flatMap((row) => row.releaseAt ?? []);
      const [earliest] = releases.sort();
      return same(publicFrom, earliest) ? [] : [`${collection}/${id} is public from ${String(publicFrom)}, not from ${String(earliest)}.`];
    }),
  );
}

function shownBy(doc: Doc | undefined): string {
  return typeof doc?.shownApproval === 'string' ? doc.shownApproval : '';
}

function find(now: Snapshot, collection: string, id: string): Doc | undefined {
  return now.shown.get(collection)?.find((doc) => doc.id === id);
}
