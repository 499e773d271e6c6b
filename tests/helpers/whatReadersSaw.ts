/** Without this file the fold would be checked against itself: a reader who sat through the whole history and noted what was to be seen. */
import type { EditionEntry, LedgerEntry } from '../../src/domain/entries.ts';

export interface Seen {
  /** Revision that is shown; null where the story is not. */
  revision: number | null;
  takenBack: 'withdrawn' | 'killed' | null;
}

interface Watched {
  shown: EditionEntry | null;
  takenBack: Seen['takenBack'];
  everShown: boolean;
  pending: EditionEntry[];
}

/** What is to be seen at `now`, at or after the last entry, by going through the hours one event after the other. */
export function whatReadersSaw(entries: readonly LedgerEntry[], now: number): Map<string, Seen> {
  const stories = new Map<string, Watched>();
  for (const entry of entries) {
    for (const story of stories.values()) letOut(story, Date.parse(entry.header.at));
    if (entry.header.type === 'entitlement') continue;
    const story = stories.get(entry.header.articleId) ?? { shown: null, takenBack: null, everShown: false, pending: [] };
    stories.set(entry.header.articleId, story);
    if (story.takenBack === 'killed') continue;
    if (entry.header.type === 'release') {
      const { revision } = entry.header;
      for (const waiting of story.pending.splice(0))
        if (waiting.header.revision <= revision) show(story, waiting);
        else story.pending.push(waiting);
    } else take(story, entry as EditionEntry);
  }
  for (const story of stories.values()) letOut(story, now);
  const seen = [...stories].map(([id, { shown, takenBack }]): [string, Seen] => {
    // The text of a killed story is gone from what was before as well.
    return [id, { revision: shown?.content ? shown.header.revision : null, takenBack }];
  });
  return new Map(seen);
}

function take(story: Watched, entry: EditionEntry): void {
  const { kind, embargoUntil, at } = entry.header;
  if (kind === 'withdrawn' || kind === 'killed') {
    story.pending = [];
    story.shown = null;
    story.takenBack = story.everShown ? kind : null;
  } else if (embargoUntil !== null && Date.parse(embargoUntil) > Date.parse(at)) story.pending.push(entry);
  else show(story, entry);
}

/** The embargoes that end by `time` end one after the other. */
function letOut(story: Watched, time: number): void {
  const due = story.pending.filter(({ header }) => Date.parse(header.embargoUntil ?? '') <= time);
  story.pending = story.pending.filter((waiting) => !due.includes(waiting));
  due.sort((a, b) => Date.parse(a.header.embargoUntil ?? '') - Date.parse(b.header.embargoUntil ?? '') || a.header.revision - b.header.revision);
  for (const waiting of due) show(story, waiting);
}

function show(story: Watched, entry: EditionEntry): void {
  if (story.shown && story.shown.header.revision > entry.header.revision) return;
  story.shown = entry;
  story.takenBack = null;
  story.everShown = true;
}
