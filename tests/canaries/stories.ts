/** Without this file there would be no story to keep quiet about: one a state, a mark in every field of it and of all that it carries. */
import { sharp } from '../helpers/sharp.ts';
import type { Newsroom } from '../helpers/newsroom.ts';
import { onceRendered } from '../helpers/pictures.ts';
import type { Caller, Doc } from '../helpers/staff.ts';
import type { Kind, Marks } from './marks.ts';
import { articleWords, authorWords, commentaryWords, excerptWords, imageWords, outletWords, STAFF_ONLY, topicWords, type Say } from './words.ts';

/** The ids of a story and of all that it carries. */
export interface Ids {
  articles: string;
  'news-excerpts': string;
  commentaries: string;
  media: string;
  authors: string;
  outlets: string;
  topics: string;
}

/** What a story is planted with. */
export interface Wishes {
  /** Names the story in the report of a leak. */
  state: string;
  /** Where the words of outlet, author, topic and picture are of another state: these have no drafts, and show as soon as a live story carries them. */
  names?: { state: string; kind: Kind };
  article?: Record<string, unknown>;
  topic?: Record<string, unknown>;
  excerpt?: Record<string, unknown>;
  author?: Record<string, unknown>;
}

export interface Planter {
  newsroom: Pick<Newsroom, 'url'>;
  desk: Caller;
  marks: Marks;
}

/** The words of `state`: marks that say which state and which field they are of. */
export function saying(marks: Marks, state: string, kind: Kind = 'canary'): Say {
  return (field) => marks.at(`${state}: ${field}`, STAFF_ONLY.has(field) ? 'canary' : kind);
}

/** Makes a story, as a draft that lacks nothing. */
export async function plantStory({ newsroom, desk, marks }: Planter, wishes: Wishes): Promise<Ids> {
  const say = saying(marks, wishes.state);
  const named = wishes.names === undefined ? say : saying(marks, wishes.names.state, wishes.names.kind);
  const outlet = await desk.create('outlets', outletWords(named));
  const topic = await desk.create('topics', { ...topicWords(named), ...wishes.topic });
  const image = await picture({ newsroom, desk }, `${named('media.filename')}.jpg`, imageWords(named));
  const author = await desk.create('authors', { ...authorWords(named), affiliation: outlet.id, photo: image.id, ...wishes.author });
  const excerpt = await desk.create('news-excerpts', { ...excerptWords(say), outlet: outlet.id, ...wishes.excerpt });
  const commentary = await desk.create('commentaries', { ...commentaryWords(say), authors: [author.id], respondsTo: [excerpt.id] });
  const article = await desk.create('articles', {
    ...articleWords(say),
    excerpts: [excerpt.id],
    commentaries: [commentary.id],
    outlets: [outlet.id],
    writtenFor: outlet.id,
    topics: [topic.id],
    heroImage: image.id,
    ...wishes.article,
  });
  const [original] = image.renditions as { digest: string }[];
  if (original !== undefined && wishes.names?.kind !== 'beacon') marks.literal(`${wishes.state}: media.renditions`, original.digest);
  return {
    articles: article.id,
    'news-excerpts': excerpt.id,
    commentaries: commentary.id,
    media: image.id,
    authors: author.id,
    outlets: outlet.id,
    topics: topic.id,
  };
}

/** Writes the words of `state` over the story's three texts. */
export async function rewrite({ desk, marks }: Planter, ids: Ids, state: string, kind: Kind = 'canary', article: Record<string, unknown> = {}): Promise<void> {
  const say = saying(marks, state, kind);
  const answers = [
    await desk.edit('news-excerpts', ids['news-excerpts'], excerptWords(say)),
    await desk.edit('commentaries', ids.commentaries, commentaryWords(say)),
    await desk.edit('articles', ids.articles, { ...articleWords(say), ...article }),
  ];
  for (const { status, body } of answers) if (status !== 200) throw new Error(`${state}: ${status} ${JSON.stringify(body)}`);
}

/** Takes a story through `steps`, with the words they need. @throws when one of them is refused. */
export async function move(desk: Caller, article: string, ...steps: (string | [string, Record<string, unknown>])[]): Promise<void> {
  for (const step of steps) {
    const [transition, words] = typeof step === 'string' ? [step, {}] : step;
    const { status, body } = await desk.move(article, transition, words);
    if (status !== 200) throw new Error(`${transition} was refused (${status}): ${JSON.stringify(body)}`);
  }
}

let shade = 0;

/** Each picture of its own colour: bytes, and so digests, that no other has. */
async function picture({ newsroom, desk }: Omit<Planter, 'marks'>, name: string, fields: Record<string, unknown>): Promise<Doc> {
  shade += 1;
  const create = { width: 900, height: 600, channels: 3 as const, background: { r: shade, g: 200 - shade, b: 90 } };
  const file = new Blob([new Uint8Array(await sharp({ create }).jpeg().toBuffer())], { type: 'image/jpeg' });
  const form = new FormData();
  form.set('file', file, name);
  form.set('_payload', JSON.stringify(fields));
  const response = await fetch(`${newsroom.url}/api/media`, { method: 'POST', body: form, headers: { Authorization: `JWT ${desk.token ?? ''}` } });
  const { doc } = (await response.json()) as { doc: Doc };
  if (response.status !== 201) throw new Error(`No picture (${response.status}): ${JSON.stringify(doc)}`);
  return onceRendered(desk, doc.id);
}
