/** What we got wrong, in one place: without this list a reader would have to come upon each correction. */
import { summaryOf } from '../renditions/json.ts';
import { listCorrected } from '../replica/lists.ts';
import { cursorAt, markIn, markOf, positionIn } from './cursor.ts';
import { pageReply } from './pages.ts';
import { askedIn } from './parameters.ts';
import type { Asked, Reply } from './ready.ts';
import { correctionsParameters } from './schemas/parameters.ts';

/** `/v1/corrections`. */
export function corrections(asked: Asked): Reply {
  const { language, limit, cursor } = askedIn(asked.query, correctionsParameters);
  const bound = { corrections: language ?? [] };
  const after = positionIn(markIn(cursor, bound));
  const { stories, next } = asked.read((view) => listCorrected(view, limit, after, language));
  const data = stories.map((story) => summaryOf(story, asked.context));
  return pageReply(asked, { data, limit, next: next && cursorAt(markOf(next), bound) });
}
