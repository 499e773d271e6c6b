/** Without this file a search would be compared with a memory: the newest 20 stories with a word, by one FTS5 query and nothing else, written out as a list shows them. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { summaryOf } from '../../dist/src/renditions/json.js';
import { storyAtSeq } from '../../dist/src/replica/lists.js';
import { matchFor, searchStories } from '../../dist/src/replica/searching.js';
import { ReadConnection } from '../../dist/src/replica/view.js';

const FOUND = 'SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 20';
const db = new ReadConnection(join(process.env.DATA_DIR, 'replica.db'));
const read = (work) => db.atOnce(() => work({ db, now: Date.now() }));
const bare = (match) => db.statement(FOUND).pluck().all(match);
const origin = `http://127.0.0.1:${process.env.PORT}`;
const context = { publicUrl: origin, mediaUrl: `${origin}/api/media/file`, newsroom: { name: 'Counterpoint', language: 'en' } };

createServer((request, response) => {
  if (request.url === '/readyz') {
    response.end();
    return;
  }
  const match = matchFor(new URL(request.url, origin).searchParams.get('q'));
  const stories = read((view) => bare(match).map((seq) => storyAtSeq(view, seq)));
  const body = JSON.stringify({ data: stories.map((story) => summaryOf(story, context)), page: { limit: 20, next: null } });
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body);
}).listen(process.env.PORT, '127.0.0.1');

/** Finding alone, without HTTP and without writing out: how long each of `words` takes, both ways. */
process.on('message', async (words) => {
  const took = { ours: [], bare: [] };
  for (const word of words) {
    const match = matchFor(word);
    const began = performance.now();
    await searchStories(read, { match }, 20, 0);
    const between = performance.now();
    read((view) => bare(match).map((seq) => storyAtSeq(view, seq)));
    took.ours.push(between - began);
    took.bare.push(performance.now() - between);
  }
  process.send(took);
});
process.once('disconnect', () => process.exit(0));
