/** Without this file no imported comment would say which report it answers. */
import type { ParsedStory } from '../../import/importer.ts';

/**
 * For each comment of `story` the indexes of the reports it answers: those between it and the comment before it, in the order of the
 * document; where there are none, the same as the comment before it; a comment before all reports answers all of them.
 */
export function answeredBy(story: ParsedStory): number[][] {
  const every = story.excerpts.map((_, index) => index);
  const answered: number[][] = [];
  let fresh: number[] = [];
  let last = every;
  for (const { kind, part } of partsInOrder(story)) {
    if (kind === 'excerpt') {
      if (!fresh.includes(part)) fresh.push(part);
    } else if (answered[part] === undefined) {
      last = fresh.length > 0 ? fresh : last;
      answered[part] = last;
      fresh = [];
    }
  }
  return story.commentaries.map((_, index) => answered[index] ?? every);
}

function partsInOrder({ pieces }: ParsedStory): { kind: 'excerpt' | 'comment'; part: number }[] {
  return pieces.flatMap(({ field, part }): { kind: 'excerpt' | 'comment'; part: number }[] => {
    if (part === undefined) return [];
    if (field === 'leadIn' || field === 'quote') return [{ kind: 'excerpt', part }];
    return field === 'comment' ? [{ kind: 'comment', part }] : [];
  });
}
