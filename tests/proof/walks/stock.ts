/** Without this file every walk would begin in an empty newsroom: stories that share reports, comments, outlets, authors and a picture. */
import { aPicture, onceRendered } from '../../helpers/pictures.ts';
import type { Newsroom } from '../../helpers/newsroom.ts';
import { bodyOf, type Caller } from '../../helpers/staff.ts';
import type { Drafted } from '../../helpers/snapshot.ts';
import type { WalkRecord } from './record.ts';

/** The ids of what there is; duplicates join while the walk goes on. */
export type Stock = Record<Drafted | 'outlets' | 'authors' | 'media', string[]>;

/** Two outlets, two authors, a picture, three reports, three comments, and five stories: the first two are drafts of a writer, the third one is of the desk, the others are out. */
export async function makeStock(newsroom: Pick<Newsroom, 'url'>, desk: Caller, writer: Caller, record: WalkRecord): Promise<Stock> {
  const made = async (by: Caller, collection: string, data: Record<string, unknown>): Promise<string> => (await by.create(collection, data)).id;
  const times = async (count: number, make: (number: number) => Promise<string>): Promise<string[]> => {
    const ids: string[] = [];
    while (ids.length < count) ids.push(await make(ids.length));
    return ids;
  };
  const outlets = await times(2, () => made(desk, 'outlets', { name: `Harbour Wire ${record.word()}`, kinds: ['source', 'website'] }));
  const authors = await times(2, () => made(desk, 'authors', { name: `Mara Lind ${record.word()}` }));
  const excerpts = await times(3, (number) => made(desk, 'news-excerpts', { outlet: outlets[number % 2], leadIn: 'It was reported:', quote: [record.word()] }));
  const commentaries = await times(3, (number) =>
    // The second one goes out at once, and both authors with it.
    made(desk, 'commentaries', { body: bodyOf('A quay is a promise.'), authors: number === 1 ? authors : [authors[0]], capacity: record.word() }),
  );
  const articles = await times(5, (number) =>
    made(number < 2 ? writer : desk, 'articles', {
      title: record.word(),
      excerpts: [excerpts[number % 3]],
      commentaries: number % 2 === 0 ? [commentaries[number % 3]] : [],
      outlets: [outlets[0]],
    }),
  );
  for (const article of articles.slice(3)) {
    for (const transition of ['submit', 'approve', 'publish']) {
      const reason = record.word();
      const { status } = await desk.move(article, transition, { reason });
      record.steps.set(reason, { article, transition, fate: status === 200 ? 'made' : 'refused' });
    }
  }
  return { articles, 'news-excerpts': excerpts, commentaries, outlets, authors, media: [(await onceRendered(desk, (await aPicture(newsroom, desk)).id)).id] };
}

/** What tells one text of a document from all others. */
export function textOf(collection: string, doc: Record<string, unknown>): string {
  const text = collection === 'articles' ? doc.title : collection === 'news-excerpts' ? (doc.quote as unknown[] | null)?.[0] : doc.capacity;
  return String(text);
}

/** The change that makes another text of a document. */
export function anotherText(collection: Drafted, word: string): Record<string, unknown> {
  return collection === 'articles' ? { title: word } : collection === 'news-excerpts' ? { quote: [word] } : { capacity: word };
}
