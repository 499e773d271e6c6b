/** Without this file GraphQL would have a second idea of what a filter, a page or an order is: its arguments are read as the parameters of /v1 are. */
import type { z } from 'zod';
import type { Problem, ProblemPart } from '../../errors.ts';
import { askedIn } from '../parameters.ts';

/** What a field is given, by name; null where a variable says so. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Arguments that are called otherwise than the parameters that they stand for. */
const parameters: Readonly<Record<string, string>> = { first: 'limit', after: 'cursor' };

/** What `given` asks, as `schema` reads the parameters of /v1. @throws Problem 400 naming each parameter that is wrong. */
export function heardIn<Schema extends z.ZodObject>(given: Arguments, schema: Schema): z.output<Schema> {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value !== null && value !== undefined) asked.set(parameters[name] ?? name, textOf(name, value));
  return askedIn(asked.toString(), schema);
}

/** What `problem` says of parameters, said of the arguments that stand for them. */
export function ofArguments({ message, parts }: Problem): { message: string; parts: ProblemPart[] } {
  const argumentOf = (parameter: string) => Object.keys(parameters).find((name) => parameters[name] === parameter) ?? parameter;
  return {
    message: message.replace(/^The parameter (\w+)/, (_all, parameter: string) => `The argument ${argumentOf(parameter)}`),
    parts: parts.map((part) => (part.parameter === undefined ? part : { ...part, parameter: argumentOf(part.parameter) })),
  };
}

function textOf(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  return name === 'sort' ? sortOf(String(value)) : String(value);
}

/** `updatedAt_desc` is /v1's `-updatedAt`. */
function sortOf(value: string): string {
  const [field = '', direction] = value.split('_');
  return direction === 'desc' ? `-${field}` : field;
}
