/** Without these tests a partner's machine could compute another digest of the same story. */
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentDigest, sha256 } from './digest.ts';

describe('canonical JSON (RFC 8785)', () => {
  it('sorts names by UTF-16 code units and writes numbers as ECMAScript does, as in the RFC’s example', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('is stable: reading it and writing it again changes nothing, whatever the order of names', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
    expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, b: 1 }));
  });

  it('is what the library for RFC 8785 writes, whatever the order of names', () => {
    const names = fc.constantFrom('a', 'b', 'aa', '10', '9', '\u20ac', '\ufb33', '\u{1f600}', '\ud800', 'toJSON', '__proto__', '0', '-1', '1a', '\\ud800');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, fc.jsonValue(), names, fc.array(tie('value')), fc.dictionary(names, tie('value'))),
    }));
    const outcome = (write: () => unknown) => {
      try {
        return write();
      } catch {
        return 'refused';
      }
    };
    fc.assert(
      fc.property(value, (made) => {
        expect(outcome(() => canonicalJson(made))).toBe(outcome(() => canonicalize(made)));
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses what JSON cannot say', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    for (const value of [[Number.NaN], { a: Number.POSITIVE_INFINITY }, ['\ud800'], { '\udc00': 1 }, undefined, circle])
      expect(() => canonicalJson(value)).toThrow();
  });

  it('digests are those of everybody else', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(contentDigest({})).toBe('sha-256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});
