/** Authors, outlets and topics: without this file a page about one of them would have to be put together from stories. */
import { namedOnce, pageOfNames, type ShownName, type Thing } from '../names.ts';
import { cursorAt, markIn } from '../cursor.ts';
import { nameParameters, namesParameters } from '../schemas/parameters.ts';
import { heardIn, type Arguments } from './arguments.ts';
import type { Connection } from './connections.ts';
import type { Reading } from './reading.ts';

/** `authors`, `outlets`, `topics`. */
export function names(reading: Reading, thing: Thing, given: Arguments): Connection<ShownName> {
  reading.showsMany();
  const { language = null, limit, cursor } = heardIn(given, namesParameters);
  const bound = { thing };
  const mark = markIn(cursor, bound);
  const { data, next } = reading.read((view) => pageOfNames(view, thing, language, limit, mark && String(mark[0])));
  for (const name of data) reading.knows(thing, name);
  return {
    nodes: data,
    cursors: () => data.map(({ id }) => cursorAt([id], bound)),
    hasNextPage: next !== null,
    hasPreviousPage: mark !== null,
  };
}

/** `author`, `outlet`, `topic`: by slug or id; null where no story now out shows it. */
export function name(reading: Reading, thing: Thing, { slug, ...rest }: Arguments): ShownName | null {
  reading.showsMany();
  const { language = null } = heardIn(rest, nameParameters);
  const found = namedOnce(reading, thing, String(slug), language);
  if (found) reading.knows(thing, found);
  return found;
}
