/** Without this file one GET could ask for the whole archive, or for something that Payload answers with a 500. */
import { parse } from 'qs-esm';
import { validOperators } from 'payload/shared';
import { Problem } from '../errors.ts';
import type { Limits } from '../env.ts';
import { isPoisoned, isRecord } from './jsonGuard.ts';

type Bounds = Pick<Limits, 'maxLimit' | 'maxDepth'>;
/** Those that Payload knows, but for places on a map (no collection has one) and `all`: Payload fails on them, on SQLite at least. */
const operators = validOperators.filter((operator) => !['near', 'within', 'intersects', 'all'].includes(operator));
const mostConditions = 100;
/** What the panel's lists ask for when they look up the titles of the documents in a column, by their ids. */
const PANEL_LIMIT = 250;

/** Reads a query string as Payload does (the same library with the same settings), so that what is checked is what is used. */
export function readQuery(search: string): Record<string, unknown> {
  for (const pair of search.replace(/^\?/, '').split('&')) {
    const name = decoded(pair.split('=', 1)[0] ?? '');
    if (name.split(/[[\].]/).some(isPoisoned)) throw refused(name, 'is not a name that may be used');
  }
  return parse(search, { allowEmptyArrays: true, arrayLimit: 1000, depth: 10, ignoreQueryPrefix: true });
}

/**
 * Checks what a read of `/api` asks for.
 * @throws {Problem} 400 naming the parameter and what is accepted (API section 5, limits).
 */
export function guardQuery(query: Record<string, unknown>, bounds: Bounds): void {
  guardPage(query, '', bounds);
  if (query.depth !== undefined) wholeNumber('depth', query.depth, 0, bounds.maxDepth);
  if (query.where !== undefined && query.where !== '') guardWhere('where', query.where, { left: mostConditions });
  for (const name of ['select', 'populate']) {
    if (query[name] !== undefined && !isRecord(query[name])) throw refused(name, `has the form ${name}[field]=true`);
  }
  guardJoins(query.joins, bounds);
}

function guardPage(query: Record<string, unknown>, prefix: string, bounds: Bounds): void {
  const name = (part: string) => (prefix === '' ? part : `${prefix}[${part}]`);
  const most = prefix === '' && isBoundByIds(query.where, bounds.maxLimit) ? Math.max(bounds.maxLimit, PANEL_LIMIT) : bounds.maxLimit;
  if (query.limit !== undefined) wholeNumber(name('limit'), query.limit, 1, most);
  else if (query.pagination === 'false' || query.pagination === '0') {
    throw refused(name('pagination'), `may be false only with a limit from 1 to ${String(bounds.maxLimit)}`);
  }
  if (query.page !== undefined) wholeNumber(name('page'), query.page, 1, 1_000_000_000);
  if (query.sort !== undefined) guardSort(name('sort'), query.sort);
}

/** Whether `where` names so few documents by their ids that no limit matters. */
function isBoundByIds(where: unknown, most: number): boolean {
  if (!isRecord(where) || Object.keys(where).join() !== 'id') return false;
  const { id } = where;
  if (!isRecord(id) || Object.keys(id).join() !== 'in') return false;
  const ids = typeof id.in === 'string' ? id.in.split(',') : id.in;
  return Array.isArray(ids) && ids.length <= most;
}

function guardJoins(joins: unknown, bounds: Bounds): void {
  if (joins === undefined || joins === 'false') return;
  if (!isRecord(joins)) throw refused('joins', 'has the form joins[field][limit]=10');
  for (const [field, wanted] of Object.entries(joins)) {
    if (wanted === 'false') continue;
    if (!isRecord(wanted)) throw refused(`joins[${field}]`, 'has the form joins[field][limit]=10');
    guardPage(wanted, `joins[${field}]`, bounds);
    if (wanted.where !== undefined) guardWhere(`joins[${field}][where]`, wanted.where, { left: mostConditions });
  }
}

function guardSort(name: string, sort: unknown): void {
  const fields = Array.isArray(sort) ? sort : [sort];
  const plain = (field: unknown) => typeof field === 'string' && /^(-?\w+(\.\w+)*)?(,-?\w+(\.\w+)*)*$/.test(field);
  if (!fields.every(plain)) throw refused(name, 'is a field name, or -field for the other direction');
}

function guardWhere(name: string, where: unknown, budget: { left: number }): void {
  if (!isRecord(where)) throw refused(name, 'has the form where[field][equals]=value');
  for (const [key, condition] of Object.entries(where)) {
    budget.left -= 1;
    if (budget.left < 0) throw refused(name, `may have ${String(mostConditions)} conditions`);
    if (/^(and|or)$/i.test(key)) {
      const branches = isRecord(condition) ? Object.values(condition) : condition;
      if (!Array.isArray(branches)) throw refused(`${name}[${key}]`, 'is a list of conditions');
      for (const branch of branches) guardWhere(`${name}[${key}][]`, branch, budget);
    } else guardCondition(`${name}[${key}]`, condition);
  }
}

function guardCondition(name: string, condition: unknown): void {
  if (!isRecord(condition)) throw refused(name, 'has the form where[field][equals]=value');
  for (const [operator, value] of Object.entries(condition)) {
    if (!operators.some((known) => known === operator)) throw refused(`${name}[${operator}]`, `uses one of ${operators.join(', ')}`);
    if (isRecord(value)) throw refused(`${name}[${operator}]`, 'is a value or a list of values');
  }
}

function wholeNumber(name: string, value: unknown, least: number, most: number): void {
  const number = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : NaN;
  if (!(number >= least && number <= most)) throw refused(name, `is a whole number from ${String(least)} to ${String(most)}`);
}

function refused(parameter: string, accepted: string): Problem {
  return new Problem(400, 'bad-query', `The parameter ${parameter} ${accepted}.`, [{ parameter, detail: accepted }]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new Problem(400, 'malformed-address', 'The query is not percent-encoded UTF-8.');
  }
}
