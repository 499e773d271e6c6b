/** Without this file a thousand stories would have to go over HTTP first: makes them in DATA_DIR, published, through the same editorial rules. */
import { runTransition } from '../../dist/src/editorial/runTransition.js';
import { readEnv } from '../../dist/src/env.js';
import { createConfig } from '../../dist/src/payload.config.js';
import { openNewsroom } from '../../dist/src/server/openNewsroom.js';
import { articleData, commentaryData, excerptData } from './texts.mjs';
import { staff } from './staff.mjs';

const env = readEnv();
const { payload, desk, close } = await openNewsroom(env, await createConfig(env));
const create = async (collection, data) => (await payload.create({ collection, data, depth: 0, overrideAccess: true })).id;
const several = (count, make) => Promise.all(Array.from({ length: count }, (_, index) => make(index + 1)));

await create('users', staff);
const sources = await several(12, (number) => create('outlets', { name: `Quay Wire ${number}`, kinds: ['source'] }));
const sites = await several(3, (number) => create('outlets', { name: `River Site ${number}`, kinds: ['website'] }));
const organisation = await create('outlets', { name: 'Tidal Forum', kinds: ['organisation'] });
const authors = await several(30, (number) => create('authors', { name: `Ines Marlow ${number}`, role: 'Member of the town council' }));
const topics = await several(8, (number) => create('topics', { name: `Matter ${number}` }));

for (let number = 1; number <= Number(process.env.BENCH_STORIES); number += 1) {
  const excerpt = await create('news-excerpts', excerptData(number, sources[number % sources.length]));
  const commentary = await create('commentaries', commentaryData(number, [authors[number % authors.length]], [excerpt]));
  const bound = {
    excerpts: [excerpt],
    commentaries: [commentary],
    outlets: [sites[number % sites.length]],
    topics: [topics[number % topics.length]],
    writtenFor: organisation,
  };
  const article = await create('articles', articleData(number, bound));
  for (const transition of ['submit', 'approve', 'publish']) await runTransition(desk, { transition, article, system: 'samples' });
}
await close();
process.exit(0);
