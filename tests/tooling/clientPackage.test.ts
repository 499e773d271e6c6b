/** Without this test the client could work here and nowhere else: it is packed, installed in an empty project without a network, run by plain Node.js, and read by a compiler. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFilledRoom, type FilledRoom } from '../helpers/filledRoom.ts';

const house = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

let room: FilledRoom;
let project: string;
beforeAll(async () => {
  room = await openFilledRoom();
  project = mkdtempSync(join(tmpdir(), 'counterpoint-consumer-'));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module', private: true }));
  const { stdout } = await run('npm', ['pack', join(house, 'dist/client'), '--pack-destination', project, '--json', '--ignore-scripts'], { cwd: project });
  const [{ filename = '' } = {}] = JSON.parse(stdout) as { filename?: string }[];
  await run('npm', ['install', `./${filename}`, '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: project });
}, 60_000);
afterAll(async () => {
  await room.close();
  rmSync(project, { recursive: true });
});

it('plain Node.js reads a newsroom with it', async () => {
  writeFileSync(
    join(project, 'read.mjs'),
    `import { createClient, GoneError } from '@counterpoint/client';
    const newsroom = createClient({ baseUrl: process.argv[2] });
    let stories = 0;
    for await (const { id } of newsroom.articles.all({ limit: 10, fields: ['id'] })) stories += id ? 1 : 0;
    const gone = await newsroom.articles.find(process.argv[3]).catch((error) => error);
    console.log(JSON.stringify({ stories, gone: gone instanceof GoneError && gone.notice }));`,
  );
  const { stdout } = await run(process.execPath, ['read.mjs', room.url, room.withdrawn], { cwd: project });
  expect(JSON.parse(stdout)).toEqual({ stories: 24, gone: 'It was not so.' });
});

it('a compiler knows what is in an answer, and what is not', async () => {
  writeFileSync(
    join(project, 'consumer.ts'),
    `import { createClient, ProblemError, type Article, type Client } from '@counterpoint/client';
    const newsroom: Client = createClient({ baseUrl: new URL('https://news.example') });
    const story: Article | null = await newsroom.articles.find({ language: 'en', slug: 'ferry' });
    const quote: string[] | undefined = story?.excerpts[0]?.quote;
    const { data, page } = await newsroom.articles.list({ fields: ['title'], view: 'full' });
    const titles: string[] = data.map(({ title }) => title);
    // @ts-expect-error: it was not asked for.
    data.map(({ slug }) => slug);
    // @ts-expect-error: a summary has no quotations.
    (await newsroom.articles.list()).data[0]?.excerpts[0]?.quote;
    // @ts-expect-error: there is no such parameter.
    await newsroom.articles.list({ langauge: 'en' });
    for await (const change of newsroom.stream()) if (change.kind !== 'reset') change.revision.toFixed();
    export { ProblemError, quote, titles, page };`,
  );
  const options = { strict: true, noEmit: true, target: 'ES2022', module: 'NodeNext', lib: ['ES2022', 'DOM'], types: [] };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['consumer.ts'] }));
  const { stdout } = await run(process.execPath, [join(house, 'node_modules/typescript/bin/tsc'), '-p', '.'], { cwd: project }).catch(
    (error: unknown) => error as { stdout: string },
  );
  expect(stdout).toBe('');
});

it('it is small, whole, and needs nothing else', () => {
  const installed = join(project, 'node_modules/@counterpoint/client');
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, unknown>;
  expect(manifest).toMatchObject({ type: 'module', sideEffects: false, license: 'MIT' });
  expect(manifest.dependencies).toBeUndefined();
  for (const name of ['README.md', 'LICENSE', 'index.d.ts']) expect(statSync(join(installed, name)).size).toBeGreaterThan(500);
  const code = readFileSync(join(installed, 'index.js'), 'utf8');
  expect(code).not.toMatch(/^import /m);
  expect(gzipSync(code).length).toBeLessThan(8_000);
});
