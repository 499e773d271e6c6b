/** Without this file a proof would write one kind of story only: newsrooms share parts, come back to stories, and take some of them back. */
import type { PersistentClient } from './persistentClient.ts';
import type { Journal } from './journal.ts';
import { bodyOf } from './staff.ts';

/** Documents that all stories of a workload share. */
export interface Shared {
  /** The site on which every story runs. */
  site: string;
}

/** What one client has at hand from its earlier stories. */
export interface Memory {
  outlet?: string;
  author?: string;
  excerpt?: string;
  commentary?: string;
}

/**
 * Writes story `number` and publishes it. Every sixth needs a new outlet and a new author. Every third, and each that will be changed, brings a report
 * and an answer of its own; the others share those of the client's last story. Every eighth quotes an earlier report too, is changed and goes
 * out again; every seventh is withdrawn.
 */
export async function writeStory(client: PersistentClient, journal: Journal, number: number, { site }: Shared, memory: Memory): Promise<void> {
  const known = number % 6 === 1 ? {} : memory;
  const outlet = known.outlet ?? (await client.create('outlets', { name: `Harbour Wire ${number}`, kinds: ['source'] }));
  const author = known.author ?? (await client.create('authors', { name: `Mara Lind ${number}`, role: 'Member of the harbour council' }));
  const own = number % 3 === 1 || number % 8 === 0 ? {} : memory;
  const excerpt =
    own.excerpt ??
    (await client.create('news-excerpts', {
      outlet,
      leadIn: `On 24 May, Harbour Wire ${number} reported:`,
      publishedOn: '2024-05-24',
      quote: [`“Quay ${number} opens on Monday.`, 'It will stay open.”'],
    }));
  const commentary =
    own.commentary ??
    (await client.create('commentaries', {
      body: bodyOf(`A quay that opens is worth more than plan ${number}.`),
      authors: [author],
      capacity: 'Member of the harbour council',
      respondsTo: [excerpt],
    }));
  const earlier = number % 8 === 0 && memory.excerpt ? [memory.excerpt] : [];
  const article = await client.create('articles', {
    title: `Quay ${number} opens`,
    summary: `What quay ${number} means for the town.`,
    excerpts: [excerpt, ...earlier],
    commentaries: [commentary],
    outlets: [site],
  });
  Object.assign(memory, { outlet, author, excerpt, commentary });
  for (const transition of ['submit', 'approve', 'publish']) await client.move(article, transition);
  if (number % 8 === 0) await changeAndPublish(client, journal, article, commentary, number);
  if (number % 7 === 0) await client.move(article, 'withdraw', { notice: `Quay ${number} does not open.` });
}

async function changeAndPublish(client: PersistentClient, journal: Journal, article: string, commentary: string, number: number): Promise<void> {
  await client.edit('articles', article, { title: `Quay ${number} opens on Tuesday` });
  await client.edit('commentaries', commentary, { capacity: 'Speaker of the harbour council' });
  // A part of a live story was edited: the newsroom itself has put the story back in review.
  journal.moved(article, 'submit');
  for (const transition of ['approve', 'publish']) await client.move(article, transition);
}
