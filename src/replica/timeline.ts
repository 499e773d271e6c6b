/** When readers see which edition of one story: without it, an embargo would be a matter of who asks, and of what happened to run at that minute. */
import type { EditionKind } from '../domain/entries.ts';

/** Later than any embargo. */
export const FOREVER = Number.MAX_SAFE_INTEGER;

/** What the timeline asks of an edition; times in milliseconds. */
export interface Mark {
  seq: number;
  revision: number;
  kind: EditionKind;
  language: string;
  at: number;
  embargoUntil: number | null;
  firstPublishedAt: number | null;
  backfill: boolean;
  notice: string | null;
  contentDigest: string;
  /** Null where there is no content: taken back, or redacted since. */
  slug: string | null;
}

/** "Edition `revision` is for everybody from here on." */
export interface Release {
  seq: number;
  revision: number;
  at: number;
}

interface Span {
  /** 0 where it is seen for as long as the ledger has it; otherwise the end of an embargo. */
  from: number;
  /** The end of a later edition's embargo, or FOREVER. */
  until: number;
}

/** An edition that stands before readers for a while. */
export interface StorySpan extends Span {
  seq: number;
  revision: number;
  language: string;
  slug: string;
  contentDigest: string;
  firstPublishedAt: number;
  publishedAt: number;
  updatedAt: number;
  embargoUntil: number | null;
  backfill: boolean;
  corrections: { revision: number; at: number; notice: string }[];
}

export interface TakenBackSpan extends Span {
  seq: number;
  revision: number;
  kind: 'withdrawn' | 'killed';
  language: string;
  at: number;
  notice: string | null;
  slugs: string[];
}

/** A story's past and future as its entries have it; only a new entry changes it, the time does not. */
export interface Timeline {
  /** From when each edition is part of the public history, by seq: 0 at once, null never. */
  opens: Map<number, number | null>;
  stories: StorySpan[];
  takenBack: TakenBackSpan | null;
}

/**
 * What readers see of one story and when. `marks` and `releases` in the order of the ledger.
 *
 * An edition opens when it is entered, or at the end of its embargo. One that something later was open before is never seen: so a story that was withdrawn
 * under embargo stays unknown, and an embargoed update of a live story leaves the earlier edition where it is. A killed story stays killed.
 */
export function timelineOf(marks: readonly Mark[], releases: readonly Release[]): Timeline {
  const shown = publicOnes(marks, releases);
  const lastOpen = shown.findLastIndex((mark) => opening(mark, releases) === 0);
  const opens = new Map<number, number | null>(marks.map(({ seq }) => [seq, null]));
  shown.forEach((mark, place) => opens.set(mark.seq, place <= lastOpen ? 0 : opening(mark, releases)));

  const timeline: Timeline = { opens, stories: [], takenBack: null };
  shown.forEach((mark, place) => {
    if (place < lastOpen) return;
    const from = opens.get(mark.seq) ?? 0;
    const next = shown[place + 1];
    const until = next ? (opens.get(next.seq) ?? FOREVER) : FOREVER;
    if (until === from) return;
    const known = shown.slice(0, place + 1);
    if (isTakenBack(mark)) timeline.takenBack = { ...takenBack(mark, known), from, until };
    else if (mark.slug !== null) timeline.stories.push({ ...story(mark, mark.slug, known), from, until });
  });
  return timeline;
}

/** Whether an edition takes its story back. */
export function isTakenBack<Kind extends EditionKind>(mark: { kind: Kind }): boolean {
  return mark.kind === 'withdrawn' || mark.kind === 'killed';
}

/** The editions that readers have seen or will see, as far as the ledger goes. */
function publicOnes(marks: readonly Mark[], releases: readonly Release[]): Mark[] {
  const killed = marks.findIndex(({ kind }) => kind === 'killed');
  const valid = killed === -1 ? marks : marks.slice(0, killed + 1);
  const shown: Mark[] = [];
  valid.forEach((mark, place) => {
    if (moment(mark) > mark.at && valid.slice(place + 1).some((later) => moment(later) < moment(mark) && !isReleased(mark, releases, later.seq))) return;
    if (isTakenBack(mark) && !shown.some((earlier) => !isTakenBack(earlier))) return;
    shown.push(mark);
  });
  return shown;
}

function opening(mark: Mark, releases: readonly Release[]): number {
  if (isTakenBack(mark) || mark.embargoUntil === null || mark.embargoUntil <= mark.at) return 0;
  return isReleased(mark, releases, FOREVER) ? 0 : mark.embargoUntil;
}

function isReleased({ seq, revision, embargoUntil }: Mark, releases: readonly Release[], before: number): boolean {
  return releases.some((release) => release.seq > seq && release.seq < before && (release.revision === revision || (embargoUntil ?? 0) <= release.at));
}

/** The start of a revision for readers. */
function moment(mark: Mark): number {
  return isTakenBack(mark) ? mark.at : Math.max(mark.at, mark.embargoUntil ?? 0);
}

function story(mark: Mark, slug: string, known: readonly Mark[]): Omit<StorySpan, keyof Span> {
  const publishedAt = moment(mark);
  return {
    seq: mark.seq,
    revision: mark.revision,
    language: mark.language,
    slug,
    contentDigest: mark.contentDigest,
    firstPublishedAt: mark.firstPublishedAt ?? publishedAt,
    publishedAt,
    updatedAt: Math.max(lastChange(known), mark.embargoUntil ?? 0),
    embargoUntil: mark.embargoUntil,
    backfill: mark.backfill,
    corrections: known
      .filter(({ kind }) => kind === 'corrected')
      .map((correction) => ({ revision: correction.revision, at: moment(correction), notice: correction.notice ?? '' })),
  };
}

/** When the text last became another one, or the story came back. */
function lastChange(known: readonly Mark[]): number {
  let changed = 0;
  let digest: string | null = null;
  for (const mark of known) {
    if (isTakenBack(mark)) digest = null;
    else if (mark.contentDigest !== digest) {
      digest = mark.contentDigest;
      changed = moment(mark);
    }
  }
  return changed;
}

function takenBack(mark: Mark, known: readonly Mark[]): Omit<TakenBackSpan, keyof Span> {
  const slugs = known.flatMap(({ slug }) => (slug === null ? [] : [slug])).reverse();
  return {
    seq: mark.seq,
    revision: mark.revision,
    kind: mark.kind === 'killed' ? 'killed' : 'withdrawn',
    language: mark.language,
    at: mark.at,
    notice: mark.notice,
    // What a killed story was called leaves the ledger with its text.
    slugs: mark.kind === 'killed' ? [] : [...new Set(slugs)],
  };
}
