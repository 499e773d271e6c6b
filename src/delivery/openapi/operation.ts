/** How a reading of something is told of: without this file each operation would repeat what all have in common, or forget it. */
import type { z } from 'zod';
import { keptAnswer, responseNamed, type SharedResponse } from './answers.ts';
import { parameterNamed, queryOf, type SharedParameter } from './parameters.ts';
import { schemaNamed, type SchemaName } from './schemas.ts';
import type { CodeSample, Content, JsonSchema, Operation, PathItem, Reference, Response } from './types.ts';

export interface Reading {
  id: string;
  tag: string;
  summary: string;
  description?: string;
  /** What stands in the path, in its order. */
  path?: readonly SharedParameter[];
  /** What may be asked. */
  query?: z.ZodObject;
  /** The answer that caches may keep; its first line is `answers`. */
  answers: string;
  content: Record<string, Content>;
  /** Headers that this answer has and others have not. */
  headers?: 'Link' | 'policy' | 'both';
  /** What else may be said. */
  also?: readonly SharedResponse[];
  samples?: readonly CodeSample[];
}

const statusOf: Readonly<Record<SharedResponse, string>> = {
  Moved: '308',
  NotModified: '304',
  BadAddress: '400',
  BadQuestion: '400',
  BadPage: '400',
  BadSearch: '400',
  Closed: '403',
  NotFound: '404',
  NotAcceptable: '406',
  Gone: '410',
  AddressTooLong: '414',
  BodyTooLarge: '413',
  NoSuchBody: '415',
  TooManyRequests: '429',
  Unavailable: '503',
  TooManyListeners: '503',
  NoKeys: '503',
};

/** GET (and HEAD) of something that is published. */
export function reading({ id, tag, summary, description, path = [], query, answers, content, headers, also = [], samples }: Reading): PathItem {
  const parameters = [...path.map(parameterNamed), ...(query ? queryOf(query) : []), parameterNamed('ifNoneMatch')];
  const get: Operation = {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    parameters,
    responses: { '200': keptAnswer(answers, content, headers), ...refusals(['NotModified', ...also, 'AddressTooLong', 'TooManyRequests', 'Unavailable']) },
    ...(samples === undefined ? {} : { 'x-codeSamples': [...samples] }),
  };
  return { get };
}

/** These by their status, in its order. */
export function refusals(names: readonly SharedResponse[]): Record<string, Response | Reference> {
  return Object.fromEntries(names.map((name) => [statusOf[name], responseNamed(name)] as const).toSorted(([a], [b]) => Number(a) - Number(b)));
}

export function jsonOf(name: SchemaName): Record<string, Content> {
  return { 'application/json': { schema: schemaNamed(name) } };
}

export function textAs(...types: readonly string[]): Record<string, Content> {
  return Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } satisfies JsonSchema }]));
}
