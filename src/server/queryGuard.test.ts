/** Without these tests a new spelling of "everything, please" could pass the guard. */
import { describe, expect, it } from 'vitest';
import { Problem } from '../errors.ts';
import { guardQuery, readQuery } from './queryGuard.ts';

const bounds = { maxLimit: 100, maxDepth: 3 };
const verdict = (search: string): string | undefined => {
  try {
    guardQuery(readQuery(search), bounds);
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.parts[0]?.parameter ?? error.slug;
    throw error;
  }
};

describe('what a read of the collections may ask', () => {
  it.each([
    '',
    '?',
    'limit=1',
    'limit=100',
    'depth=3',
    'where=',
    'where[a][equals]=1',
    'where[or][0][a][in]=x,y',
    'where[and][0][or][0][a.b][exists]=true',
    'sort=-a,b',
    'sort=a.b',
    'select[title]=true',
    'joins=false',
    'joins[a][limit]=5',
    'pagination=false&limit=10',
    'locale=fr',
    'limit=250&where[id][in]=a,b',
    'limit=250&where[id][in][0]=a&where[id][in][1]=b',
  ])('%s passes', (search) => {
    expect(verdict(search)).toBeUndefined();
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=%31%30%31', 'limit'],
    ['limit[]=5', 'limit'],
    ['limit=251&where[id][in]=a,b', 'limit'],
    ['limit=250&where[id][not_in]=a', 'limit'],
    ['limit=250&where[id][in]=a&where[b][equals]=c', 'limit'],
    ['joins[a][limit]=250&joins[a][where][id][in]=b', 'joins[a][limit]'],
    [`limit=250&where[id][in]=${Array.from({ length: 101 }, (_, n) => n).join()}`, 'limit'],
    ['limit=5&limit=0', 'limit'],
    ['li%6dit=0', 'limit'],
    ['limit=', 'limit'],
    ['limit=٣', 'limit'],
    ['joins[a][limit]=0', 'joins[a][limit]'],
    ['joins[a][where]=x', 'joins[a][where]'],
    ['pagination=false', 'pagination'],
    ['where[]=x', 'where'],
    ['where[a]=x', 'where[a]'],
    ['where[a][equals][b]=x', 'where[a][equals]'],
    [`where[or][0][a][equals]=1${Array.from({ length: 101 }, (_, n) => `&where[a${String(n)}][equals]=1`).join('')}`, 'where'],
    ['where[__proto__][a]=1', 'where[__proto__][a]'],
    ['where.constructor.a=1', 'where.constructor.a'],
    ['%5F_proto__[a]=1', '__proto__[a]'],
    ['%E0%A4=1', 'malformed-address'],
  ])('%s is refused, naming the parameter', (search, parameter) => {
    expect(verdict(search)).toBe(parameter);
  });
});
