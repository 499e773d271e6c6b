/** Stories for feed readers: without this file nobody would hear of a new one but by looking. */
import { setImmediate as others } from 'node:timers/promises';
import { Problem } from '../errors.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { asciiAddress } from '../renditions/addresses.ts';
import { atom } from '../renditions/atom.ts';
import type { FeedContext } from '../renditions/context.ts';
import { jsonFeed } from '../renditions/jsonFeed.ts';
import { ninjsList } from '../renditions/ninjs.ts';
import { rss } from '../renditions/rss.ts';
import { updatedOf } from '../renditions/feedEntry.ts';
import { storyHtml } from '../renditions/storyHtml.ts';
import { text } from '../renditions/text.ts';
import type { StoryFilter } from '../replica/filters.ts';
import { listCorrected, listStories } from '../replica/lists.ts';
import type { FacetKind } from '../replica/rows.ts';
import { namedOnce, type ShownName, type Thing } from './names.ts';
import { heardIn } from './parameters.ts';
import type { Asked, Ready, Reply, Work } from './ready.ts';
import { feedParameters, type FeedQuery } from './schemas/parameters.ts';
import { keyOf, MANY } from './surrogateKeys.ts';

interface Format {
  type: string;
  render: (stories: readonly PublishedStory[], context: FeedContext) => string;
}

const formats: Readonly<Record<string, Format>> = {
  rss: { type: 'application/rss+xml; charset=utf-8', render: rss },
  atom: { type: 'application/atom+xml; charset=utf-8', render: atom },
  json: { type: 'application/feed+json; charset=utf-8', render: jsonFeed },
};
const ninjsFormat: Format = { type: 'application/ninjs+json; charset=utf-8', render: ninjsList };

/** Stories whose texts are written at once. */
const WRITTEN_AT_ONCE = 10;

/** So many stories are looked at for those that are no archive's: enough, for these are the newest. */
const MOST_LOOKED_AT = 10_000;

/** `/feeds/articles.{rss,atom,json,ninjs.json}`. */
export const feedOfAll: Work = async (asked) => {
  const { format = '' } = asked.params;
  const query = heardIn(asked.query, feedParameters);
  const made = format === 'ninjs.json' ? ninjsFormat : formatCalled(format);
  return feedReply(asked, made, query, await newest(asked, query, {}), {
    title: asked.context.newsroom.name,
    description: 'The newest stories',
    homepage: null,
  });
};

/** `/feeds/corrections.{rss,atom,json}`. */
export const feedOfCorrections: Work = (asked) => {
  const format = formatCalled(asked.params.format ?? '');
  const query = heardIn(asked.query, feedParameters);
  const { stories } = asked.read((view) => listCorrected(view, query.limit, null, query.language));
  const title = `${asked.context.newsroom.name}: corrections`;
  return feedReply(asked, format, query, stories, {
    title,
    description: 'Stories that were corrected, the newest correction first',
    homepage: '/v1/corrections',
  });
};

/** `/feeds/{authors|outlets|topics|sources}/{slug}.{rss,atom,json}`. */
export function feedOf(thing: Thing, kind: FacetKind): Work {
  return async (asked): Promise<Reply> => {
    const { slug = '' } = asked.params;
    const format = formatCalled(asked.params.format ?? '');
    const query = heardIn(asked.query, feedParameters);
    const name = namedOnce(asked, thing, slug, query.language?.[0] ?? null);
    if (name === null || name.articles[kind] === 0) throw new Problem(404, 'not-found', 'No published story has such a name.');
    const stories = await newest(asked, query, { [kind]: [name.id] });
    const made = await feedReply(asked, format, query, stories, aboutName(name, thing, kind, asked));
    return { ...made, keys: `${MANY} ${keyOf(thing, name.id)}` };
  };
}

function aboutName(name: ShownName, thing: Thing, kind: FacetKind, { context }: Asked): About {
  const said = { author: 'Stories by', outlet: 'Stories on', source: 'Stories that quote', topic: 'Stories about' } as Readonly<Record<string, string>>;
  const homepage = typeof name.homepage === 'string' ? asciiAddress(name.homepage) : null;
  return {
    title: `${context.newsroom.name}: ${name.name}`,
    description: `${said[kind] ?? ''} ${name.name}`,
    homepage: homepage ?? `/v1/${thing}s/${encodeURIComponent(name.slug)}`,
  };
}

interface About {
  title: string;
  description: string;
  /** A whole address, or a path here; null for the front page. */
  homepage: string | null;
}

async function feedReply(
  { context, path }: Asked,
  { type, render }: Format,
  query: FeedQuery,
  stories: readonly PublishedStory[],
  about: About,
): Promise<Ready> {
  const [language = context.newsroom.language, ...others] = query.language ?? [...new Set(stories.map(({ content }) => content.language))];
  const homepage = new URL(about.homepage ?? '/', `${context.publicUrl}/`).href;
  const feed = {
    ...about,
    homepage,
    url: `${context.publicUrl}${path}${ownQuery(query)}`,
    language: others.length === 0 ? language : context.newsroom.language,
  };
  const texts = await textsOf(stories, context, render);
  return { type, body: render(stories, { ...context, feed, texts }), keys: MANY, ...(stories.length === 0 ? {} : { modified: updatedOf(stories) }) };
}

/** The texts take longest to write: some at a time, with pauses for others. */
async function textsOf(stories: readonly PublishedStory[], context: Asked['context'], render: Format['render']): Promise<NonNullable<FeedContext['texts']>> {
  const texts = new Map<string, { html: string; text?: string }>();
  // Items of ninjs are written in another way.
  if (render === ninjsList) return texts;
  for (const [place, story] of stories.entries()) {
    if (place > 0 && place % WRITTEN_AT_ONCE === 0) await others();
    texts.set(story.content.id, { html: storyHtml(story, context), ...(render === jsonFeed ? { text: text(story, context) } : {}) });
  }
  return texts;
}

/** What a feed hears, spelt one way. */
function ownQuery({ language, limit }: FeedQuery): string {
  const heard = new URLSearchParams();
  if (language !== undefined) heard.set('language', language.join(','));
  if (limit !== USUAL) heard.set('limit', String(limit));
  return heard.size === 0 ? '' : `?${heard.toString()}`;
}

const { limit: USUAL } = feedParameters.parse({});

/** What came from an archive is no news: it is shown only where there is nothing else. */
async function newest({ read }: Asked, { language, limit }: FeedQuery, facets: NonNullable<StoryFilter['facets']>): Promise<PublishedStory[]> {
  const filter: StoryFilter = { facets: language === undefined ? facets : { ...facets, language } };
  const { stories } = await listStories(read, { ...filter, fresh: true }, '-firstPublishedAt', limit, null, MOST_LOOKED_AT);
  return stories.length > 0 ? stories : (await listStories(read, filter, '-firstPublishedAt', limit, null)).stories;
}

function formatCalled(name: string): Format {
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (format === undefined) throw new Problem(404, 'not-found', `There is no such feed: ${Object.keys(formats).join(', ')}.`);
  return format;
}
