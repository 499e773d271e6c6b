/** Without this file the two sides could be asked to write different things: signs in over REST and creates stories as a client does. */
import { articleData, commentaryData, excerptData } from '../seed/texts.mjs';
import { staff } from '../seed/staff.mjs';
import { clients } from './load.mjs';

/**
 * Clients of one newsroom that are signed in.
 * @returns the clients, `writeStory` (an excerpt, a commentary that answers it and the article that binds them: three requests) and `readList`
 */
export async function writers(url, count) {
  const asking = clients(url, count);
  const { token } = JSON.parse(await asking.post('/api/users/login', { email: staff.email, password: staff.password }));
  const headers = { authorization: `JWT ${token}` };
  const create = async (collection, data) => JSON.parse(await asking.post(`/api/${collection}?depth=0`, data, headers)).doc.id;
  const outlet = await create('outlets', { name: 'Measured Wire', kinds: ['source', 'website'] });
  const author = await create('authors', { name: 'Nola Verhaege', role: 'Member of the town council' });
  let written = 0;
  return {
    ...asking,
    readList: () => asking.get('/api/articles?limit=10'),
    writeStory: async () => {
      written += 1;
      const number = 100_000 + written;
      const excerpt = await create('news-excerpts', excerptData(number, outlet));
      const commentary = await create('commentaries', commentaryData(number, [author], [excerpt]));
      await create('articles', articleData(number, { excerpts: [excerpt], commentaries: [commentary], outlets: [outlet] }));
    },
  };
}
