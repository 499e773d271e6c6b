/** Without these tests a body that no document could be might reach code that trusts it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../errors.ts';
import { parseJsonObject } from './jsonGuard.ts';

describe('a JSON body', () => {
  it('that is an object comes through as JSON.parse gives it, whatever its texts hold', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key)),
          fc.jsonValue({ maxDepth: 5, noUnicodeString: false }),
        ),
        (value) => {
          const text = JSON.stringify(value);
          if (/"(__proto__|constructor|prototype)":/.test(text)) return;
          expect(parseJsonObject(text)).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  it('may hold brackets in its texts, but not nest without end', () => {
    expect(parseJsonObject(`{"a":"${'['.repeat(5000)}\\"${'{'.repeat(5000)}"}`)).toBeTypeOf('object');
    expect(() => parseJsonObject(`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`)).toThrow(Problem);
  });

  it.each(['', 'null', '1', '"a"', '[]', '{', '{"a":1e999}', '{"__proto__":{}}', '{"a":[{"constructor":1}]}', '{"\\u005f_proto__":1}'])(
    '%s is refused',
    (text) => {
      expect(() => parseJsonObject(text)).toThrow(Problem);
    },
  );
});
