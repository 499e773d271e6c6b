/** Without these tests the bundle could hold one Payload and the panel load another, or errors could lose the names by which clients tell them apart. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { startNewsroom } from '../helpers/newsroom.ts';

it('the panel and the server work with one Payload', async () => {
  const newsroom = await startNewsroom({ withAdmin: true, watch: [resolve(import.meta.dirname, 'notePayload.mjs')] });
  const loaded = newsroom.logs.filter((line) => line.startsWith('loaded '));
  await newsroom.stop();
  expect(loaded).toEqual([expect.stringMatching(/\/dist\/newsroom\/payload\/index\.mjs$/)]);
});

it('classes that are bundled keep their names, of which errors over HTTP take theirs', () => {
  const installed = namesIn('node_modules/payload/dist/index.js');
  expect(installed).toContainEqual(['ValidationError', 'ValidationError']);
  expect(namesIn('dist/newsroom/payload/index.mjs')).toEqual(installed);
});

/** Which classes a module exports under which name, and the name that each calls itself by; read in a process of its own, which loads it as the server does. */
function namesIn(file: string): [string, string][] {
  const url = pathToFileURL(resolve(import.meta.dirname, '../..', file)).href;
  const script = `const all = Object.entries(await import('${url}')).filter(([, value]) => /^class\\b/.test(String(value)));
    process.stdout.write(JSON.stringify(all.map(([name, value]) => [name, value.name])), () => process.exit());`;
  const said = execFileSync(process.execPath, ['--conditions=production', '--input-type=module', '--eval', script], { encoding: 'utf8' });
  return JSON.parse(said) as [string, string][];
}
