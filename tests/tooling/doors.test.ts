/** Without this test a route could open that nobody has decided about: the doors that exist, beside those that the access table names. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMatrix, type Row } from '../access/readMatrix.mjs';
import { routesThatExist, type Doors } from '../access/routesThatExist.ts';

const matrix = readMatrix();
const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-doors-'));
let doors: Doors;

beforeAll(async () => {
  doors = await routesThatExist(dataDir);
}, 60_000);
afterAll(() => {
  rmSync(dataDir, { recursive: true });
});

const unique = (texts: readonly (string | undefined)[]) => [...new Set(texts.filter((text) => text !== undefined))].sort();
const inGraphql = (rows: readonly Row[], one: string, many: string) => rows.map(({ graphql }) => graphql?.replace('{One}', one).replace('{Many}', many));

describe('the access table names every door, and no other', () => {
  it('has a section for each collection', () => {
    expect(matrix.sections.flatMap(({ collections }) => collections).sort()).toEqual([...doors.rest.keys()].filter((slug) => slug !== '').sort());
  });

  it('of REST, collection by collection', () => {
    for (const { collections, rows } of matrix.sections) {
      for (const collection of collections)
        expect({ [collection]: unique(rows.map(({ rest }) => rest)) }).toEqual({ [collection]: unique(doors.rest.get(collection) ?? []) });
    }
    expect(unique(matrix.root.map(({ rest }) => rest))).toEqual(unique(doors.rest.get('') ?? []));
  });

  it('of GraphQL', () => {
    const named = matrix.sections.flatMap(({ collections, rows }) =>
      collections.flatMap((collection) => {
        const names = doors.names.get(collection);
        return names ? inGraphql(rows, names.one, names.many) : [];
      }),
    );
    expect(unique(named)).toEqual(unique(doors.graphql));
  });

  it('of the server itself, transitions and pages', () => {
    expect(unique([...matrix.transitions, ...matrix.pages].map(({ rest }) => rest))).toEqual(unique(doors.pages));
  });
});
