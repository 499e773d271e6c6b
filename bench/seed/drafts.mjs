/** Without this file each side that needs new stories would write them in its own way: drafts with one excerpt and one commentary, of what is there. */
import { articleData, commentaryData, excerptData } from './texts.mjs';

const given = { depth: 0, overrideAccess: true };

/** The id of the first document of `collection`. */
export async function firstOf(payload, collection) {
  return (await payload.find({ collection, limit: 1, sort: 'id', ...given })).docs[0].id;
}

/** Writes story `number` as a draft that waits for its submission. @returns the ids of its documents. */
export async function draftStory(payload, number, { outlet, author, topic }) {
  const make = async (collection, data) => (await payload.create({ collection, data, ...given })).id;
  const excerpt = await make('news-excerpts', excerptData(number, outlet));
  const commentary = await make('commentaries', commentaryData(number, [author], [excerpt]));
  const article = await make('articles', articleData(number, { excerpts: [excerpt], commentaries: [commentary], outlets: [outlet], topics: [topic] }));
  return { article, excerpt, commentary };
}
