import { expect, test } from 'vitest';
import { Problem } from '../errors.ts';
import { fileIdentity, standardInputIdentity, textDigest } from './identity.ts';

const file = { realPath: '/docs/2024/tram.md', realFolder: '/docs' };

test('with a source, a document is its path from the given folder, wherever that folder lies', () => {
  const moved = { realPath: '/mnt/other/2024/tram.md', realFolder: '/mnt/other' };
  expect(fileIdentity(file, 'archive')).toEqual(fileIdentity(moved, 'archive'));
  expect(fileIdentity(file, 'archive').path).toBe('2024/tram.md');
  expect(fileIdentity({ ...file, realFolder: '/docs/2024' }, 'archive').path).toBe('tram.md');
});

test('without a source, a document is its real path', () => {
  expect(fileIdentity(file, null)).toEqual({ source: null, path: '/docs/2024/tram.md', key: 'file:/docs/2024/tram.md' });
});

test('sources and paths that share letters are never one identity', () => {
  const keys = [fileIdentity(file, 'a').key, fileIdentity(file, 'a:2024').key, fileIdentity(file, 'file').key, fileIdentity(file, null).key];
  expect(new Set(keys).size).toBe(4);
});

test('a name that a file system hands out decomposed is the same name', () => {
  const named = (name: string): string => fileIdentity({ realPath: `/docs/${name}`, realFolder: '/docs' }, 'a').key;
  expect(named('caf\u00e9.md')).toBe(named('cafe\u0301.md'));
});

test('a file outside the folder is refused', () => {
  expect(() => fileIdentity({ realPath: '/etc/passwd.txt', realFolder: '/docs' }, 'a')).toThrow(Problem);
});

test('standard input needs a source and a name', () => {
  expect(standardInputIdentity('desk', 'tram.md').key).toBe('source:desk:tram.md');
  for (const [source, name] of [
    [null, 'tram.md'],
    ['desk', null],
    ['', 'tram.md'],
    [' ', ' '],
  ] as const) {
    expect(() => standardInputIdentity(source, name)).toThrow(/--source and --name/);
  }
});

test('a text keeps its digest when only its line ends, spacing or normal form change', () => {
  expect(textDigest('\ufeffCafé  am\r\nOrrin\n')).toBe(textDigest('Cafe\u0301 am Orrin'));
  expect(textDigest('Café am Orrin')).toMatch(/^sha-256:[0-9a-f]{64}$/);
  expect(textDigest('Café am Orrin')).not.toBe(textDigest('Cafe am Orrin'));
});
