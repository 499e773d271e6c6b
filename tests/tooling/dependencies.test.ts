/** Without this file a package could come in without anybody having said what it is for. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const house = resolve(import.meta.dirname, '../..');

describe('every package we depend on', () => {
  let packages: [name: string, version: string][];
  beforeAll(async () => {
    const named = JSON.parse(await readFile(join(house, 'package.json'), 'utf8')) as Record<string, Record<string, string> | undefined>;
    packages = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) => Object.entries(named[kind] ?? {}));
  });

  it('is pinned to one version', () => {
    const exact = /^(npm:.+@)?\d+\.\d+\.\d+$/;
    expect(packages.filter(([, version]) => !exact.test(version))).toEqual([]);
  });

  it('is explained in the decision on dependencies', async () => {
    const decision = await readFile(join(house, 'docs/decisions/0002-dependencies.md'), 'utf8');
    expect(packages.map(([name]) => name).filter((name) => !decision.includes(`\`${name}\``))).toEqual([]);
  });

  it('is explained only as long as we depend on it', async () => {
    const rows = (await readFile(join(house, 'docs/decisions/0002-dependencies.md'), 'utf8')).split('\n').filter((line) => line.startsWith('| `'));
    const explained = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(explained.filter((name) => !packages.some(([one]) => one === name))).toEqual([]);
  });
});
