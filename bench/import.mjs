/** Without this file nobody would notice that moving a newsroom's archive in takes a night instead of an hour: import beside a plain loop, and what parsing costs. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFlags, root } from '../scripts/stages.mjs';
import { startChild, runToEnd } from './measure/child.mjs';
import { copyNewsroom, own, settingsFor } from './measure/newsrooms.mjs';
import { inTurn, median, medianRatio } from './measure/pairs.mjs';
import { firstDifference } from './measure/sameStories.mjs';
import { writeDocuments } from './seed/documents.mjs';

const shipped = [process.execPath, ...nodeFlags, join(root, 'dist/newsroom/cli.mjs')];
const watched = shipped.with(-1, '--import').concat(join(root, 'bench/probes/memory.mjs'), shipped.at(-1));
/** Milliseconds between two looks at the memory. */
const often = 2000;

export const title = 'importing a folder of documents, on SQLite';
export const needsPanel = false;
export const stories = 10_000;
export const about = `import: how many documents a second come in, and what parsing costs.

Side one: the command as it is shipped, from process start to its end, reading and parsing included, on ${stories.toLocaleString('en')} generated documents of about 6 KB.
Side two: a plain loop of Payload's Local API creates over the same documents, parsed before the clock starts: outlets and authors once each,
then an excerpt, a commentary and an article for each, with hooks and validation, each its own transaction.
Guard: at least 2 times as many documents a second. Afterwards the two databases hold the same, field by field, apart from ids, times and
what only an import records (origin and imports), or the run ends.
Memory: what is alive (after a full collection, every 2 s) at the end beside the first tenth of the documents, in the first import, whose time does not count.
Guard: at most 1.3 times.
Parsing alone, in a process of its own: at least 2,000 documents a second, and a document 100 times as long takes at most 120 times as long.`;

export async function measure({ pairs, stories: count, folder, say }) {
  const documents = join(folder, 'documents');
  mkdirSync(documents);
  say(`writing ${count} documents …`);
  writeDocuments(documents, count);
  const empty = join(folder, 'empty');
  const log = join(folder, 'import.log');
  await runToEnd([...shipped, 'migrate'], { env: await settingsFor(empty), log });

  let grown;
  const sides = {
    import: async () => {
      const { dataDir, env } = await newsroom('import');
      const given = ['import', '--source', 'bench', documents];
      const looks = [];
      const child = startChild([...(grown === undefined ? watched : shipped), ...given], { env: { ...env, BENCH_EVERY: String(often) }, log });
      child.process.on('message', (look) => looks.push(look));
      const code = await child.exited;
      const seconds = (performance.now() - child.began) / 1000;
      if (code !== 0) throw new Error(`The import ended with ${code}; see ${log}.`);
      grown ??= grownBy(looks);
      kept.import = dataDir;
      return count / seconds;
    },
    plain: async () => {
      const { dataDir, env } = await newsroom('plain');
      const child = startChild(own('sides/plainCreates.mjs'), { env: { ...env, BENCH_DOCUMENTS: documents }, log });
      const told = new Promise((resolve) => child.process.once('message', resolve));
      const code = await child.exited;
      if (code !== 0) throw new Error(`The plain loop ended with ${code}; see ${log}.`);
      kept.plain = dataDir;
      return count / ((await told).milliseconds / 1000);
    },
  };
  const kept = {};
  const newsroom = async (name) => {
    rmSync(`${empty}-${name}`, { recursive: true, force: true });
    const dataDir = copyNewsroom(empty, name);
    return { dataDir, env: await settingsFor(dataDir) };
  };
  const rates = await inTurn(sides, { pairs, say, unit: 'documents/s' });
  const difference = firstDifference(kept.import, kept.plain);
  if (difference !== null) throw new Error(`The two newsrooms differ: ${difference}`);
  say('both newsrooms hold the same, field by field');

  const parsing = await inTurn({ parse: () => parse(log) }, { pairs, say, unit: 'documents/s' });
  return [
    {
      what: `${count} documents imported, beside a plain loop of creates`,
      sides: { import: { values: rates.import, unit: 'documents/s' }, 'plain loop': { values: rates.plain, unit: 'documents/s' } },
      value: medianRatio(rates.import, rates.plain),
      unit: '',
      guard: { atLeast: 2 },
    },
    {
      what: 'what is alive in the memory of the import at its end, beside the first tenth',
      sides: { 'grown by': { values: [grown], unit: 'times' } },
      value: grown,
      unit: '',
      guard: { atMost: 1.3 },
    },
    {
      what: 'documents parsed a second, in one process',
      sides: { parsing: { values: parsing.parse, unit: 'documents/s' } },
      value: median(parsing.parse),
      unit: 'documents/s',
      guard: { atLeast: 2000 },
    },
    {
      what: 'time of a document 100 times as long, in times of a usual one',
      sides: { long: { values: lengths.slice(1), unit: 'times' } },
      value: median(lengths.slice(1)),
      unit: '',
      guard: { atMost: 120 },
    },
  ];
}

const lengths = [];

async function parse(log) {
  const child = startChild(own('sides/parsing.mjs'), { env: {}, log });
  const told = new Promise((resolve) => child.process.once('message', resolve));
  if ((await child.exited) !== 0) throw new Error(`Parsing failed; see ${log}.`);
  const { perSecond, longInTimes } = await told;
  lengths.push(longInTimes);
  return perSecond;
}

/** The highest of the last looks over the highest of those around the first tenth. */
function grownBy(looks) {
  const around = (from, to) => Math.max(...looks.slice(Math.floor(looks.length * from), Math.max(Math.ceil(looks.length * to), 1)));
  return around(0.9, 1) / around(0, 0.1);
}
