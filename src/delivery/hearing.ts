/** What of a request a door hears: without this file two questions that are answered differently could be taken for one, or one for a thousand. */
import { Problem } from '../errors.ts';
import { JSON_TYPE, type Asked } from './ready.ts';
import { namedIn, representations } from './representations.ts';
import { feedParameters } from './schemas/parameters.ts';

/** Nothing of a request but its path and what is named here reaches the work behind a door, so nothing else can make its answer another one. */
export interface Hearing {
  /** The types among which the client's `Accept` decides. */
  offers: readonly string[];
  /** The parameters that are heard once the type is chosen (null: none of them will do); undefined where all are, and strange ones are refused. */
  parameters: (type: string | null) => readonly string[] | undefined;
}

export type Hears = (params: Asked['params']) => Hearing;

/** A question as it is answered and kept: equal keys, equal answers. */
export interface Question extends Pick<Asked, 'path' | 'query' | 'choose'> {
  key: string;
}

const all = () => undefined;
const none = () => [];

/** Whatever is asked, to be answered in one of `types`. */
export function hearsAllIn(...types: readonly string[]): Hears {
  return () => ({ offers: types, parameters: all });
}

/** Anything that is answered in JSON. */
export const hearsAll = hearsAllIn(JSON_TYPE);

/** Feeds: whatever else is asked there is not heard. */
export const hearsFeed: Hears = () => ({ offers: [], parameters: () => Object.keys(feedParameters.shape) });

/** What is the same whatever is asked. */
export const hearsNothing: Hears = () => ({ offers: [], parameters: none });

/** One story, its last segment with or without an extension. A page is linked to with all sorts of parameters, of which it hears none. */
export const hearsStory: Hears = ({ id = '', slug = id }) => {
  const { representation } = namedIn(slug);
  if (representation !== null) return { offers: [], parameters: representation?.extension === 'html' ? none : all };
  const html = representations.find(({ extension }) => extension === 'html')?.type;
  return { offers: representations.map(({ type }) => type), parameters: (type) => (type === html ? [] : undefined) };
};

/** The question in `url`; `accepted` says which of some types the client likes best, or null. */
export function questionIn(url: string, { offers, parameters }: Hearing, accepted: (types: readonly string[]) => string | null): Question {
  const mark = url.indexOf('?');
  const type = offers.length === 0 ? null : accepted(offers);
  const path = canonicalPath(mark === -1 ? url : url.slice(0, mark));
  const query = canonicalQuery(mark === -1 ? '' : url.slice(mark + 1), parameters(type));
  return {
    path,
    query,
    key: [path, type ?? '', query].join('\n'),
    choose: (types) => {
      if (types.join() !== offers.join()) throw new TypeError(`${path} chooses among types that its door does not offer.`);
      if (type !== null) return type;
      throw new Problem(406, 'not-acceptable', `This can be had as ${offers.map((one) => one.split(';')[0] ?? '').join(', ')}.`);
    },
  };
}

/** One spelling for all that are decoded to the same. */
function canonicalPath(path: string): string {
  const pieces = path.split('/').map((piece) => encodeURIComponent(decodeURIComponent(piece)));
  return pieces.join('/');
}

/** The same parameters by name, those of one name in their order. What cannot be decoded stays, to be refused as it is. */
function canonicalQuery(query: string, heard: readonly string[] | undefined): string {
  if (query === '' || (heard === undefined && !isDecodable(query))) return query;
  const parameters = new URLSearchParams(query);
  if (heard !== undefined) for (const name of new Set(parameters.keys())) if (!heard.includes(name)) parameters.delete(name);
  parameters.sort();
  return parameters.toString();
}

function isDecodable(query: string): boolean {
  try {
    decodeURIComponent(query.replaceAll('+', ' '));
    return true;
  } catch {
    return false;
  }
}
