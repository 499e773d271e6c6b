/** A story as it stands in the database, with everything it names, before anything is decided about it. */
import type { CommentaryNode } from '../domain/commentaryNodes.ts';
import type { StoredPicture } from '../domain/pictures.ts';

/** A text that has one value a language, as the database holds it. */
export type Localised = Readonly<Record<string, string | null | undefined>>;

export interface StoredArticle {
  id: string;
  title?: string | null;
  slug?: string | null;
  language?: string | null;
  summary?: string | null;
  excerpts?: string[] | null;
  commentaries?: string[] | null;
  heroImage?: string | null;
  topics?: string[] | null;
  outlets?: string[] | null;
  writtenFor?: string | null;
  embargoUntil?: string | null;
  storyDate?: string | null;
  translationSet?: string | null;
  owner?: string | null;
}

export interface StoredExcerpt {
  id: string;
  outlet?: string | null;
  title?: string | null;
  url?: string | null;
  publishedOn?: string | null;
  publishedOnInferred?: boolean | null;
  leadIn?: string | null;
  quote?: string[] | null;
  language?: string | null;
  reporter?: string | null;
  rights?: string | null;
  syndicable?: boolean | null;
  verification?: 'verified' | 'mismatch' | 'unverified' | null;
  snapshot?: { text?: string | null; capturedAt?: string | null } | null;
}

export interface StoredCommentary {
  id: string;
  body?: { root: CommentaryNode } | null;
  authors?: string[] | null;
  capacity?: string | null;
  respondsTo?: string[] | null;
  language?: string | null;
}

export interface StoredOutlet {
  id: string;
  name: Localised;
  slug: string;
  homepage?: string | null;
  storyUrl?: string | null;
}

export interface StoredAuthor {
  id: string;
  name: string;
  slug: string;
  role?: Localised | null;
  photo?: string | null;
}

export interface StoredTopic {
  id: string;
  name: Localised;
  slug: string;
  mediaTopic?: string | null;
}

export interface StoredImage extends StoredPicture {
  id: string;
  alt?: string | null;
  caption?: string | null;
  credit?: string | null;
  licence?: string | null;
  syndicable?: boolean | null;
  focalX?: number | null;
  focalY?: number | null;
  renditionState?: 'pending' | 'ready' | 'failed' | null;
}

/** The documents that a story binds and that have drafts of their own: their whole stored state and the version it is from. */
export interface DraftedDocument<Stored> {
  collection: 'articles' | 'news-excerpts' | 'commentaries';
  version: string;
  data: Stored & Record<string, unknown>;
}

export interface GatheredStory {
  article: DraftedDocument<StoredArticle>;
  excerpts: DraftedDocument<StoredExcerpt>[];
  commentaries: DraftedDocument<StoredCommentary>[];
  outlets: ReadonlyMap<string, StoredOutlet>;
  authors: ReadonlyMap<string, StoredAuthor>;
  topics: ReadonlyMap<string, StoredTopic>;
  images: ReadonlyMap<string, StoredImage>;
}
