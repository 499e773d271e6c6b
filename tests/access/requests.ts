/** Without this file a cell of the access table would not say what is sent: each operation as a request, at each door it has. */
import type { Row } from './readMatrix.mjs';
import { pictureForm, type Place } from './place.ts';
import { graphqlData, recordWords, wordsFor, type Target } from './targets.ts';
import type { Caller } from '../helpers/staff.ts';

/** A request without its sender: sent by two people, it is the same to the byte but for the Authorization header. */
export interface Asked {
  method: string;
  path: string;
  body?: Buffer | string;
  headers: Record<string, string>;
}

export interface Given {
  /** What REST answers, or what GraphQL says it would have. */
  status: number;
  body: unknown;
  said: string;
}

export type Door = 'REST' | 'GraphQL';

/** Where a collection is found: its slug, its names in GraphQL, and whether only the server writes it. */
export interface Subject {
  collection: string;
  one: string;
  many: string;
  records: boolean;
}

/** `row` asked at `door` about `target`; a list and a count ask about the documents in `among`. */
export async function requestFor(row: Row, door: Door, subject: Subject, target: Target, among: readonly string[]): Promise<Asked> {
  return door === 'REST' ? overRest(row, subject, target, among) : overGraphql(row, subject, target, among);
}

/** Sends `asked` in somebody's name, and reads the answer to its end. */
export async function send({ newsroom }: Place, asked: Asked, caller: Caller): Promise<Given> {
  const response = await fetch(newsroom.url + asked.path, {
    method: asked.method,
    headers: { ...asked.headers, ...(caller.token === null ? {} : { Authorization: `JWT ${caller.token}` }) },
    ...(asked.body === undefined ? {} : { body: typeof asked.body === 'string' ? asked.body : new Uint8Array(asked.body) }),
    redirect: 'manual',
  });
  const text = await response.text();
  const body: unknown = response.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : text;
  const errors = (body as { errors?: { message: string; extensions?: { statusCode?: number } }[] } | null)?.errors;
  const said = errors?.[0]?.message ?? '';
  return { status: asked.path === '/api/graphql' && errors ? (errors[0]?.extensions?.statusCode ?? 400) : response.status, body, said };
}

async function overRest({ operation, rest = '' }: Row, subject: Subject, target: Target, among: readonly string[]): Promise<Asked> {
  const [method = '', route = ''] = rest.split(' ');
  const id = /version/.test(operation) ? String(target.version) : target.id;
  const path = `/api/${subject.collection}${route.replace(':filename', target.filename ?? '').replace(/:id\??/, id)}`.replace(/\/$/, '');
  const json = (body: unknown, headers: Record<string, string> = {}): Asked => ({
    method,
    path,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  });
  const words = subject.records ? recordWords(subject.one) : wordsFor(subject.collection);
  if (operation === 'create' && subject.collection === 'media') {
    const { body, type } = await pictureForm(words.create);
    return { method, path, body, headers: { 'Content-Type': type } };
  }
  if (operation === 'create') return json(words.create);
  if (operation === 'update') return json(words.change, { 'If-Match': `"${String(target.rev ?? 0)}"` });
  if (operation === 'update many') return { ...json(words.change), path: `${path}?where[id][equals]=${target.id}` };
  if (operation === 'delete many') return { method, path: `${path}?where[id][equals]=${target.id}`, headers: {} };
  if (operation === 'list' || operation === 'count') return { method, path: `${path}?where[id][in]=${among.join(',')}&depth=0`, headers: {} };
  if (operation === 'list versions') return { method, path: `${path}?limit=1`, headers: {} };
  if (operation === 'read draft') return { method, path: `${path}?draft=true&depth=0`, headers: {} };
  return method === 'POST' ? json({}) : { method, path, headers: {} };
}

function overGraphql({ operation, graphql = '' }: Row, subject: Subject, target: Target, among: readonly string[]): Asked {
  const field = graphql.replace('{One}', subject.one).replace('{Many}', subject.many);
  const words = subject.records ? recordWords(subject.one) : wordsFor(subject.collection);
  const id = JSON.stringify(target.id);
  const version = typeof target.version === 'number' ? target.version : JSON.stringify(target.version);
  const found = `where: { id: { in: ${JSON.stringify(among)} } }`;
  switch (operation.replace(/^read (un)?released$/, 'read')) {
    case 'create':
    case 'create without a file':
      return asGraphql(`mutation ($data: TYPE) { ${field}(data: $data) { id } }`, graphqlData(field, words.create));
    case 'update':
      return asGraphql(
        `mutation ($data: TYPE) { ${field}(id: ${id}, data: $data) { id } }`,
        graphqlData(field, subject.records ? words.change : { ...words.change, rev: target.rev }),
      );
    case 'duplicate':
      return asGraphql(`mutation ($data: TYPE) { ${field}(id: ${id}, data: $data) { id } }`, graphqlData(field, words.create));
    case 'delete':
      return asGraphql(`mutation { ${field}(id: ${id}) { id } }`);
    case 'restore version':
      return asGraphql(`mutation { ${field}(id: ${version}) { id } }`);
    case 'read':
      return asGraphql(`{ ${field}(id: ${id}) { id } }`);
    case 'read draft':
      return asGraphql(`{ ${field}(id: ${id}, draft: true) { id } }`);
    case 'read version':
      return asGraphql(`{ ${field}(id: ${version}) { id } }`);
    case 'list versions':
      return asGraphql(`{ ${field}(limit: 1) { docs { id } } }`);
    case 'list':
      return asGraphql(`{ ${field}(${found}) { docs { id } } }`);
    case 'count':
      return asGraphql(`{ ${field}(${found}) { totalDocs } }`);
    default:
      throw new Error(`How is "${operation}" asked over GraphQL?`);
  }
}

/** A GraphQL operation as a request. */
export function asGraphql(query: string, variable?: { type: string; data: Record<string, unknown> }): Asked {
  const body = { query: query.replace('TYPE', variable?.type ?? ''), ...(variable ? { variables: { data: variable.data } } : {}) };
  return { method: 'POST', path: '/api/graphql', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}
