/** Without this file answers and documentation could drift apart: what is wrong with an answer of /v1, /feeds and their like, held against docs/openapi.json. */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isId } from '../../src/domain/ids.ts';
import type { Content, Header, OpenApiDocument, Operation, Parameter, PathItem, Reference, Response } from '../../src/delivery/openapi/types.ts';
import type { Told } from './heard.ts';

/** What of `told` is not as the document says it; nothing when all is well. */
export function complaintsAbout(told: Told): string[] {
  const { pathname, searchParams } = new URL(told.url);
  const found = templateFor(pathname);
  const say = (complaint: string): string => `${told.method} ${told.url} (${told.status}): ${complaint}`;
  if (told.status === 204 && told.method === 'OPTIONS') return [];
  if (found === undefined) return outside(told, nowhere, 'There is no such path in the document').map(say);
  const { path, item } = found;
  const operation = (item as unknown as Record<string, Operation | undefined>)[told.method === 'HEAD' ? 'get' : told.method.toLowerCase()];
  if (operation === undefined)
    return [...allowed(told, item), ...outside(told, { ...nowhere, 405: ['method-not-allowed'] }, `${path} has no such method`)].map(say);
  const response = resolved(operation.responses[String(told.status)]);
  if (response === undefined) return [say(`${operation.operationId} has no such status`)];
  const pointer = pointerTo(operation.responses[String(told.status)], [
    'paths',
    path,
    told.method === 'POST' ? 'post' : 'get',
    'responses',
    String(told.status),
  ]);
  return [...headersOf(told, response), ...bodyOf(told, response, pointer), ...(told.status === 200 ? questionOf(pathname, searchParams, operation) : [])].map(
    say,
  );
}

/** What may be said of an address that is none of ours. */
const nowhere: Readonly<Record<number, readonly string[]>> = {
  400: ['malformed-address'],
  404: ['not-found'],
  414: ['address-too-long'],
  429: ['too-many-requests'],
  503: ['stopping'],
};

const text = readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8');
const document = JSON.parse(text) as OpenApiDocument;
const templates = Object.entries(document.paths)
  .map(([path, item]) => ({
    path,
    item,
    pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
    literal: path.replace(/\{\w+\}/g, '').length,
  }))
  .sort((a, b) => b.literal - a.literal);
const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema(closed(JSON.parse(text)) as object, 'openapi');
const compiled = new Map<string, ValidateFunction>();

/** The most concrete path that fits. A story may be called "editions" in its language: only an id has a history. */
function templateFor(pathname: string): { path: string; item: PathItem } | undefined {
  return templates.find(({ path, pattern }) => pattern.test(pathname) && (path !== '/v1/articles/{id}/editions' || isId(pathname.split('/')[3])));
}

/** Clients leave alone what they do not know; here nothing may be there that the document does not know. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const made = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, closed(value)]));
  return 'properties' in made && !('additionalProperties' in made) ? { ...made, additionalProperties: false } : made;
}

function resolved<Thing extends object>(thing: Thing | Reference | undefined): Thing | undefined {
  if (thing === undefined || !('$ref' in thing)) return thing;
  return thing.$ref
    .split('/')
    .slice(1)
    .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], document) as Thing;
}

function pointerTo(thing: object | undefined, keys: readonly string[]): string {
  const reference = thing !== undefined && '$ref' in thing ? String(thing.$ref) : undefined;
  return reference ?? `#/${keys.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
}

function headersOf({ header }: Told, { headers = {} }: Response): string[] {
  return Object.entries(headers).flatMap(([name, reference]) => {
    const { required = false, schema } = resolved<Header>(reference) ?? { schema: {} };
    const value = header(name);
    if (value === null) return required ? [`the header ${name} is missing`] : [];
    return validated(value, JSON.stringify(schema), schema).map((wrong) => `the header ${name}: ${wrong}`);
  });
}

function bodyOf(told: Told, { content }: Response, pointer: string): string[] {
  const { body, status, method } = told;
  if (status === 304 || method === 'HEAD') return body === undefined || body === '' ? [] : ['there is a body'];
  const [type = ''] = (told.header('Content-Type') ?? '').split(';');
  if (content === undefined) return [];
  const described: Content | undefined = content[type];
  if (described === undefined) return [`it is ${type}, and not ${Object.keys(content).join(' or ')}`];
  if (body === undefined) return [];
  if (!type.endsWith('json')) return body === '' ? ['the body is empty'] : [];
  const value = parsed(body);
  if (value === undefined) return ['it is not JSON'];
  const wrong = validated(value, `openapi${pointer}/content/${encodeURIComponent(type.replaceAll('/', '~1'))}/schema`);
  return type === 'application/problem+json' ? [...wrong, ...problemOf(told, value, Object.keys(described.examples ?? {}))] : wrong;
}

/** A problem is of a kind that is told of here, and of this request. */
function problemOf({ status, header }: Pick<Told, 'status' | 'header'>, value: unknown, codes: readonly string[]): string[] {
  const problem = value as { type?: unknown; status?: unknown; instance?: unknown };
  const code = /\/v1\/docs\/errors\/([a-z-]+)$/.exec(String(problem.type))?.[1];
  return [
    ...(code !== undefined && codes.includes(code) ? [] : [`its type is ${String(problem.type)}, and not ${codes.join(' or ')}`]),
    ...(problem.status === status ? [] : [`it says ${String(problem.status)}`]),
    ...(problem.instance === header('X-Request-Id') ? [] : ['its instance is not the id of the request']),
  ];
}

/** Where there is no operation, only some things may be said. */
function outside(told: Told, may: Readonly<Record<number, readonly string[]>>, otherwise: string): string[] {
  const codes = may[told.status];
  if (codes === undefined) return [otherwise];
  if (told.method === 'HEAD' || told.body === undefined) return [];
  const value = parsed(told.body);
  const wrong = value === undefined ? ['it is not JSON'] : validated(value, 'openapi#/components/schemas/Problem');
  return wrong.length > 0 ? wrong : problemOf(told, value, codes);
}

function allowed({ status, header }: Told, item: PathItem): string[] {
  if (status !== 405) return [];
  const methods = Object.keys(item).flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
  return header('Allow') === methods.join(', ') ? [] : [`Allow is ${String(header('Allow'))}, and not ${methods.join(', ')}`];
}

/** What was answered could be asked: a parameter that is taken and not told of is one that nobody finds. */
function questionOf(pathname: string, given: URLSearchParams, operation: Operation): string[] {
  const parameters = (operation.parameters ?? []).map((one) => resolved<Parameter>(one)).filter((one) => one?.in === 'query');
  const hears = !pathname.startsWith('/v1/') || 'text/html' in (resolved<Response>(operation.responses['200'])?.content ?? {});
  return [...given].flatMap(([name, value]) => {
    const parameter = parameters.find((one) => one?.name === name);
    if (parameter === undefined) return hears ? [] : [`the parameter ${name} is not in the document`];
    const { schema } = parameter;
    return validated(meant(value, schema.type), JSON.stringify(schema), schema).map((wrong) => `the parameter ${name}: ${wrong}`);
  });
}

function meant(value: string, type: unknown): unknown {
  if (type === 'integer') return Number(value);
  if (type === 'boolean') return parsed(value);
  return type === 'array' ? value.split(',').map((one) => one.trim()) : value;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

function validated(value: unknown, key: string, schema: object = { $ref: key }): string[] {
  const validate = compiled.get(key) ?? ajv.compile(schema);
  compiled.set(key, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).slice(0, 5).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`);
}
