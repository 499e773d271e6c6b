/** Without this file a mistyped parameter would be a wrong answer that looks like a right one. */
import type { z } from 'zod';
import { Problem, type ProblemPart } from '../errors.ts';
import { nearest } from './nearest.ts';

type Parameters = z.ZodObject;

/** What `query` asks, as `schema` reads it. @throws Problem 400 naming each parameter that is unknown (and the nearest that is not), given twice, or wrong. */
export function askedIn<Schema extends Parameters>(query: string, schema: Schema): z.output<Schema> {
  const known = Object.keys(schema.shape);
  const given = paramsOf(query);
  const strange = [...new Set(given.keys())].filter((name) => !known.includes(name));
  const [first] = strange;
  if (first !== undefined) {
    const parts = strange.slice(0, 20).map((name) => unknown(name, known));
    throw new Problem(400, 'unknown-parameter', `There is no parameter ${JSON.stringify(first.slice(0, 100))} here. ${parts[0]?.detail ?? ''}`, parts);
  }
  return parsed(given, schema);
}

/** The same where strange parameters are not heard, as readers of feeds and crawlers add some of their own. */
export function heardIn<Schema extends Parameters>(query: string, schema: Schema): z.output<Schema> {
  const given = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(query)) if (name in schema.shape) given.append(name, value);
  return parsed(given, schema);
}

function parsed<Schema extends Parameters>(given: URLSearchParams, schema: Schema): z.output<Schema> {
  const twice = [...new Set(given.keys())].filter((name) => given.getAll(name).length > 1);
  if (twice.length > 0) throw notRight(twice.map((parameter) => ({ parameter, detail: 'It is given more than once: put commas between values.' })));
  const { success, data, error } = schema.safeParse(Object.fromEntries(given));
  if (success) return data;
  throw notRight(error.issues.map(({ path, message, code }) => ({ parameter: String(path[0]), detail: code === 'invalid_type' ? 'It is missing.' : message })));
}

/** What is said of parameters that cannot be taken as they are. */
export function notRight(parts: readonly ProblemPart[], slug = 'bad-parameter'): Problem {
  const [first] = parts;
  return new Problem(400, slug, `The parameter ${first?.parameter ?? ''} is not right. ${first?.detail ?? ''}`, parts);
}

function unknown(name: string, known: readonly string[]): ProblemPart {
  const meant = nearest(name, known);
  return { parameter: name.slice(0, 100), detail: meant === undefined ? 'This address takes none.' : `Did you mean ${meant}?` };
}

function paramsOf(query: string): URLSearchParams {
  try {
    decodeURIComponent(query.replaceAll('+', ' '));
  } catch {
    throw new Problem(400, 'malformed-address', 'The query is not percent-encoded UTF-8.');
  }
  return new URLSearchParams(query);
}
