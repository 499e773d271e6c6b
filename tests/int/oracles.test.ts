/** Without these tests what no answer says could still be asked out of the newsroom, one yes or no at a time. */
import { getNamedType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import type { SanitizedCollectionConfig } from 'payload';
import { validOperators } from 'payload/shared';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TRANSITIONS } from '../../src/editorial/stages.ts';
import { ask, type Door } from '../canaries/ask.ts';
import { collectionsOfTheNewsroom, fieldsOf } from '../canaries/config.ts';
import { schemaOf } from '../canaries/graphqlDoors.ts';
import { targets, type Guess } from '../canaries/guesses.ts';
import { Marks } from '../canaries/marks.ts';
import { people, type People } from '../canaries/people.ts';
import { differences, told } from '../canaries/sameAnswer.ts';
import { chunks } from '../canaries/restDoors.ts';
import { move, plantStory, rewrite, type Ids } from '../canaries/stories.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { PASSWORD, stranger as strangerTo, type Caller } from '../helpers/staff.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const nobody = '0197f3c0-0000-7000-8000-000000000000';
const published = ['articles', 'news-excerpts', 'commentaries', 'media', 'authors', 'outlets', 'topics'] as const;
const marks = new Marks();
let newsroom: Newsroom;
let staff: People;
let collections: SanitizedCollectionConfig[];
let live: Ids;
let never: Ids;
let stranger: Door;
let syndication: Door;
let editor: Door;

beforeAll(async () => {
  collections = await collectionsOfTheNewsroom();
  newsroom = await startNewsroom();
  staff = await people(newsroom, marks);
  const { url } = newsroom;
  [stranger, syndication, editor] = [{ url }, { url, token: staff.syndication.token }, { url, token: staff.editor.token }];
  const planter = { newsroom, desk: staff.editor, marks };
  never = await plantStory(planter, { state: 'never published' });
  live = await plantStory(planter, { state: 'live, before it was published', names: { state: 'live', kind: 'beacon' } });
  await rewrite(planter, live, 'live', 'beacon');
  await move(staff.editor, live.articles, 'submit', 'approve', 'publish');
  await rewrite(planter, live, 'live, newer draft');
});
afterAll(() => newsroom.stop());

const callers = [
  ['a stranger', () => stranger],
  ['somebody from syndication', () => syndication],
] as const satisfies [string, () => Door][];

describe.each(callers)('%s learns nothing from', (who, door) => {
  it.each(published)('a filter on %s, whatever is guessed of which field', async (slug) => {
    const paths = targets(collections, slug, marks, never);
    const pairs = paths.flatMap(({ path, guesses }) =>
      guesses.flatMap((guess) =>
        operatorsFor(path, who).map((operator) => ({
          ...guess,
          asking: (value: string) => ({ path: `/api/${slug}?depth=0&where[${path}][${operator}]=${value}` }),
        })),
      ),
    );
    expect(pairs.length).toBeGreaterThan(10);
    expect(await differences(door(), pairs)).toEqual([]);
  });

  it('a filter within a filter, or one that is sent as a POST, or counted', async () => {
    const [guess] = targets(collections, 'articles', marks, never).find(({ path }) => path === 'notes')?.guesses ?? [];
    if (guess === undefined) throw new Error('There are no notes to guess.');
    const override = { 'X-HTTP-Method-Override': 'GET' };
    const ways = [
      (value: string) => ({ path: `/api/articles?where[or][0][id][exists]=false&where[or][1][notes][like]=${value}` }),
      (value: string) => ({ path: `/api/articles?where[OR][0][and][0][notes][like]=${value}` }),
      (value: string) => ({ path: `/api/articles?where[and][0][or][0][excerpts.notes][like]=${value}` }),
      (value: string) => ({ path: `/api/articles?where[excerpts][notes][like]=${value}` }),
      (value: string) => ({ path: `/api/articles?where[excerpts][contains][notes][like]=${value}` }),
      (value: string) => ({ path: `/api/articles?where[notes.en][like]=${value}&locale=all` }),
      (value: string) => ({ path: `/api/articles?where[_id][like]=${value}` }),
      (value: string) => ({ path: `/api/articles?joins[excerpts][where][notes][like]=${value}` }),
      (value: string) => ({ path: `/api/articles/count?where[notes][like]=${value}` }),
      (value: string) => ({ path: `/api/articles/versions?where[version.notes][like]=${value}` }),
      (value: string) => ({ path: `/api/articles?where[version.notes][like]=${value}&draft=true` }),
      (value: string) => ({ path: `/api/articles/${live.articles}?where[notes][like]=${value}` }),
      (value: string) => ({ path: '/api/articles', body: `where[notes][like]=${value}`, headers: override }),
      (value: string) => ({ path: '/api/articles', body: { where: { notes: { like: value } } }, headers: override }),
      (value: string) => ({ path: '/api/users/count', body: `where[email][like]=${value}`, headers: override }),
      (value: string) => ({ path: `/api/users?where[email][like]=${value}` }),
      ...['workflow', 'approvals', 'transitions', 'slugs', 'imports', 'payload-preferences', 'payload-locked-documents'].map((slug) => (value: string) => ({
        path: `/api/${slug}?where[id][not_equals]=${value}`,
      })),
    ];
    expect(
      await differences(
        door(),
        ways.map((asking) => ({ asking, ...guess })),
      ),
    ).toEqual([]);
  });

  it('sorting: only what everybody may read puts stories in order', async () => {
    for (const slug of published) {
      const { flattenedFields = [] } = collections.find((one) => one.slug === slug) ?? {};
      const readable = new Set(
        flattenedFields.filter((field) => !('access' in field && field.access?.read) && !('hidden' in field && field.hidden)).map(({ name }) => name),
      );
      const relations = targets(collections, slug, marks, never).map(({ path }) => path);
      for (const path of new Set([...fieldsOf(flattenedFields).map((field) => field.path), ...relations])) {
        const { status } = await ask(door(), { path: `/api/${slug}?limit=1&sort=-${path}` });
        expect(status === 200 ? readable.has(path) : status === 400, `${slug} by ${path}: ${String(status)}`).toBe(true);
      }
    }
  });

  it('filters in GraphQL', async () => {
    const schema = await schemaOf(door());
    const pairs = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, args }) => {
      const where = getNamedType(args.find((argument) => argument.name === 'where')?.type);
      const collection = collections.find(({ graphQL }) => graphQL && [graphQL.pluralName, `count${String(graphQL.pluralName)}`].includes(name));
      if (collection === undefined || !isInputObjectType(where)) return [];
      const conditions = targets(collections, collection.slug, marks, never, 0).flatMap(({ path, guesses: [guess] }) =>
        guess === undefined || (collection.slug === 'users' && !guess.right.startsWith('zq'))
          ? []
          : graphqlConditions(where, path.replaceAll('.', '__'), guess),
      );
      return chunks(conditions, 20).map((some) => ({
        ...{ right: 'right', wrong: 'wrong' },
        asking: (which: string) => ({
          path: '/api/graphql',
          body: { query: `{ ${some.map((condition, at) => asked(name, at, condition[which as keyof Guess])).join(' ')} }` },
        }),
      }));
    });
    expect(pairs.length).toBeGreaterThan(20);
    for (const { asking } of pairs) expect((await ask(door(), asking('right'))).body).toContain('"a0":');
    expect(await differences(door(), pairs)).toEqual([]);
  });

  it('the address of a document or a file that is not out: it answers as one that is not there', async () => {
    const image = JSON.parse((await ask(editor, { path: `/api/media/${never.media}` })).body) as {
      filename: string;
      sizes: { thumbnail: { filename: string } };
    };
    const files = [image.filename, image.sizes.thumbnail.filename].flatMap((right) =>
      ['', '?prefix=x'].map((search) => ({ right, wrong: 'nothing.jpg', asking: (value: string) => ({ path: `/api/media/file/${value}${search}` }) })),
    );
    const documents = published.flatMap((slug) =>
      [
        (id: string) => ({ path: `/api/${slug}/${id}?depth=2` }),
        (id: string) => ({ path: `/api/${slug}/${id}?draft=true` }),
        (id: string) => ({ path: `/api/${slug}?where[id][equals]=${id}` }),
        (id: string) => ({ path: `/api/${slug}/${id}`, method: 'PATCH', body: {}, headers: { 'If-Match': '"1"' } }),
        (id: string) => ({ path: `/api/${slug}/${id}`, method: 'DELETE' }),
        (id: string) => ({ path: `/api/${slug}/${id}/duplicate`, body: {} }),
        (id: string) => ({ path: `/api/${slug}/versions?where[parent][equals]=${id}` }),
      ].map((asking) => ({ right: never[slug], wrong: nobody, asking })),
    );
    const transitions = TRANSITIONS.map((transition) => ({
      ...{ right: never.articles, wrong: nobody },
      asking: (id: string) => ({ path: `/api/articles/${id}/${transition}`, body: {}, headers: { 'If-Match': '"1"' } }),
    }));
    expect(await differences(door(), [...files, ...documents, ...transitions])).toEqual([]);
  });
});

it('what may be done with a document that is not out is no news of it: no revision, no field of it', async () => {
  for (const slug of published) {
    const [of, without] = [never[slug], live[slug]].map((id) => ({ path: `/api/${slug}/access/${id}`, body: {} }));
    for (const question of [of, without]) expect((await ask(stranger, question ?? { path: '/' })).headers, slug).not.toContain('etag');
  }
});

it('an administrator’s filters do tell a right guess from a wrong one: otherwise the guesses above would prove nothing', async () => {
  const door = { url: newsroom.url, token: staff.admin.token };
  const silent: string[] = [];
  for (const slug of published) {
    for (const { path, guesses } of targets(collections, slug, marks, never, slug === 'articles' ? 1 : 0)) {
      // Relations that no story here has set lead nowhere; rich text, and lists and groups behind a relation, are not found by anybody on one database or the other.
      if (!guesses[0]?.right.startsWith('zq') || /^(translationOf|assignee)\.|^\w+\.(aliases|snapshot\..+)$|(^|\.)body$/.test(path)) continue;
      const pairs = guesses.flatMap((guess) =>
        ['like', 'equals', 'contains'].map((operator) => ({
          ...guess,
          asking: (value: string) => ({ path: `/api/${slug}?draft=true&depth=0&where[${path}][${operator}]=${value}` }),
        })),
      );
      if ((await differences(door, pairs)).length === 0) silent.push(`${slug}: ${path}`);
    }
  }
  expect(silent).toEqual([]);
});

it('a filter that goes over several relations to what even an editor may not read is refused, and the server goes on', async () => {
  for (const path of ['excerpts.snapshot.capturedBy.email', 'commentaries.authors.user.email', 'excerpts.owner.email']) {
    expect((await ask(editor, { path: `/api/articles?where[${path}][equals]=nobody@example.org` })).status, path).toBe(400);
  }
  expect((await ask(stranger, { path: '/readyz' })).status).toBe(200);
});

describe('who has an account is nobody’s business', () => {
  const wrong = 'not the password at all';
  const graph = (query: string) => ({ path: '/api/graphql', body: { query } });
  const ways = [
    (email: string) => ({ path: '/api/users/login', body: { email, password: wrong } }),
    (email: string) => graph(`mutation { loginUser(email: "${email}", password: "${wrong}") { token } }`),
    (email: string) => ({ path: '/api/users/forgot-password', body: { email } }),
    (email: string) => graph(`mutation { forgotPasswordUser(email: "${email}") }`),
    (email: string) => ({ path: '/api/users/unlock', body: { email } }),
    (email: string) => graph(`mutation { unlockUser(email: "${email}") }`),
    (email: string) => ({ path: '/api/users/first-register', body: { email, password: PASSWORD } }),
    (email: string) => ({ path: '/api/users', body: { email, password: PASSWORD } }),
  ];
  const unknown = 'zzabcdefgh@example.org';

  it('a known, a disabled and an unknown address are answered alike', async () => {
    const { admin } = staff;
    await admin.create('users', { email: 'gone@example.org', password: PASSWORD, roles: ['editor'] });
    const { body } = await admin.send<{ docs: { id: string }[] }>('GET', '/api/users?where[email][equals]=gone@example.org');
    await admin.edit('users', body.docs[0]?.id ?? '', { disabled: true });
    for (const email of [staff.addresses.named, 'gone@example.org']) {
      for (const asking of ways) expect(await told(stranger, asking, email)).toBe(await told(stranger, asking, unknown));
    }
    const right = (email: string) => ({ path: '/api/users/login', body: { email, password: PASSWORD } });
    expect(await told(stranger, right, 'gone@example.org')).toBe(await told(stranger, right, unknown));
  });

  it('however often a password is tried, one after the other or at once', async () => {
    const { addresses } = staff;
    const [login, inGraphql] = ways as [(typeof ways)[number], (typeof ways)[number]];
    const expected = await told(stranger, login, unknown);
    const tries = Array.from({ length: 11 }, () => told(stranger, login, addresses.named));
    for (const answer of await Promise.all(tries)) expect(answer).toBe(expected);
    expect(await told(stranger, login, addresses.named)).toBe(expected);
    expect(await told(stranger, inGraphql, addresses.named)).toBe(await told(stranger, inGraphql, unknown));
    const locked = await strangerTo(newsroom).send('POST', '/api/users/login', { email: addresses.named, password: PASSWORD });
    expect(locked.status).toBe(401);
  });
});

describe('what guards an account', () => {
  it.each<[string, () => Caller]>([
    ['its owner', () => staff.syndication],
    ['an administrator', () => staff.admin],
  ])('is told to nobody, not even to %s who edits an old state of it', async (_who, caller) => {
    const { status, body } = await caller().send('PATCH', `/api/users/${staff.syndication.id}`, { name: 'x' }, { 'If-Match': '"77"' });
    expect(status).toBe(412);
    expect(JSON.stringify(body)).toContain('"roles":["syndication"]');
    expect(JSON.stringify(body)).not.toMatch(/"(salt|hash|password|resetPasswordToken|loginAttempts|lockUntil)"|pbkdf2/);
  });

  it.each(['salt', 'hash', 'resetPasswordToken', 'lockUntil', 'loginAttempts', 'sessions.id'])('is asked for in vain: %s', async (field) => {
    for (const question of [`where[${field}][exists]=true`, `where[${field}][like]=a`, `sort=${field}`]) {
      for (const door of [syndication, editor]) expect((await ask(door, { path: `/api/users?${question}` })).status, question).toBe(400);
    }
  });
});

/** All operators for a field of the collection's own; for what lies behind a relation, those that guess best. */
function operatorsFor(path: string, who: string): readonly string[] {
  if (path.includes('.') || who !== 'a stranger') return ['like'];
  return validOperators.filter((operator) => !['near', 'within', 'intersects'].includes(operator));
}

function asked(query: string, at: number, condition: string | undefined): string {
  return `a${String(at)}: ${query}(where: {${condition ?? ''}}) { totalDocs }`;
}

/** The conditions that the schema offers on `field`, with both values of `guess`, equally long. */
function graphqlConditions(where: GraphQLInputObjectType, field: string, guess: Guess): Guess[] {
  const input = getNamedType(where.getFields()[field]?.type);
  if (!isInputObjectType(input)) return [];
  return Object.values(input.getFields()).flatMap(({ name, type }) => {
    const literal = literals[getNamedType(type).name]?.(guess.right) ?? null;
    if (literal === null || name === 'exists') return [];
    const written = (value: string) => `${field}: {${name}: ${literal === 'plain' ? value : JSON.stringify(value)}}`.padEnd(120);
    return [{ right: written(guess.right), wrong: written(guess.wrong) }];
  });
}

/** How a value is written for a type of the schema, where it is one. */
const literals: Record<string, (value: string) => 'plain' | 'quoted' | null> = {
  String: () => 'quoted',
  JSON: () => 'quoted',
  DateTime: (value) => (Number.isNaN(Date.parse(value)) ? null : 'quoted'),
  Float: (value) => (/^\d+$/.test(value) ? 'plain' : null),
  Boolean: (value) => (['true', 'false'].includes(value) ? 'plain' : null),
};
