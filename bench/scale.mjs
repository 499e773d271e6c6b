/** Without this file nobody would know when an archive has grown too large to be read quickly: what readers ask, of archives of several sizes. */
import { join } from 'node:path';
import { archiveOf, someIds } from './measure/archives.mjs';
import { latencies, quantile } from './measure/latencies.mjs';
import { clients } from './measure/load.mjs';
import { own, probed, server, startUntilReady } from './measure/newsrooms.mjs';
import { median, medianRatio } from './measure/pairs.mjs';
import { asked } from './seed/vocabulary.mjs';

/** What the largest archive is compared with. */
const usual = 10_000;
const least = 1_000;
/** The archive that searches are judged on. */
const searched = 100_000;
/** Requests of a kind in one round, and of a search. */
const requests = 100;
const searches = 200;
const deep = { page: 1_000, limit: 5 };

export const title = 'reading archives of several sizes over HTTP, nothing kept';
export const needsPanel = false;
export const stories = 100_000;
export const about = `scale: what readers wait for when the archive grows; p50 and p99, one request after the other, over HTTP.

Servers as shipped (without the panel, RESPONSE_CACHE_MB=0: every answer is worked out) on archives of ${least}, ${usual}, and --stories N stories (default ${stories};
1000000 by hand, which takes an hour and 20 GB) of about 2 KB of text in six languages, entered into the ledger and folded by the newsroom's own code.
Asked: a story by its id, a list of 20, the same by outlet, source, author, topic, language and three of them at once, page ${deep.page} by its cursor (of ${deep.limit}), a feed.
Guard: the median of each, of the largest archive over that of ${usual}: at most 1.5.

Searches, at ${searched} stories (or the largest, if that is smaller): /v1/search?facets=false for words that all, many, some and few stories have, two words, a phrase. The other
side ("bare") is one FTS5 query with LIMIT 20 by rowid, whose stories are read and written out by the same functions, from node:http with nothing around it.
Guard: the p99 of each, at most 3 times that of the other side. Beside it: the same without HTTP and writing out.
Facets and counts of the same words at the largest archive; guard: no answer holds up the others for more than 20 ms
(the longest stall of the event loop, perf_hooks.monitorEventLoopDelay, the median of the rounds).
Memory: what the server of the largest archive has resident at the end, above that of ${least} stories. Guard: at most 300 MB.

--keep FOLDER   keeps the archives there for the next run`;

export async function measure({ pairs, stories: most, folder, keep, say }) {
  const sizes = [...new Set([least, usual, ...(most > searched ? [searched] : []), most])].sort((a, b) => a - b);
  const running = {};
  for (const size of sizes) running[size] = await start(size, { folder, keep, say });
  const largest = running[most];
  const findings = [];
  for (const kind of Object.keys(largest.kinds)) {
    say(kind);
    findings.push(await growth(kind, running, { most, pairs, say }));
  }
  const where = Math.min(most, searched);
  findings.push(...(await searching(running[where], { size: where, pairs, folder, say })));
  findings.push(await heldUp(largest, { size: most, pairs, say }));
  say('the same of all, as what is asked takes memory too');
  for (const size of sizes) await askedMuch(running[size], { size, pairs });
  findings.push(memory(running, most));
  for (const { asking, stop } of Object.values(running)) {
    asking.close();
    await stop();
  }
  return findings;
}

async function start(size, { folder, keep, say }) {
  const dataDir = await archiveOf(size, { folder, keep, say });
  const options = { log: join(folder, `server-${size}.log`), env: { RESPONSE_CACHE_MB: '0' } };
  const started = await startUntilReady([...probed(server), '--without-admin'], dataDir, options);
  const asking = clients(started.url, 1);
  // Its file is looked at from the first page to the last before it is served.
  await until(async () => (await asking.status('/v1/ledger-head')) === 200 && JSON.parse(await asking.get('/v1/ledger-head')).seq >= size);
  say(`${size} stories: serving`);
  return { ...started, asking, dataDir, kinds: await kindsOf(dataDir, asking, size) };
}

/** Of each kind, as many addresses as a round asks, no two of them alike where there are so many. */
async function kindsOf(dataDir, asking, size) {
  const numbers = Array.from({ length: requests }, (_, number) => number);
  const each = (address) => numbers.map(address);
  const list = (filter) => each((number) => `/v1/articles?${filter(number)}`);
  return {
    'a story by its id': someIds(dataDir, requests).map((id) => `/v1/articles/${id}`),
    'a list of 20': each(() => '/v1/articles'),
    'a list by outlet': list((number) => `outlet=site-${number % 20}`),
    'a list by source': list((number) => `source=wire-${number}`),
    'a list by author': list((number) => `author=author-${number}`),
    'a list by topic': list((number) => `topic=topic-${number % 60}`),
    'a list by language': list((number) => `language=${['en', 'fr', 'es', 'ru', 'ar', 'tr'][number % 6]}`),
    'a list by outlet, topic and language': list((number) => `outlet=site-${number % 20},site-${(number + 7) % 20}&topic=topic-${number % 60}&language=en,fr`),
    ...(size >= usual ? { [`page ${deep.page}`]: await deepPages(asking) } : {}),
    'a feed': each((number) => `/feeds/articles.${['rss', 'atom', 'json'][number % 3]}`),
  };
}

/** Addresses of page 1,000 and those behind it. */
async function deepPages(asking) {
  const addresses = [];
  let cursor = '';
  for (let page = 1; page < deep.page + requests; page += 1) {
    const address = `/v1/articles?limit=${deep.limit}${cursor === '' ? '' : `&cursor=${cursor}`}`;
    if (page >= deep.page) addresses.push(address);
    cursor = JSON.parse(await asking.get(address)).page.next;
  }
  return [...addresses, addresses.at(-1)];
}

async function growth(kind, running, { most, pairs, say }) {
  const measured = await rounds(
    Object.entries(running)
      .filter(([, { kinds }]) => kind in kinds)
      .map(([size, { asking, kinds }]) => [size, () => latencies(asking, kinds[kind])]),
    { pairs, say },
  );
  const p50 = (size) => measured[size].map((took) => quantile(took, 0.5));
  const sides = Object.entries(measured).flatMap(([size, all]) => [
    [`${size} stories, p50`, { values: all.map((took) => quantile(took, 0.5)), unit: 'ms' }],
    [`${size} stories, p99`, { values: [quantile(all.flat(), 0.99)], unit: 'ms' }],
  ]);
  return { what: kind, sides: Object.fromEntries(sides), value: medianRatio(p50(most), p50(usual)), unit: '', guard: { atMost: 1.5 } };
}

const questions = {
  'a word that all stories of a language have': (turn) => asked.common(turn),
  'a word that many have': (turn) => asked.frequent(turn),
  'a word that some have': (turn) => asked.middling(turn),
  'a word that few have': (turn) => asked.rare(turn),
  'two words that many have': (turn) => `${asked.common(turn)} ${asked.frequent(turn)}`,
  'a common and a rare word': (turn) => `${asked.common(turn)} ${asked.rare(turn)}`,
  'a phrase': (turn) => `"${asked.common(turn)} ${asked.common(turn + 1)}"`,
};
const turns = Array.from({ length: searches }, (_, turn) => turn);

async function searching({ asking, dataDir }, { size, pairs, folder, say }) {
  const bare = await startUntilReady(own('sides/bareSearch.mjs'), dataDir, { log: join(folder, 'bare.log') });
  const bareAsking = clients(bare.url, 1);
  const findings = [];
  for (const [what, question] of Object.entries(questions)) {
    say(what);
    const words = turns.map(question);
    const measured = await rounds(
      [
        [
          'search',
          () =>
            latencies(
              asking,
              words.map((word) => `/v1/search?facets=false&q=${encodeURIComponent(word)}`),
            ),
        ],
        [
          'bare',
          () =>
            latencies(
              bareAsking,
              words.map((word) => `/?q=${encodeURIComponent(word)}`),
            ),
        ],
        ['alone', () => bare.ask(words)],
      ],
      { pairs, say },
    );
    const p = (share, name) => ({ values: measured[name].map((took) => quantile(took, share)), unit: 'ms' });
    const alone = (name) => ({ values: measured.alone.map((took) => quantile(took[name], 0.99)), unit: 'ms' });
    const sides = {
      ...{ 'search, p50': p(0.5, 'search'), 'search, p99': p(0.99, 'search'), 'bare, p50': p(0.5, 'bare'), 'bare, p99': p(0.99, 'bare') },
      ...{ 'finding alone, p99': alone('ours'), 'bare alone, p99': alone('bare') },
    };
    findings.push({
      what: `searching ${size} stories for ${what}`,
      sides,
      value: medianRatio(sides['search, p99'].values, sides['bare, p99'].values),
      unit: '',
      guard: { atMost: 3 },
    });
  }
  bareAsking.close();
  await bare.stop();
  return findings;
}

/** Addresses of what takes long to work out. */
function hard(size) {
  // The stories are of 20 years, and a few of them are withdrawn.
  const lastPart = Math.max(1, Math.floor((size * 0.99) / 20 / 500));
  return {
    'search with facets': (word) => `/v1/search?q=${word}`,
    'search with facets and a count': (word) => `/v1/search?q=${word}&count=true&sort=-firstPublishedAt`,
    'list by words, counted': (word) => `/v1/articles?q=${word}&count=true&limit=100&view=full`,
    'list of all, counted': (word, turn) => `/v1/articles?count=true&language=en,fr&topic=topic-${turn % 60}`,
    'search within a filter': (word, turn) => `/v1/search?q=${word}&topic=topic-${turn % 60}`,
    'site map': (word, turn) => `/sitemaps/${2006 + (turn % 20)}-${turn % 2 ? 1 : lastPart}.xml`,
    'news site map': () => '/sitemap-news.xml',
    'feed of 100': (word, turn) => `/feeds/articles.${['rss', 'atom', 'json'][turn % 3]}?limit=100`,
  };
}

/** The answers that take the longest to work out, one after the other, while the event loop is watched. */
async function heldUp({ asking, ask }, { size, pairs, say }) {
  const words = Object.values(questions).flatMap((question) => [0, 1, 2].map(question));
  const stalls = [];
  const measured = await rounds(
    Object.entries(hard(size)).map(([name, address]) => [
      name,
      async () => {
        await ask('watch');
        const took = await latencies(
          asking,
          words.map((word, turn) => address(encodeURIComponent(word), turn)),
        );
        const { longestStall } = await ask('tell');
        stalls.push({ name, longestStall });
        return took;
      },
    ]),
    { pairs, say },
  );
  const sides = Object.entries(measured).flatMap(([name, all]) => {
    const held = stalls.filter((stall) => stall.name === name).slice(1);
    return [
      [`${name}, p50`, { values: [quantile(all.flat(), 0.5)], unit: 'ms' }],
      [`${name}, p99`, { values: [quantile(all.flat(), 0.99)], unit: 'ms' }],
      [`${name}, longest stall`, { values: held.map(({ longestStall }) => longestStall), unit: 'ms' }],
    ];
  });
  const worst = Math.max(...Object.keys(hard(size)).map((name) => median(Object.fromEntries(sides)[`${name}, longest stall`].values)));
  return {
    what: `the longest stall of the server of ${size} stories while it answers what takes longest`,
    sides: Object.fromEntries(sides),
    value: worst,
    unit: 'ms',
    guard: { atMost: 20 },
  };
}

/** What was asked of one server is asked of each before their memory is compared. */
async function askedMuch({ asking }, { size, pairs }) {
  const words = Object.values(questions).flatMap((question) => turns.slice(0, 40).map(question));
  for (let round = 0; round < pairs; round += 1) {
    await latencies(
      asking,
      words.map((word) => `/v1/search?q=${encodeURIComponent(word)}&count=true`),
    );
    await latencies(
      asking,
      Object.values(hard(size)).flatMap((address) => words.slice(0, 20).map((word, turn) => address(encodeURIComponent(word), turn))),
    );
  }
}

function memory(running, most) {
  const values = Object.fromEntries(Object.entries(running).map(([size, { residentMegabytes }]) => [size, residentMegabytes()]));
  const sides = Object.entries(values).map(([size, value]) => [`${size} stories, resident`, { values: [value], unit: 'MB' }]);
  return { what: 'memory of the server', sides: Object.fromEntries(sides), value: values[most] - values[least], unit: 'MB', guard: { atMost: 300 } };
}

/** Each of `sides` once a round, every second round the other way around; the first one, which warms up, is left out. */
async function rounds(sides, { pairs, say }) {
  const measured = Object.fromEntries(sides.map(([name]) => [name, []]));
  for (let round = 0; round <= pairs; round += 1) {
    for (const [name, side] of round % 2 ? sides : sides.toReversed()) {
      const took = await side();
      if (round > 0) measured[name].push(took);
    }
  }
  say(
    Object.entries(measured)
      .filter(([, [took]]) => Array.isArray(took))
      .map(([name, all]) => `${name} ${quantile(all.flat(), 0.5).toFixed(2)}/${quantile(all.flat(), 0.99).toFixed(2)} ms`)
      .join(', '),
  );
  return measured;
}

async function until(done) {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 100));
}
