/** What every page is made with: without this file each would carry its own bundle of settings, words and client. */
import type { Element, ElementContent } from './html.ts';
import type { Client } from './newsroom.ts';
import type { Settings } from './settings.ts';
import type { Words } from './words/index.ts';

export interface Site {
  settings: Settings;
  client: Client;
  /** The address of the style sheet, which changes with what is in it. */
  style: string;
}

/** What a reader asks for. */
export interface Asked {
  site: Site;
  /** Of the words around the stories. */
  language: string;
  words: Words;
  path: string;
  query: URLSearchParams;
}

/** A page before it has a frame. */
export interface Page {
  status?: number;
  /** Seconds after which it is worth coming back. */
  retryAfter?: number;
  language: string;
  title: string;
  /** The language of the title, where it is another. */
  titleLanguage?: string;
  description?: string | null;
  /** Where it is for good, if that is not where it was asked for. */
  canonical?: string;
  /** Whether it belongs into search engines. */
  indexed?: boolean;
  /** The same in other languages: addresses on this site. */
  alternates?: readonly { language: string; href: string }[];
  /** Feeds of the newsroom that have what is here, without extension. */
  feed?: { title: string; path: string };
  /** More for the head. */
  head?: readonly Element[];
  section?: Section;
  main: ElementContent[];
}

export type Section = 'latest' | 'topics' | 'authors' | 'outlets' | 'corrections' | 'search';

/** What was asked for is somewhere else. */
export interface Moved {
  location: string;
  /** 308 for good; 302 for this reader. */
  status: 302 | 308;
}
