/** What crawlers are told: without this file search engines would not know the archive, nor what they are to leave alone. */
import { setImmediate as pause } from 'node:timers/promises';
import { Problem } from '../errors.ts';
import { newsSitemap, sitemap, sitemapIndex } from '../renditions/sitemap.ts';
import { listStories, type Position } from '../replica/lists.ts';
import { storiesByYear, storiesOfSets, storiesOfYear, storyFurtherOn, type Mapped } from '../replica/sitemapping.ts';
import type { Asked, Ready, Reply } from './ready.ts';
import { MANY } from './surrogateKeys.ts';

/** Of 50,000 that a part may have: few enough to be written between two other answers. */
const A_PART = 500;
/** Stories that are passed at once on the way to a part. */
const PASSED = 5_000;
/** What a news site map may have. */
const MOST_NEWS = 1_000;
const TWO_DAYS = 48 * 3_600_000;
const XML = 'application/xml; charset=utf-8';

/** `/sitemap.xml`: the parts, some for each year. */
export function sitemapOfAll({ read, context }: Asked): Reply {
  const parts = read(storiesByYear).flatMap(({ year, stories }) => {
    return Array.from({ length: Math.ceil(stories / A_PART) }, (_, part) => `${context.publicUrl}/sitemaps/${year}-${part + 1}.xml`);
  });
  return { type: XML, body: sitemapIndex(parts), keys: MANY };
}

/** `/sitemaps/{year}-{part}.xml`. */
export async function sitemapPart({ read, context, params }: Asked): Promise<Reply> {
  const [, year = '', part = '0'] = /^(\d{4})-([1-9]\d{0,5})\.xml$/.exec(params.part ?? '') ?? [];
  const before = await endOf(read, year, (Number(part) - 1) * A_PART);
  const { stories, others } = read((view) => {
    const found = year === '' || before === undefined ? [] : storiesOfYear(view, year, before, A_PART);
    const sets = [...new Set(found.flatMap(({ set }) => (set === null ? [] : [set])))];
    return { stories: found, others: bySet(storiesOfSets(view, sets)) };
  });
  if (stories.length === 0) throw new Problem(404, 'not-found', 'There is no such part: /sitemap.xml names them.');
  const mapped = stories.map(({ language, slug, updated, set }) => {
    const all = set === null ? [] : (others.get(set) ?? []);
    return { language, slug, updatedAt: new Date(updated).toISOString(), translations: all.length > 1 ? all : [] };
  });
  return { type: XML, body: sitemap(mapped, context), keys: MANY };
}

/** Where the first `count` stories of a year end: null before the first of them, undefined where there are not so many. */
async function endOf(read: Asked['read'], year: string, count: number): Promise<Position | null | undefined> {
  let end: Position | null = null;
  for (let left = count; left > 0; left -= PASSED) {
    end = read((view) => storyFurtherOn(view, year, end, Math.min(left, PASSED)));
    if (end === null) return undefined;
    await pause();
  }
  return end;
}

/** `/sitemap-news.xml`: what was first published in the last 48 hours. */
export async function sitemapOfNews({ read, context }: Asked): Promise<Ready> {
  const since = read(({ now }) => now) - TWO_DAYS;
  const { stories } = await listStories(read, { from: since, fresh: true }, '-firstPublishedAt', MOST_NEWS, null);
  const oldest = stories.at(-1);
  const until = oldest === undefined ? {} : { until: Date.parse(oldest.firstPublishedAt) + TWO_DAYS };
  return { type: XML, body: newsSitemap(stories, context), keys: MANY, ...until };
}

/** `/robots.txt`. */
export function robots({ context }: Asked): Ready {
  const lines = [
    'User-agent: *',
    'Allow: /api/media/file/',
    'Disallow: /api/',
    'Disallow: /admin',
    '',
    ...['sitemap', 'sitemap-news'].map((name) => `Sitemap: ${context.publicUrl}/${name}.xml`),
  ];
  return { type: 'text/plain; charset=utf-8', body: `${lines.join('\n')}\n`, keys: '' };
}

function bySet(stories: readonly Mapped[]): Map<string, Mapped[]> {
  const sets = new Map<string, Mapped[]>();
  for (const story of stories) if (story.set !== null) sets.set(story.set, [...(sets.get(story.set) ?? []), story]);
  return sets;
}
