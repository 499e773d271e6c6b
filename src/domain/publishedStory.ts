/** A story as the world may see it now: the newest edition, and what follows from the entries before it. Renditions are made of this. */
import type { EditionContent } from './edition.ts';

export interface PublishedStory {
  content: EditionContent;
  contentDigest: string;
  revision: number;
  /** `corrected` once any edition was a correction. */
  status: 'published' | 'corrected';
  /** RFC 3339, UTC, as are all times here. */
  firstPublishedAt: string;
  /** Start of this revision for readers: of its entry, or the end of its embargo. */
  publishedAt: string;
  /** The later of the end of the embargo and the last edition that changed content or reinstated the story. */
  updatedAt: string;
  embargoUntil: string | null;
  /** From an archive: in no feed window, no news sitemap, no webhook. */
  backfill: boolean;
  /** Oldest first. */
  corrections: { revision: number; at: string; notice: string }[];
  /** The other current stories of its translation set, by language. */
  translations: { id: string; language: string; slug: string; storyUrl: string | null }[];
}

/** A story that was taken back: what readers and partners are told instead of its text. */
export interface TakenBackStory {
  articleId: string;
  kind: 'withdrawn' | 'killed';
  language: string;
  /** Every slug under which it was out, newest first. */
  slugs: string[];
  revision: number;
  at: string;
  notice: string | null;
}
