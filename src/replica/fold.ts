/** The replica in one pure function: without it there would be nothing to say what the file on disk ought to hold. */
import type { EditionContent } from '../domain/edition.ts';
import type { EditionEntry, EditionHeader, LedgerEntry } from '../domain/entries.ts';
import type { PublishedStory, TakenBackStory } from '../domain/publishedStory.ts';
import { timelineOf, type Mark, type Release, type StorySpan, type TakenBackSpan, type Timeline } from './timeline.ts';

/** What readers see at one moment. */
export interface Shown {
  stories: Map<string, PublishedStory>;
  takenBack: Map<string, TakenBackStory>;
  /** The public history of each story that has one: revisions, newest first. */
  editions: Map<string, { revision: number; content: EditionContent | null }[]>;
}

/** What readers see at `now` (milliseconds) of a ledger with these entries, in their order. */
export function fold(entries: readonly LedgerEntry[], now: number): Shown {
  const shown: Shown = { stories: new Map(), takenBack: new Map(), editions: new Map() };
  for (const [id, { editions, releases }] of byStory(entries)) {
    const timeline = timelineOf(editions.map(markOf), releases);
    const isNow = ({ from, until }: { from: number; until: number }) => from <= now && now < until;
    const current = timeline.stories.find(isNow);
    const content = editions.find(({ header }) => header.seq === current?.seq)?.content;
    if (current && content) shown.stories.set(id, { ...storyAt(current, content), translations: [] });
    const gone = timeline.takenBack && isNow(timeline.takenBack) ? timeline.takenBack : null;
    if (gone) shown.takenBack.set(id, takenBackAt(id, gone));
    const history = publicHistory(editions, timeline, now, gone === null);
    if (history.length > 0) shown.editions.set(id, history);
  }
  for (const [id, story] of shown.stories) story.translations = translationsOf(id, story, shown.stories.values());
  return shown;
}

/** What the timeline asks of an edition. `withheld` where the content is not what its header says, and is shown to nobody. */
export function markOf({ header, content }: Pick<EditionEntry, 'header' | 'content'>): Mark {
  return markOfHeader(header, content?.slug ?? null);
}

export function markOfHeader(header: EditionHeader, slug: string | null): Mark {
  return {
    seq: header.seq,
    revision: header.revision,
    kind: header.kind,
    language: header.language,
    at: Date.parse(header.at),
    embargoUntil: header.embargoUntil === null ? null : Date.parse(header.embargoUntil),
    firstPublishedAt: header.firstPublishedAt === null ? null : Date.parse(header.firstPublishedAt),
    backfill: header.backfill,
    notice: header.notice,
    contentDigest: header.contentDigest,
    slug,
  };
}

/** The story of a span, but for its translations, which other stories decide. */
export function storyAt(span: StorySpan, content: EditionContent): Omit<PublishedStory, 'translations'> {
  return {
    content,
    contentDigest: span.contentDigest,
    revision: span.revision,
    status: span.corrections.length > 0 ? 'corrected' : 'published',
    firstPublishedAt: time(span.firstPublishedAt),
    publishedAt: time(span.publishedAt),
    updatedAt: time(span.updatedAt),
    embargoUntil: span.embargoUntil === null ? null : time(span.embargoUntil),
    backfill: span.backfill,
    corrections: span.corrections.map(({ revision, at, notice }) => ({ revision, at: time(at), notice })),
  };
}

export function takenBackAt(articleId: string, { kind, language, slugs, revision, at, notice }: TakenBackSpan): TakenBackStory {
  return { articleId, kind, language, slugs, revision, at: time(at), notice };
}

/** The canonical address template of a story: of the first of its sites that has one. */
export function storyUrlOf({ outlets }: EditionContent): string | null {
  return outlets.find(({ storyUrl }) => storyUrl !== null)?.storyUrl ?? null;
}

/** By language, then by id: one order whoever asks. */
export function inOrder<Link extends { id: string; language: string }>(links: readonly Link[]): Link[] {
  const key = ({ language, id }: Link) => `${language} ${id}`;
  return links.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function byStory(entries: readonly LedgerEntry[]): Map<string, { editions: EditionEntry[]; releases: Release[] }> {
  const stories = new Map<string, { editions: EditionEntry[]; releases: Release[] }>();
  for (const entry of entries) {
    if (entry.header.type === 'entitlement') continue;
    const { articleId } = entry.header;
    const story = stories.get(articleId) ?? { editions: [], releases: [] };
    stories.set(articleId, story);
    if (entry.header.type === 'edition') story.editions.push(entry as EditionEntry);
    else story.releases.push({ seq: entry.header.seq, revision: entry.header.revision, at: Date.parse(entry.header.at) });
  }
  return stories;
}

function publicHistory(
  editions: readonly EditionEntry[],
  { opens }: Timeline,
  now: number,
  given: boolean,
): { revision: number; content: EditionContent | null }[] {
  return editions
    .filter(({ header }) => (opens.get(header.seq) ?? Infinity) <= now)
    .map(({ header, content }) => ({ revision: header.revision, content: given ? content : null }))
    .reverse();
}

function translationsOf(id: string, { content }: PublishedStory, all: Iterable<PublishedStory>): PublishedStory['translations'] {
  const set = content.translationSet ?? null;
  if (set === null) return [];
  const others = [...all].filter((story) => story.content.translationSet === set && story.content.id !== id);
  return inOrder(others.map(({ content: other }) => ({ id: other.id, language: other.language, slug: other.slug, storyUrl: storyUrlOf(other) })));
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
