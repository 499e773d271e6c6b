/** Without this file a story could stand without its stage, its address, or the record of how it came where it is. */
import type { Snapshot } from '../helpers/snapshot.ts';
import type { Doc } from '../helpers/staff.ts';
import { same } from './same.ts';

/** What is wrong with the records beside the stories, one sentence each. */
export function recordFaults(now: Snapshot): string[] {
  const articles = now.newest.get('articles') ?? [];
  return [...articles.flatMap((article) => ofStory(article, now)), ...strays(now, new Set(articles.map(({ id }) => id)))];
}

function ofStory(article: Doc, now: Snapshot): string[] {
  const say = (fault: string): string => `Story ${article.id}: ${fault}`;
  const rows = now.workflow.filter((row) => row.article === article.id);
  const [row] = rows;
  if (!row || rows.length > 1) return [say(`it has ${rows.length} workflow rows.`)];
  const moves = now.transitions.filter((move) => move.article === article.id);
  const publications = now.publications.filter((one) => one.article === article.id).sort((one, other) => one.number - other.number);
  const approvals = now.approvals.filter((one) => one.article === article.id);
  const reserved = now.slugs.some((one) => one.article === article.id && one.slug === article.slug && one.language === article.language);
  const chain = [{ work: 'draft', publication: 'none' }, ...moves.map((move) => move.to)];
  const keeps = ({ language, slug }: { language: string; slug: string }): boolean =>
    now.slugs.some((one) => one.article === article.id && one.slug === slug && one.language === language && one.published);
  const made = (...names: string[]): string[] => moves.filter(({ transition }) => names.includes(transition)).map(({ at }) => at);
  const out = publications.filter(({ kind }) => kind !== 'withdrawn');
  const held = out.at(-1)?.embargoUntil ?? null;
  const times = (records: readonly { at: string }[]): string[] => records.map(({ at }) => at);
  return [
    ...when(!reserved, 'its address is not reserved.'),
    ...when(!moves.every((move, index) => same(move.from, chain[index])), 'its transitions do not follow from each other.'),
    ...when(!same(chain.at(-1), { work: row.work, publication: row.publication }), 'its stage is not where its transitions led.'),
    ...when(!publications.every(({ number }, index) => number === index + 1), 'its publications are not numbered from 1 on, each once.'),
    ...when(row.number !== publications.length, `its row counts ${row.number} publications, and there are ${publications.length}.`),
    ...when(!same(times(out), made('publish', 'correct', 'reinstate')), 'its publications and the transitions that made it live differ.'),
    ...when(!same(times(publications.filter(({ kind }) => kind === 'withdrawn')), made('withdraw')), 'its withdrawals and its withdraw transitions differ.'),
    ...when(!same(times(approvals), made('approve')), 'its approvals and its approve transitions differ.'),
    ...when(!publications.every(({ approval }) => approvals.some(({ id }) => id === approval)), 'a publication of it has no approval.'),
    ...when((row.work === 'scheduled') !== Boolean(row.scheduledFor), 'it is scheduled for no time, or the other way round.'),
    ...when(
      !approvals.every(({ id, content }) => !out.some(({ approval }) => approval === id) || keeps(content)),
      'an address that it was published under is not its own.',
    ),
    ...when(
      row.publication === 'live' && held !== null && row.releaseAt !== held,
      `it is released at ${String(row.releaseAt)}, and under embargo until ${String(held)}.`,
    ),
    ...when((row.published ?? null) !== (out.at(-1)?.approval ?? null), 'its row names another approval as published than its last publication.'),
    ...when((row.work === 'approved' || row.work === 'scheduled') !== Boolean(row.approval), 'it is approved without an approval, or the other way round.'),
  ].map(say);
}

/** Records of stories that are not there, and addresses that no story holds or two hold. */
function strays(now: Snapshot, stories: ReadonlySet<string>): string[] {
  const kinds = ['workflow', 'approvals', 'publications', 'transitions', 'carriages', 'slugs'] as const;
  // What happened to a draft that was deleted stays in the record; whoever was published is there.
  const history: readonly string[] = ['approvals', 'transitions'];
  const orphans = kinds.flatMap((kind) =>
    now[kind]
      .filter(({ article }) => !stories.has(article) && !history.includes(kind))
      .map(({ id, article }) => `${kind}/${id} is of story ${article}, which is not there.`),
  );
  const addresses = now.slugs.map(({ language, slug }) => `${language}/${slug}`);
  const twice = addresses.filter((address, index) => addresses.indexOf(address) !== index).map((address) => `The address ${address} is reserved twice.`);
  return [...orphans, ...twice];
}

function when(wrong: boolean, fault: string): string[] {
  return wrong ? [fault] : [];
}
