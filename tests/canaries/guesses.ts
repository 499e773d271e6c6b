/** Without this file nobody could tell whether a filter answers questions about what it must not tell: pairs of guesses, one right, one wrong. */
import type { SanitizedCollectionConfig } from 'payload';
import { fieldsOf, type KnownField } from './config.ts';
import type { Marks } from './marks.ts';
import type { Ids } from './stories.ts';

/** Two values that differ only in being true of something that is not public. */
export interface Guess {
  right: string;
  wrong: string;
}

/** A path that a filter can name, and what can be guessed of it. */
export interface Target {
  path: string;
  guesses: Guess[];
}

const nobody = '0197f3c0-0000-7000-8000-000000000000';

/** How far relations are followed from a story to what staff alone know of its parts. */
const HOPS = 2;

/** Everything that a filter on `slug` can name: its own fields, and those of what it points to. */
export function targets(collections: readonly SanitizedCollectionConfig[], slug: string, marks: Marks, unpublished: Ids, hops = HOPS): Target[] {
  const { flattenedFields = [] } = collections.find((one) => one.slug === slug) ?? {};
  return fieldsOf(flattenedFields).flatMap((field) => {
    const own = { path: field.path, guesses: guessesAt(slug, field, marks, unpublished) };
    const { relationTo } = field;
    if (relationTo === undefined || hops === 0) return [own];
    const below = targets(collections, relationTo, marks, unpublished, hops - 1)
      .filter(({ guesses }) => guesses.length > 0)
      .map(({ path, guesses }) => ({ path: `${field.path}.${path}`, guesses: guesses.slice(0, 1) }));
    return [own, ...below];
  });
}

/** What is to be guessed of a field: secrets of a story that was never published, of the newer draft of a live one, and of the live one what only staff see. */
function guessesAt(slug: string, field: KnownField, marks: Marks, unpublished: Ids): Guess[] {
  if (field.relationTo !== undefined) {
    const right = unpublished[field.relationTo as keyof Ids] as string | undefined;
    return right === undefined ? [] : [{ right, wrong: nobody }];
  }
  if (field.path === '_status') return [{ right: 'draft', wrong: 'drafd' }];
  switch (field.type) {
    case 'date':
      return ['createdAt', 'updatedAt'].includes(field.path) ? [] : [{ right: '2001-01-01T00:00:00.000Z', wrong: '2101-01-01T00:00:00.000Z' }];
    case 'number':
      return [{ right: '1', wrong: '9' }];
    case 'checkbox':
      return [{ right: 'true', wrong: 'false' }];
    default:
      return ['live', 'never published', 'live, newer draft', 'the editor'].flatMap((state) => {
        const mark = marks.known(`${state}: ${slug}.${field.path}`);
        return mark === undefined ? [] : [lastLetter(mark)];
      });
  }
}

/** Somebody who knows all but the last letter tries the last one. */
function lastLetter(mark: string): Guess {
  return { right: mark, wrong: `${mark.slice(0, -1)}${mark.endsWith('x') ? 'y' : 'x'}` };
}
