/** Without this file the app would have nothing to say: the stories of seed/makeNewsroom.mjs, of the same texts and relations, and the app's tables by Payload's own hand. */
import { getPayload } from 'payload';
import { articleData, commentaryData, excerptData } from '../seed/texts.mjs';
import config from './payload.config.js';

const payload = await getPayload({ config });
const create = async (collection, data) => (await payload.create({ collection, data, depth: 0 })).id;
const several = async (count, make) => {
  const ids = [];
  for (let number = 1; number <= count; number += 1) ids.push(await make(number));
  return ids;
};
const outlet = (name, kind) => create('outlets', { name, slug: name.toLowerCase().replaceAll(' ', '-'), kinds: [kind] });

const sources = await several(12, (number) => outlet(`Quay Wire ${number}`, 'source'));
const sites = await several(3, (number) => outlet(`River Site ${number}`, 'website'));
const writtenFor = await outlet('Tidal Forum', 'organisation');
const authors = await several(30, (number) =>
  create('authors', { name: `Ines Marlow ${number}`, slug: `ines-marlow-${number}`, role: 'Member of the town council' }),
);
const topics = await several(8, (number) => create('topics', { name: `Matter ${number}`, slug: `matter-${number}` }));
await several(Number(process.env.BENCH_STORIES), async (number) => {
  const excerpt = await create('excerpts', excerptData(number, sources[number % sources.length]));
  const commentary = await create('commentaries', commentaryData(number, [authors[number % authors.length]], [excerpt]));
  const bound = {
    excerpts: [excerpt],
    commentaries: [commentary],
    outlets: [sites[number % sites.length]],
    topics: [topics[number % topics.length]],
    writtenFor,
  };
  return create('articles', { ...articleData(number, bound), slug: `story-${number}`, publishedAt: new Date().toISOString() });
});
process.exit(0);
