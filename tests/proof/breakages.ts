/** Without this table a check that sees nothing would look like a newsroom in which nothing is wrong. */
import type { Snapshot } from '../helpers/snapshot.ts';
import type { Doc } from '../helpers/staff.ts';

/** Ways in which half of a write could be missing from a newsroom with published, changed and withdrawn stories. */
export const breakages: Readonly<Record<string, (now: Snapshot) => void>> = {
  'a story without its workflow row': ({ workflow }) => void workflow.pop(),
  'a story with two workflow rows': ({ workflow }) => void workflow.push({ ...first(workflow), id: 'another' }),
  'a workflow row without its story': ({ workflow }) => void workflow.push({ ...first(workflow), article: 'nobody' }),
  'a stage that no transition led to': ({ workflow }) => void (first(workflow).work = 'in_review'),
  'an address that is not reserved': ({ slugs }) => void slugs.pop(),
  'a transition that is not recorded': ({ transitions }) => void transitions.pop(),
  'a transition that is recorded twice': ({ transitions }) => void transitions.push({ ...last(transitions), id: 'another' }),
  'a publication without its approval': ({ approvals }) => void approvals.pop(),
  'a publication that is missing': ({ publications }) => void publications.pop(),
  'a publication number that is used twice': ({ publications }) => void (first(publications).number += 1),
  'a live story that carries nothing': ({ carriages, workflow }) => {
    const live = workflow.find(({ publication }) => publication === 'live')?.article;
    for (const row of carriages) if (row.article === live) row.releaseAt = null;
  },
  'a live story whose row is not what was approved': ({ shown }) => void (published(shown, 'articles').title = 'Another title'),
  'a quote that is not what was approved': ({ shown }) => void (published(shown, 'news-excerpts').quote = ['“Other words.”']),
  'a comment that is not what was approved': ({ shown }) => void (published(shown, 'commentaries').capacity = 'Nobody'),
  'a part that readers do not see': ({ shown }) => void (published(shown, 'commentaries').publicFrom = null),
  'an author whom readers do not see': ({ shown }) => void (published(shown, 'authors').publicFrom = null),
  'a version without its document': ({ shown }) => void shown.get('commentaries')?.pop(),
  'a document without its newest version': ({ versions }) => void versions.get('news-excerpts')?.forEach((version) => (version.latest = false)),
  'a revision without its text': ({ shown }) => void (published(shown, 'articles').rev = 99),
};

function first<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('There is nothing to break.');
  return row;
}

function last<Row>(rows: readonly Row[]): Row {
  return first(rows.slice(-1));
}

function published(shown: Snapshot['shown'], collection: string): Doc {
  return first((shown.get(collection) ?? []).filter(({ publicFrom }) => Boolean(publicFrom)));
}
