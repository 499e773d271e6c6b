/** Without this file "somebody edits, somebody publishes" would be words: each deed as the request that a client sends, and what its answer promises. */
import { allowedTransitions, type Stage, type TransitionName } from '../../../src/editorial/stages.ts';
import type { Answer, Caller, Doc } from '../../helpers/staff.ts';
import type { Deed, Person } from './plan.ts';
import type { Fate, WalkRecord } from './record.ts';
import { anotherText, type Stock } from './stock.ts';

/** Where deeds are done: who is there, what there is, what time it is, and what is remembered. */
export interface Place {
  as(person: Person): Promise<Caller>;
  readonly stock: Stock;
  readonly record: WalkRecord;
  /** The newsroom's time in `seconds` from now. */
  now(seconds: number): string;
}

/** Steps that lead on come first, and are taken most often; otherwise hardly a story would ever go out. */
const ONWARD: readonly TransitionName[] = ['publish', 'approve', 'submit', 'correct', 'schedule', 'reinstate', 'withdraw', 'unschedule', 'return'];

/** Does `deed`; a refusal is an answer like any other, and so is none. */
export async function doDeed(deed: Deed, place: Place): Promise<void> {
  const by = await place.as(deed.by);
  const { stock, record } = place;
  const story = 'story' in deed ? pick(stock.articles, deed.story) : '';
  const edit = (change: Record<string, unknown>): Promise<Fate> => fateOf(place, () => by.edit('articles', story, change));
  switch (deed.do) {
    case 'step':
      return step(place, by, story, await nextStep(place, by, story, deed.which), deed.seconds);
    case 'try':
      return step(place, by, story, deed.transition, deed.seconds);
    case 'write':
      return void (await fateOf(place, () => by.edit(deed.collection, pick(stock[deed.collection], deed.which), anotherText(deed.collection, record.word()))));
    case 'bind':
      return void (await edit({
        excerpts: deed.excerpts.map((which) => pick(stock['news-excerpts'], which)),
        commentaries: deed.commentaries.map((which) => pick(stock.commentaries, which)),
        heroImage: deed.picture ? stock.media[0] : null,
      }));
    case 'embargo':
      return void (await edit({ embargoUntil: deed.seconds === null ? null : place.now(deed.seconds) }));
    case 'promise':
      await edit({ embargoUntil: place.now(deed.seconds) });
      for (const transition of ['submit', 'approve', 'publish']) await step(place, by, story, transition, deed.seconds);
      return;
    case 'readdress':
      return void (await edit({ slug: `address-${deed.slug}` }));
    case 'rename':
      return rename(place, by, deed.collection, pick(stock[deed.collection], deed.which));
    case 'restore':
      return restore(place, by, deed);
    case 'duplicate':
      return duplicate(place, by, story);
    case 'delete':
      return void (await fateOf(place, () => by.send('DELETE', `/api/${deed.collection}/${pick(stock[deed.collection], deed.which)}`)));
  }
}

async function step(place: Place, by: Caller, article: string, transition: string | undefined, seconds: number): Promise<void> {
  if (transition === undefined) return;
  const { record } = place;
  const reason = record.word();
  // Asked for, and no answer yet: if the newsroom is killed, this is all that is known.
  record.steps.set(reason, { article, transition, fate: 'unknown' });
  const fate = await fateOf(place, () => by.move(article, transition, { reason, notice: 'To our readers.', at: place.now(seconds) }));
  record.steps.set(reason, { article, transition, fate });
}

/** One of the buttons that somebody sees. */
async function nextStep(place: Place, by: Caller, article: string, which: number): Promise<string | undefined> {
  let stage: Partial<Stage> = {};
  await fateOf(place, async () => {
    const answer = await by.send<Doc & Partial<Stage>>('GET', `/api/articles/${article}?draft=true&depth=0`);
    stage = answer.body;
    return answer;
  });
  const { work, publication } = stage;
  if (work === undefined || publication === undefined) return undefined;
  const allowed = allowedTransitions({ work, publication }).sort((one, other) => ONWARD.indexOf(one) - ONWARD.indexOf(other));
  return allowed[Math.floor(which / 4) % allowed.length] ?? allowed[0];
}

async function rename(place: Place, by: Caller, collection: string, document: string): Promise<void> {
  const name = place.record.word();
  place.record.renames.set(name, { document, fate: 'unknown' });
  const fate = await fateOf(place, () => by.edit(collection, document, { name }));
  place.record.renames.set(name, { document, fate });
}

async function restore(place: Place, by: Caller, { collection, which, back }: Extract<Deed, { do: 'restore' }>): Promise<void> {
  const parent = pick(place.stock[collection], which);
  await fateOf(place, async () => {
    const versions = await by.send<{ docs: Doc[] }>('GET', `/api/${collection}/versions?depth=0&limit=6&sort=-createdAt&where[parent][equals]=${parent}`);
    const version = versions.body.docs?.[back];
    return version === undefined ? versions : by.send('POST', `/api/${collection}/versions/${version.id}`, {});
  });
}

async function duplicate(place: Place, by: Caller, story: string): Promise<void> {
  await fateOf(place, async () => {
    const answer = await by.send<{ doc?: Doc }>('POST', `/api/articles/${story}/duplicate?depth=0`, {});
    if (answer.body.doc) place.stock.articles.push(answer.body.doc.id);
    return answer;
  });
}

/** What the answer says; none when the connection broke. A 500 is an answer that nobody may get. */
async function fateOf({ record }: Place, ask: () => Promise<Answer<unknown>>): Promise<Fate> {
  try {
    const { status, body } = await ask();
    if (status >= 500 && status !== 503) record.shameful.push(`${status}: ${JSON.stringify(body)}`);
    return status < 300 ? 'made' : 'refused';
  } catch (error) {
    // What fetch throws when the other side is gone (Fetch standard, network error); the cause is the socket's.
    if (error instanceof TypeError && error.cause !== undefined) return 'unknown';
    throw error;
  }
}

function pick(ids: readonly string[], which: number): string {
  return ids[which % ids.length] ?? '';
}
