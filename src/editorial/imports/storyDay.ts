/** Without this file an archive would come in as if it had all been published today: when a story was first out. */
import { TZDate } from '@date-fns/tz';
import { isFullDate } from '../../domain/partialDate.ts';
import type { ParsedStory } from '../../import/importer.ts';

/** The first instant of `day` (YYYY-MM-DD) in `timeZone` (an IANA name); where midnight falls into a clock change, the first that exists. */
export function startOfDay(day: string, timeZone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, date, timeZone).getTime());
}

/** The story's own day: the one given, or else the latest report that it quotes with a whole date; null when no day is known. */
export function ownDay(story: ParsedStory, given: string | null): string | null {
  const days = story.excerpts.flatMap(({ publishedOn }) => (publishedOn !== null && isFullDate(publishedOn) ? [publishedOn] : []));
  return given ?? days.sort().at(-1) ?? null;
}
