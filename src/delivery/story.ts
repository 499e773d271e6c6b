/** One story under its id or its address, in whatever shape it is asked for: without this file nobody could read anything. */
import { isId } from '../domain/ids.ts';
import { canonicalLanguage } from '../domain/language.ts';
import type { PublishedStory, TakenBackStory } from '../domain/publishedStory.ts';
import { Problem } from '../errors.ts';
import { representationAddress } from '../renditions/addresses.ts';
import { stampByAddress, stampById } from '../replica/stamps.ts';
import { storyByAddress, storyById, type Found } from '../replica/stories.ts';
import type { View } from '../replica/view.ts';
import { askedIn } from './parameters.ts';
import type { Asked, Reply, Stamp } from './ready.ts';
import { namedIn, pagePolicy, representations, type Representation } from './representations.ts';
import { noParameters } from './schemas/parameters.ts';
import { keyOf, surrogateKeys } from './surrogateKeys.ts';

/** `/v1/articles/{id}`, with or without an extension. */
export function storyUnderId(asked: Asked): Reply {
  const { name, representation } = wantedIn(asked, asked.params.id ?? '');
  if (!isId(name)) return replyWith(asked, null, representation);
  const { found, stamp } = asked.read((view) => ({ found: storyById(view, name), stamp: stampOf(view, (other) => stampById(other, name)) }));
  return { ...replyWith(asked, found, representation), stamp };
}

/** `/v1/articles/{language}/{slug}`, with or without an extension. */
export function storyAtAddress(asked: Asked): Reply {
  const { language: given = '', slug: segment = '' } = asked.params;
  const { name, representation } = wantedIn(asked, segment);
  const [language, slug] = [canonicalLanguage(given), name.normalize('NFC')];
  if (language === null) return replyWith(asked, null, representation);
  const { found, stamp } = asked.read((view) => {
    return { found: storyByAddress(view, language, slug), stamp: stampOf(view, (other) => stampByAddress(other, language, slug)) };
  });
  const otherwise = found && 'story' in found && (language !== given || slug !== name);
  return { ...replyWith(asked, otherwise ? { moved: found.story.content } : found, representation), stamp };
}

/** Of the same state of the file as the story itself: taken later, it could vouch for a text that is none of the newest. */
function stampOf(view: View, again: Stamp['again']): Stamp {
  return { value: again(view), again };
}

/** What the address or the client's `Accept` asks for; parameters that are not known are heard of a page only, where others add theirs. */
function wantedIn(asked: Asked, segment: string): { name: string; representation: Wanted } {
  const { name, representation } = namedIn(segment);
  if (representation === undefined)
    throw new Problem(404, 'not-found', `There is no such representation: ${representations.map(({ extension }) => extension).join(', ')}.`);
  const chosen = representation ?? representations.find(({ type }) => type === asked.choose(representations.map((one) => one.type)));
  if (chosen?.extension !== 'html') askedIn(asked.query, noParameters);
  return { name, representation: { ...(chosen as Representation), named: representation !== null } };
}

interface Wanted extends Representation {
  /** By its extension. */
  named: boolean;
}

function replyWith({ context }: Asked, found: Found, { render, type, extension, named }: Wanted): Reply {
  if (found === null) return { problem: new Problem(404, 'not-found', 'No such story is published here.'), keys: '' };
  if ('takenBack' in found) return { problem: gone(found.takenBack), keys: keyOf('article', found.takenBack.articleId) };
  if ('moved' in found) {
    const { id, language, slug } = found.moved;
    return { location: `/v1/articles/${encodeURIComponent(language)}/${encodeURIComponent(slug)}${named ? `.${extension}` : ''}`, keys: keyOf('article', id) };
  }
  const { story } = found;
  const policy: Record<string, string> = extension === 'html' ? { 'Content-Security-Policy': pagePolicy(context) } : {};
  return {
    type,
    body: render(story, context),
    keys: surrogateKeys(story),
    modified: story.updatedAt,
    more: { Link: alternates(story, context), ...policy },
  };
}

/** Where the story is in its other shapes (RFC 8288). */
function alternates({ content }: PublishedStory, context: Asked['context']): string {
  return representations
    .map(({ extension, type }) => `<${representationAddress(content, extension, context)}>; rel="alternate"; type="${type.split(';')[0] ?? ''}"`)
    .join(', ');
}

function gone({ kind, notice, at }: TakenBackStory): Problem {
  const what = kind === 'killed' ? 'This story was killed' : 'This story was withdrawn';
  return new Problem(410, `article-${kind}`, notice === null || notice === '' ? `${what}.` : `${what}: ${notice}`, [], { notice, at });
}
