/** An edition in which names stand as they are now; everything else in it stays as it was approved. */
import { canonicalJson } from '../../domain/digest.ts';
import type { EditionContent, EditionImage } from '../../domain/edition.ts';
import type { StoredAuthor, StoredImage, StoredOutlet, StoredTopic } from '../gatheredStory.ts';
import { imageIn } from './image.ts';
import { authorIn, outletIn, siteIn, topicIn, type Languages } from './names.ts';

/** What carries names, as it is stored now, by id. What is not in here stays as it is in the edition. */
export interface CurrentNames {
  outlets: ReadonlyMap<string, StoredOutlet>;
  authors: ReadonlyMap<string, StoredAuthor>;
  topics: ReadonlyMap<string, StoredTopic>;
  media: ReadonlyMap<string, StoredImage>;
}

export type NamedCollection = keyof CurrentNames;

/** `content` with the names of `current`; null when it says exactly that already. Pure. */
export function withCurrentNames(content: EditionContent, current: CurrentNames, newsroomLanguage: string): EditionContent | null {
  const languages: Languages = { story: content.language, newsroom: newsroomLanguage };
  const renamed: Partial<EditionContent> = {
    writtenFor: content.writtenFor && renewed(content.writtenFor, current.outlets, (outlet) => outletIn(outlet, languages)),
    authors: content.authors.map((author) => renewed(author, current.authors, (stored) => authorIn(stored, languages))),
    excerpts: content.excerpts.map((excerpt) => ({
      ...excerpt,
      outlet: renewed(excerpt.outlet, current.outlets, (outlet) => outletIn(outlet, languages)),
    })),
    outlets: content.outlets.map((outlet) => renewed(outlet, current.outlets, (stored) => siteIn(stored, languages))),
    topics: content.topics.map((topic) => renewed(topic, current.topics, (stored) => topicIn(stored, languages))),
    image: content.image && renewed(content.image, current.media, (stored) => pictureWords(content.image, stored)),
  };
  const fields = Object.keys(renamed) as (keyof EditionContent)[];
  // Excerpts are told apart by their outlets: their quotes are long, and the same.
  const told = (from: Partial<EditionContent>): string =>
    canonicalJson(fields.map((field) => (field === 'excerpts' ? outletsOf(from) : (from[field] ?? null))));
  return told(renamed) === told(content) ? null : { ...content, ...renamed };
}

/** The ids of everything in `contents` that has a name, by collection. */
export function namedIn(contents: readonly EditionContent[]): Record<NamedCollection, string[]> {
  const ids = (found: readonly ({ id: string } | null)[]): string[] => [...new Set(found.flatMap((one) => (one === null ? [] : [one.id])))];
  return {
    outlets: ids(contents.flatMap(({ writtenFor, outlets, excerpts }) => [writtenFor, ...outlets, ...excerpts.map(({ outlet }) => outlet)])),
    authors: ids(contents.flatMap(({ authors }) => authors)),
    topics: ids(contents.flatMap(({ topics }) => topics)),
    media: ids(contents.map(({ image }) => image)),
  };
}

function renewed<Named extends { id: string }, Stored>(named: Named, among: ReadonlyMap<string, Stored>, inEdition: (stored: Stored) => Named): Named {
  const stored = among.get(named.id);
  return stored === undefined ? named : inEdition(stored);
}

/** The files are those that were approved: one that became ready since is no new edition. */
function pictureWords(approved: EditionImage | null, stored: StoredImage): EditionImage {
  const now = imageIn(stored);
  return { ...now, renditions: approved?.renditions ?? now.renditions };
}

function outletsOf({ excerpts }: Partial<EditionContent>): unknown {
  return (excerpts ?? []).map(({ outlet }) => outlet);
}
