/** Without this file the Dockerfile and the Compose file would be tried for the first time by the person who depends on them: no machine of ours has a container engine. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, it } from 'vitest';

interface Service {
  image?: string;
  command?: string[];
  user?: string;
  read_only?: boolean;
  tmpfs?: string[];
  volumes?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
}

const house = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFile(join(house, file), 'utf8');

describe('docker-compose.yml', () => {
  let compose: { services: Record<'mongodb' | 'mongodb-init' | 'newsroom', Service>; volumes: Record<string, unknown> };
  beforeAll(async () => {
    compose = load(await read('docker-compose.yml')) as typeof compose;
  });

  it('is valid by the schema of the Compose specification', async () => {
    const schema = JSON.parse(await read('node_modules/dclint/schemas/compose.schema.json')) as Record<string, unknown>;
    // The schema names its dialect by an address that the validator does not know it by.
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile({ ...schema, $schema: undefined });
    validate(compose);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ services: { newsroom: { imagee: 'x' } } })).toBe(false);
  });

  it('starts the newsroom when MongoDB is healthy and is a replica set of one member', () => {
    const { mongodb, newsroom, 'mongodb-init': init } = compose.services;
    expect(mongodb.image).toMatch(/^mongo:8\./);
    expect(mongodb.command).toContain('--replSet');
    expect(mongodb.healthcheck?.test.join(' ')).toContain('ping');
    expect(init.command?.join(' ')).toContain('rs.initiate');
    expect(newsroom.depends_on).toMatchObject({ mongodb: { condition: 'service_healthy' }, 'mongodb-init': { condition: 'service_completed_successfully' } });
    expect(newsroom.environment?.['DATABASE_URL']).toContain('replicaSet=rs0');
  });

  it('gives the newsroom no disk to write but its data and /tmp', () => {
    const { newsroom } = compose.services;
    expect(newsroom.read_only).toBe(true);
    expect(newsroom.tmpfs).toEqual(['/tmp']);
    expect(newsroom.volumes).toEqual([`data:${newsroom.environment?.['DATA_DIR']}`]);
    expect(Object.keys(compose.volumes)).toContain('data');
  });
});

describe('the Dockerfile', () => {
  let lines: string[];
  beforeAll(async () => {
    lines = (await read('Dockerfile')).replaceAll('\\\n', ' ').split('\n');
  });

  it('builds with commands that .ci/run runs too, and no others', async () => {
    const continuous = (await read('.ci/run')).split('\n').map((line) => line.trim());
    const commands = lines.filter((line) => line.startsWith('RUN ')).map((line) => line.slice('RUN '.length).trim());
    expect(commands.length).toBeGreaterThan(1);
    for (const command of commands)
      expect(continuous, command).toContainEqual(expect.stringMatching(new RegExp(`^(step|meanwhile) '[^']+' (packages_that_run )?${escaped(command)}$`)));
  });

  it('pins its base, runs as another user than root, and tells whether it is ready', () => {
    const bases = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]);
    expect(bases.filter((base) => base?.includes(':'))).toEqual([expect.stringMatching(/^node:22\.\d+-bookworm-slim$/)]);
    expect(lines.lastIndexOf('USER node')).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('FROM ')));
    expect(lines.find((line) => line.startsWith('HEALTHCHECK'))).toContain('/readyz');
    expect(lines.join('\n')).toMatch(/^ENV .*NODE_ENV=production.*HOST=0\.0\.0\.0/m);
    expect(lines).toContain('VOLUME /data');
  });

  it('copies from the project only what everybody has who clones it', () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) =>
        line
          .split(/\s+/)
          .slice(1, -1)
          .filter((word) => !word.startsWith('--') && word !== '.'),
      );
    expect(copied).toContain('package-lock.json');
    for (const path of copied) expect(existsSync(join(house, path)), path).toBe(true);
  });

  it('takes nothing into the image that is secret or was built elsewhere', async () => {
    const ignored = (await read('.dockerignore')).split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.env', '.env.*', 'node_modules', 'dist', '.next', 'data']));
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
