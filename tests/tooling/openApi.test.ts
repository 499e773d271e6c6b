/** Without this test the documentation could name addresses that are not there, leave some out, or explain an error that nobody tells of. */
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorTypes } from '../../src/delivery/errorTypes/errorTypes.ts';
import { openApiDocument } from '../../src/delivery/openapi/document.ts';
import { routesThatExist } from '../access/routesThatExist.ts';
import { toldProblems } from './problemCodes.ts';

const file = new URL('../../docs/openapi.json', import.meta.url);
const document = openApiDocument();

describe('docs/openapi.json', () => {
  it('is what the schemas of today make it: otherwise run npm run generate', () => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('is OpenAPI 3.1, and a linter has nothing to say about it', async () => {
    expect(await complaints(JSON.stringify(document))).toEqual([]);
  });

  it.each<[string, (text: string) => string]>([
    ['no-unresolved-refs', (text) => text.replaceAll('#/components/schemas/Outlet"', '#/components/schemas/Nowhere"')],
    ['operation-operationId-unique', (text) => text.replace('"operationId":"listArticles"', '"operationId":"getArticle"')],
    ['path-parameters-defined', (text) => text.replace('"/v1/excerpts/{id}"', '"/v1/excerpts/{excerpt}"')],
    ['no-invalid-media-type-examples', (text) => text.replace('"status":404', '"status":"404"')],
    ['struct', (text) => text.replace('"operationId":"listArticles"', '"operation":"listArticles"')],
  ])('the linter would find a fault: %s', async (rule, broken) => {
    expect(await complaints(broken(JSON.stringify(document)))).toContainEqual(expect.stringContaining(`${rule}:`));
  });
});

async function complaints(source: string): Promise<string[]> {
  const found = await lintFromString({ source, absoluteRef: file.pathname, config: await createConfig({ extends: ['recommended-strict'] }) });
  return found.map(({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer ?? ''})`);
}

describe('every door that is open to everybody', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-openapi-'));
  let doors: string[];
  beforeAll(async () => {
    const { pages } = await routesThatExist(dataDir);
    doors = pages.filter((door) => !/^\w+ \/(api|admin|_next)(\/|$)|^\w+ \/$/.test(door));
  }, 60_000);
  afterAll(() => {
    rmSync(dataDir, { recursive: true });
  });

  const described = Object.entries(document.paths).flatMap(([path, item]) => Object.keys(item).map((method) => [method.toUpperCase(), path] as const));
  /** The first route that answers a path of the document, as Express looks for it. */
  const doorOf = (method: string, path: string) => doors.find((door) => patternOf(door).test(`${method} ${path.replace(/\{\w+\}/g, 'x')}`));

  it('is described', () => {
    const opened = new Set(described.map(([method, path]) => doorOf(method, path)));
    expect(doors.length).toBeGreaterThan(30);
    expect(doors.filter((door) => !opened.has(door))).toEqual([]);
  });

  it('and nothing is described that is not there', () => {
    expect(described.filter(([method, path]) => doorOf(method, path) === undefined)).toEqual([]);
  });
});

/** `:name` is one segment, or a part of it. */
function patternOf(door: string): RegExp {
  const [method = '', path = ''] = door.split(' ');
  return new RegExp(`^${method === 'ALL' ? '\\w+' : method} ${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`);
}

describe('every error that is told of', () => {
  /** Codes that are put together where they are told. */
  const putTogether: Readonly<Record<string, string[]>> = {
    'src/delivery/story.ts: `article-${kind}`': ['article-withdrawn', 'article-killed'],
    'src/delivery/parameters.ts: slug': ['bad-parameter', 'bad-cursor'],
    // Examples of those that there are.
    'src/delivery/errorTypes/errorTypes.ts: code': [],
  };
  const told = toldProblems();

  it('is named where it is told, or here', () => {
    expect(told.length).toBeGreaterThan(80);
    expect(told.filter(({ code }) => code === undefined).map(({ place }) => place)).toEqual(expect.arrayContaining(Object.keys(putTogether)));
    expect(told.filter(({ code, place }) => code === undefined && !(place in putTogether))).toEqual([]);
  });

  it('has a page that explains it, and no page explains another', () => {
    const codes = [...told.flatMap(({ code }) => code ?? []), ...Object.values(putTogether).flat()];
    expect([...new Set(codes)].sort()).toEqual(Object.keys(errorTypes).sort());
  });

  it('has the status there that it is told with', () => {
    const wrong = told.filter(({ code, status }) => code !== undefined && status !== undefined && errorTypes[code]?.status !== status);
    expect(wrong).toEqual([]);
  });
});
