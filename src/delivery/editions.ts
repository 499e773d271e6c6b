/** A story's public history and each of its editions as it was signed: without this file nobody could check what we said, and when. */
import { Problem } from '../errors.ts';
import { editionAddress } from '../renditions/addresses.ts';
import { editionOf, historyOf } from '../replica/editions.ts';
import { askedIn } from './parameters.ts';
import { jsonReply, JSON_TYPE, type Asked, type Reply } from './ready.ts';
import { noParameters } from './schemas/parameters.ts';
import { keyOf, MANY } from './surrogateKeys.ts';

/** `/v1/articles/{id}/editions`. */
export function editionsOfStory(asked: Asked): Reply {
  askedIn(asked.query, noParameters);
  const { id = '' } = asked.params;
  const history = asked.read((view) => historyOf(view, id));
  if (history.length === 0) return { problem: new Problem(404, 'not-found', 'No such story is published here.'), keys: '' };
  const data = history.map(({ revision, kind, at, language, embargoUntil, notice, contentDigest: digest }) => {
    return { revision, kind, at, language, embargoUntil, notice, digest, edition: editionAddress(id, revision, asked.context) };
  });
  return jsonReply(asked, { data, page: { limit: data.length, next: null } }, { keys: keyOf('article', id) });
}

/** `/v1/articles/{id}/editions/{revision}`. */
export function oneEdition(asked: Asked): Reply {
  askedIn(asked.query, noParameters);
  const { id = '', revision = '' } = asked.params;
  const edition = /^[1-9]\d{0,14}$/.test(revision) ? asked.read((view) => editionOf(view, id, Number(revision))) : null;
  if (!edition) return { problem: new Problem(404, 'not-found', 'No such edition is published here.'), keys: '' };
  const { header, content, signature } = edition;
  // As it was signed, byte by byte.
  const body = `{"header":${header},"content":${content},"signature":${JSON.stringify(signature)}}`;
  return { type: asked.choose([JSON_TYPE]), body, keys: keyOf('article', id) };
}

/** `/v1/ledger-head`: the newest entry that this node shows. */
export function ledgerHead(asked: Asked): Reply {
  askedIn(asked.query, noParameters);
  const head = asked.read(({ db }) => db.head());
  return jsonReply(asked, head, { keys: MANY, ...(head.at === null ? {} : { modified: head.at }) });
}
