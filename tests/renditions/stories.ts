/** Without this file each test of a rendition would invent a story of its own: every sample as the newsroom would publish it, and what seldom happens to one. */
import { readdirSync, readFileSync } from 'node:fs';
import { contentDigest } from '../../src/domain/digest.ts';
import type { EditionContent } from '../../src/domain/edition.ts';
import type { PublishedStory, TakenBackStory } from '../../src/domain/publishedStory.ts';
import { slugFrom } from '../../src/domain/slug.ts';
import { assembleContent } from '../../src/editorial/assemble/content.ts';
import type { GatheredStory, StoredAuthor, StoredCommentary, StoredExcerpt, StoredOutlet } from '../../src/editorial/gatheredStory.ts';
import { lexicalBody } from '../../src/editorial/imports/lexicalBody.ts';
import { formatOf, parseStory, readDocument } from '../../src/import/importer.ts';
import type { FeedContext } from '../../src/renditions/context.ts';

const folder = new URL('../../samples/', import.meta.url);

export const sampleNames = readdirSync(folder).filter((name) => formatOf(name) !== undefined && name !== 'README.md');

export const context: FeedContext = {
  publicUrl: 'https://newsroom.example',
  mediaUrl: 'https://newsroom.example/api/media/file',
  newsroom: { name: 'The Quay & Harbour Desk', language: 'en' },
  feed: {
    url: 'https://newsroom.example/feeds/articles.xml',
    title: 'The Quay & Harbour Desk',
    description: 'News, and what is said about it.',
    homepage: 'https://newsroom.example/',
    language: 'en',
  },
};

/** The sample `name`, published once. */
export function sampleStory(name: string): PublishedStory {
  return published(assembleContent(gathered(name), context.newsroom.language));
}

/** `content` as an edition that went out on a day. */
export function published(content: EditionContent, others: Partial<PublishedStory> = {}): PublishedStory {
  return {
    content,
    contentDigest: contentDigest(content),
    revision: 1,
    status: 'published',
    firstPublishedAt: '2024-06-03T07:30:00.000Z',
    publishedAt: '2024-06-03T07:30:00.000Z',
    updatedAt: '2024-06-03T07:30:00.000Z',
    embargoUntil: null,
    backfill: false,
    corrections: [],
    translations: [],
    ...others,
  };
}

/** Everything that a story can have, which no sample has: picture, summary, corrections, translations, parts in other languages and from the other side. */
export function richStory(): PublishedStory {
  const { content } = sampleStory('two-papers.md');
  const arabic = sampleStory('mill-bridge.ar.md').content;
  const files = ['original', 'hero', 'card', 'thumbnail'].flatMap((name, size) =>
    ['jpeg', 'webp', 'avif'].flatMap((type) => (name === 'original' && type !== 'jpeg' ? [] : [pictureFile(name, type, [2400, 1600, 800, 320][size] ?? 0)])),
  );
  const [first, second] = content.excerpts;
  const [comment, answer] = content.commentaries;
  return published(
    {
      ...content,
      id: uuid('article', 1),
      title: 'Who measures the bridge? “Nobody,” say <two> papers & a half',
      slug: 'who-measures-the-bridge',
      summary: 'Two papers, one bridge,\nand no tape.',
      excerpts: [
        {
          ...first!,
          title: 'Bridge is safe',
          url: 'https://24hours.example/bridge?a=1&b=2',
          reporter: 'Ada Ferro',
          rights: 'Quoted under the right of citation.',
          syndicable: false,
        },
        {
          ...second!,
          publishedOn: null,
          publishedOnPartial: '--05-03',
          url: 'https://may.example/страница',
          capturedAt: '2024-05-04T09:00:00.000Z',
          verification: 'verified',
        },
        ...arabic.excerpts,
      ],
      commentaries: [
        { ...comment!, respondsTo: [first!.id], html: RICH_HTML },
        { ...answer!, language: 'ar', html: arabic.commentaries[0]!.html, text: arabic.commentaries[0]!.text, respondsTo: [second!.id] },
      ],
      outlets: content.outlets.map((outlet, index) => ({ ...outlet, storyUrl: index === 1 ? 'https://vantry.example/{language}/{slug}?id={id}' : null })),
      topics: [
        { id: uuid('topic', 1), slug: 'bridges', name: 'Bridges', mediaTopic: 'medtop:20000065' },
        { id: uuid('topic', 2), slug: 'tape', name: 'Tape', mediaTopic: null },
      ],
      image: {
        id: uuid('image', 1),
        alt: 'The bridge, “seen” from the <water>',
        caption: 'The bridge in May',
        credit: 'Ada Ferro / 24 Hours',
        licence: 'CC BY 4.0',
        syndicable: true,
        focalPoint: { x: 0.25, y: 0.5 },
        renditions: files,
      },
    },
    {
      revision: 3,
      status: 'corrected',
      publishedAt: '2024-06-05T10:00:00.000Z',
      updatedAt: '2024-06-05T10:00:00.000Z',
      corrections: [
        { revision: 2, at: '2024-06-04T10:00:00.000Z', notice: 'The bridge is 40 m long, not 400 m.' },
        { revision: 3, at: '2024-06-05T10:00:00.000Z', notice: 'The engineer’s name was <left out>.' },
      ],
      translations: [
        { id: uuid('translation', 1), language: 'ar', slug: 'جسر-المطحنة', storyUrl: null },
        { id: uuid('translation', 2), language: 'fr', slug: 'le-pont', storyUrl: 'https://pont.example/{slug}' },
      ],
    },
  );
}

export function embargoedStory(): PublishedStory {
  const until = '2031-01-01T06:00:00.000Z';
  const { content } = sampleStory('street-trees.md');
  return published({ ...content, id: uuid('article', 2) }, { embargoUntil: until, firstPublishedAt: until, publishedAt: until, updatedAt: until });
}

export const takenBack: readonly TakenBackStory[] = [
  {
    articleId: uuid('withdrawn', 1),
    kind: 'withdrawn',
    language: 'ur',
    slugs: ['باغ', 'baagh'],
    revision: 2,
    at: '2024-06-07T10:00:00.000Z',
    notice: 'It was about another garden.',
  },
  { articleId: uuid('killed', 1), kind: 'killed', language: 'en', slugs: [], revision: 4, at: '2024-06-08T10:00:00.000Z', notice: null },
];

/** Headings out of order, lists in lists, and boxes to tick, as Payload writes them. */
const RICH_HTML =
  '<h4>Two <em>tapes</em></h4><p>One <strong>bridge</strong>, <span style="text-decoration: underline;">measured</span>\tand <span style="text-decoration: line-through;">not</span>.<br />See <a href="https://may.example/a?b=1&amp;c=2" rel="noopener noreferrer" target="_blank">the paper</a>.</p>' +
  '<h1>Before</h1><h2></h2><ul class="list-bullet"><li\n class=""\n style=""\n value="1"\n>one</li><li class="nestedListItem" style="list-style-type: none;" value="2"><ol class="list-number"><li value="1">half</li></ol></li></ul>' +
  '<ul class="list-check"><li aria-checked="false" class="list-item-checkbox" role="checkbox" style="list-style-type: none;" tabIndex="-1" value="1"><input id="x" readOnly="true" type="checkbox" /><label htmlFor="x">measure</label><br /></li></ul><blockquote>Quoted <code>in</code> it</blockquote><p><br /></p>';

function pictureFile(name: string, type: string, width: number): NonNullable<EditionContent['image']>['renditions'][number] {
  return {
    name,
    file: `bridge-0123456789abcdef-${name}-fedcba9876543210.${type}`,
    width,
    height: Math.round((width * 2) / 3),
    type: `image/${type}`,
    size: width * 100,
    digest: null,
  };
}

/** An id of version 7 that says what it is of. */
function uuid(what: string, number: number): string {
  const digits = [...`${what}/${number}`].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 0xffffffffffff, 7).toString(16);
  return `018fd000-0000-7000-8000-${digits.padStart(12, '0')}`;
}

function gathered(name: string): GatheredStory {
  const { text, ...rest } = readDocument(readFileSync(new URL(name, folder)), name);
  const story = parseStory(text, rest);
  const outlets = new Map<string, StoredOutlet>();
  const authors = new Map<string, StoredAuthor>();
  const idOfOutlet = (words: string): string => {
    const id = uuid(`outlet ${words}`, 1);
    outlets.set(id, { id, slug: slugFrom(words, 'outlet'), name: { [story.language]: words }, homepage: null, storyUrl: null });
    return id;
  };
  const idOfAuthor = ({ name: words, role }: { name: string; role: string | null }): string => {
    const id = uuid(`author ${words}`, 1);
    authors.set(id, { id, slug: slugFrom(words, 'author'), name: words, role: role === null ? null : { [story.language]: role } });
    return id;
  };
  const excerpts = story.excerpts.map(({ outlet, paragraphs, publishedOn, publishedOnPartial, ...excerpt }, index): StoredExcerpt => {
    return {
      id: uuid(`excerpt ${name}`, index),
      outlet: idOfOutlet(outlet ?? 'Unknown'),
      quote: paragraphs,
      leadIn: excerpt.leadIn,
      publishedOn: publishedOn ?? publishedOnPartial,
      publishedOnInferred: excerpt.publishedOnInferred,
    };
  });
  const commentaries = story.commentaries.map(({ body, authors: writers, capacity }, index): StoredCommentary => {
    return {
      id: uuid(`commentary ${name}`, index),
      body: lexicalBody(body),
      authors: writers.map(idOfAuthor),
      capacity,
      respondsTo: excerpts.map(({ id }) => id),
    };
  });
  const title = story.title ?? name;
  const article = {
    id: uuid(`article ${name}`, 1),
    title,
    slug: slugFrom(title, 'story'),
    language: story.language,
    outlets: story.outlets.map(idOfOutlet),
    writtenFor: story.writtenFor === null ? null : idOfOutlet(story.writtenFor),
  };
  return {
    article: drafted('articles', article),
    excerpts: excerpts.map((excerpt) => drafted('news-excerpts', excerpt)),
    commentaries: commentaries.map((commentary) => drafted('commentaries', commentary)),
    outlets,
    authors,
    topics: new Map(),
    images: new Map(),
  };
}

function drafted<Collection extends 'articles' | 'news-excerpts' | 'commentaries', Stored>(
  collection: Collection,
  data: Stored,
): { collection: Collection; version: string; data: Stored & Record<string, unknown> } {
  return { collection, version: '1', data: data as Stored & Record<string, unknown> };
}
