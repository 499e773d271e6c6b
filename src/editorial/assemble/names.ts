/** Names as an edition fixes them: in the story's language, with the language they were found in. */
import type { EditionAuthor, EditionOutlet, EditionSite, EditionTopic } from '../../domain/edition.ts';
import { lookupName } from '../../domain/language.ts';
import type { StoredAuthor, StoredOutlet, StoredTopic } from '../gatheredStory.ts';

/** The languages a name is looked up in. */
export interface Languages {
  story: string;
  newsroom: string;
}

export function outletIn(outlet: StoredOutlet, languages: Languages): EditionOutlet {
  const found = lookupName(outlet.name, languages.story, languages.newsroom);
  return {
    id: outlet.id,
    slug: outlet.slug,
    name: found?.name ?? outlet.slug,
    language: found?.language ?? languages.newsroom,
    homepage: outlet.homepage || null,
  };
}

export function siteIn(outlet: StoredOutlet, languages: Languages): EditionSite {
  return { ...outletIn(outlet, languages), storyUrl: outlet.storyUrl || null };
}

export function authorIn(author: StoredAuthor, languages: Languages): EditionAuthor {
  const role = author.role ? lookupName(author.role, languages.story, languages.newsroom) : null;
  return { id: author.id, slug: author.slug, name: author.name, role: role?.name ?? null };
}

export function topicIn(topic: StoredTopic, languages: Languages): EditionTopic {
  const found = lookupName(topic.name, languages.story, languages.newsroom);
  return { id: topic.id, slug: topic.slug, name: found?.name ?? topic.slug, mediaTopic: topic.mediaTopic || null };
}
