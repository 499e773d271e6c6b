/** Without this test the access table would be a wish: every cell is tried on a running newsroom, and each refused request is sent again by somebody who may. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, areRecords, readMatrix, type Role, type Row } from '../access/readMatrix.mjs';
import { openPlace, type Place } from '../access/place.ts';
import { requestFor, send, type Asked, type Door, type Given, type Subject } from '../access/requests.ts';
import { freshTarget, seenByStaff, type Target } from '../access/targets.ts';
import type { Caller } from '../helpers/staff.ts';

const GRAPHQL_NAMES: Record<string, [one: string, many: string]> = {
  articles: ['Article', 'Articles'],
  'news-excerpts': ['NewsExcerpt', 'NewsExcerpts'],
  commentaries: ['Commentary', 'Commentaries'],
  media: ['Media', 'AllMedia'],
  authors: ['Author', 'Authors'],
  outlets: ['Outlet', 'Outlets'],
  topics: ['Topic', 'Topics'],
  users: ['User', 'Users'],
  workflow: ['Workflow', 'Workflows'],
  approvals: ['Approval', 'Approvals'],
  publications: ['Publication', 'Publications'],
  transitions: ['Transition', 'Transitions'],
  cascades: ['Cascade', 'Cascades'],
  ledger: ['LedgerEntry', 'LedgerEntries'],
  slugs: ['Slug', 'Slugs'],
  carriages: ['Carriage', 'Carriages'],
  imports: ['ImportRecord', 'ImportRecords'],
  redirects: ['Redirect', 'Redirects'],
  'picture-tasks': ['PictureTask', 'PictureTasks'],
  'ledger-tasks': ['LedgerTask', 'LedgerTasks'],
  leases: ['Lease', 'Leases'],
  nodes: ['Node', 'Nodes'],
};
/** Operations that are tried in accountAccess.test.ts, each in its own way. */
const ELSEWHERE = ['unlock', 'sign in', 'sign out', 'renew the session', 'ask who one is', 'ask whether there are accounts'];
ELSEWHERE.push('ask for a new password', 'set the password mailed for', 'make the first account', 'ask access');

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(async () => {
  await place.newsroom.stop();
});

const sections = readMatrix().sections.filter(({ collections }) => !collections.some((collection) => collection.startsWith('payload-')));
const subjects = sections.flatMap(({ collections, rows }) =>
  collections.map((collection) => {
    const [one, many] = GRAPHQL_NAMES[collection] ?? [];
    if (one === undefined || many === undefined) throw new Error(`What is ${collection} called in GraphQL?`);
    return { collection, one, many, records: areRecords(rows), rows: rows.filter(({ operation }) => !ELSEWHERE.includes(operation)) };
  }),
);

describe.each(subjects)('$collection', ({ rows, ...subject }) => {
  const cells = rows.flatMap((row) =>
    (['REST', 'GraphQL'] as const).filter((door) => (door === 'REST' ? row.rest : row.graphql)).map((door) => ({ ...row, row, door })),
  );
  it.each(cells)('$operation over $door', async ({ row, door }) => {
    if (row.operation === 'list' || row.operation === 'count') await tryFinding(row, door, subject);
    else if (row.never) await tryWhatNobodyMay(row, door, subject);
    else await tryOn(row, door, subject);
  });
});

/** Everybody who is refused is refused with the very request with which the first who may then succeeds; the others who may get a document of their own. */
async function tryOn(row: Row, door: Door, subject: Subject): Promise<void> {
  const target = await targetFor(row, subject, place.other);
  const asked = await requestFor(row, door, subject, target, []);
  const before = await seenByStaff(place, subject.collection, target.id);
  const [may, mayNot] = [ROLES.filter((role) => row.may[role] === 'yes'), ROLES.filter((role) => row.may[role] !== 'yes')];
  await refuse(row, asked, mayNot);
  expect(await seenByStaff(place, subject.collection, target.id), 'a refused request changed something').toEqual(before);
  const [first, ...others] = may;
  if (first === undefined) throw new Error('No role may, and the table does not say never.');
  expectDone(first, await send(place, asked, place.callers[first]));
  for (const role of others) {
    const next = writes(row) ? await requestFor(row, door, subject, await targetFor(row, subject, place.other), []) : asked;
    expectDone(role, await send(place, next, place.callers[role]));
  }
  for (const role of ROLES.filter((one) => row.may[one] === 'own')) {
    const own = await requestFor(row, door, subject, await targetFor(row, subject, place.callers[role]), []);
    expectDone(role, await send(place, own, place.callers[role]));
  }
}

/** What nobody may is refused to administrators too; sent to a collection that allows it, the same request succeeds, so it was well formed. */
async function tryWhatNobodyMay(row: Row, door: Door, subject: Subject): Promise<void> {
  const target = await targetFor(row, subject, place.other);
  const asked = await requestFor(row, door, subject, target, []);
  const before = await seenByStaff(place, subject.collection, target.id);
  await refuse(row, asked, ROLES);
  expect(await seenByStaff(place, subject.collection, target.id), 'a refused request changed something').toEqual(before);
  if (door === 'REST' && !row.operation.endsWith('many')) {
    const topic = await freshTarget(place, 'topics', place.admin, false);
    const elsewhere = inTopics(asked, subject, target, topic);
    expectDone('admin', await send(place, elsewhere, place.admin));
  }
}

async function refuse(row: Row, asked: Asked, roles: readonly Role[]): Promise<void> {
  const answers = await Promise.all(roles.map(async (role) => ({ role, given: await send(place, asked, place.callers[role]) })));
  for (const { role, given } of answers) expectRefused(row, role, given);
}

/** The same method, query and shape of body, about a topic; its words are a topic's where they have to be. */
function inTopics(asked: Asked, { collection }: Subject, target: Target, topic: Target): Asked {
  const path = asked.path.replace(`/api/${collection}`, '/api/topics').replace(target.id, topic.id);
  const body = asked.body === undefined ? undefined : JSON.stringify({ ...(JSON.parse(String(asked.body)) as object), name: `Topic of ${collection}` });
  return {
    ...asked,
    path,
    ...(body === undefined ? {} : { body }),
    headers: { ...asked.headers, ...('If-Match' in asked.headers ? { 'If-Match': `"${String(topic.rev)}"` } : {}) },
  };
}

/** Lists and counts show what the table says: all, what is released, one's own, or nothing at all. */
async function tryFinding(row: Row, door: Door, subject: Subject): Promise<void> {
  const target = await targetFor(row, subject, place.other);
  const released = place.released[subject.collection]?.id;
  const own = subject.collection === 'users' ? Object.values(place.callers).map(({ id }) => id) : [];
  const all = [...new Set([target.id, ...(released === undefined ? [] : [released]), ...own])].filter((id) => id !== '').sort();
  const asked = await requestFor(row, door, subject, target, all);
  for (const role of ROLES) {
    const given = await send(place, asked, place.callers[role]);
    const verdict = row.may[role];
    if (verdict === '–') expectRefused(row, role, given);
    else {
      expectDone(role, given);
      const expected =
        verdict === 'yes' ? all : verdict === 'released' ? all.filter((id) => id === released) : all.filter((id) => id === place.callers[role].id);
      expect(foundIn(given.body, row.operation), role).toEqual(row.operation === 'list' ? expected : expected.length);
    }
  }
}

function foundIn(body: unknown, operation: string): unknown {
  const answer = body as { data?: Record<string, unknown>; docs?: { id: string }[]; totalDocs?: number };
  const found = (answer.data === undefined ? answer : Object.values(answer.data)[0]) as typeof answer;
  return operation === 'count' ? found.totalDocs : found.docs?.map(({ id }) => id).sort();
}

async function targetFor({ operation }: Row, subject: Subject, owner: Caller): Promise<Target> {
  const released = place.released[subject.collection];
  if (released !== undefined && / released| draft/.test(operation)) return released;
  return freshTarget(place, subject.collection, owner, subject.records);
}

function writes({ operation }: Row): boolean {
  return !/^read|^list/.test(operation);
}

function expectRefused({ operation, may }: Row, role: Role, { status, said, body }: Given): void {
  const why = `${role}: ${JSON.stringify(body).slice(0, 300)}`;
  if (operation === 'create without a file' && status !== 403)
    expect([status, said, may[role]], why).toEqual([400, 'Choose the file of the picture.', 'never']);
  else if (operation.endsWith('many')) expect(status, why).toBe(405);
  // What is not for somebody is not there for them.
  else if (operation.startsWith('read')) expect([403, 404], why).toContain(status);
  else expect(status, why).toBe(403);
}

function expectDone(role: Role, { status, body }: Given): void {
  expect([200, 201], `${role}: ${JSON.stringify(body).slice(0, 300)}`).toContain(status);
}
