/** Without this test a merge could take a word from somebody who never agreed to it. */
import fc from 'fast-check';
import type { ClientField } from 'payload';
import { describe, expect, it } from 'vitest';
import { comparableFields, valueAt, withValue } from './comparable.ts';
import { differencesIn, givenChoices, merged, sameText, type Choice } from './differences.ts';

const text = (name: string): ClientField => ({ name, type: 'text' });
const FORM = [
  { type: 'row', fields: [text('title'), text('slug')] },
  text('rev'),
  { ...text('origin'), admin: { hidden: true } },
  { name: 'stagePanel', type: 'ui' },
  { name: 'snapshot', type: 'group', fields: [text('text')] },
  { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true },
  { name: 'syndicable', type: 'checkbox' },
] as ClientField[];
const fields = comparableFields(FORM);

it('what is compared is what editors fill in, those of a group one by one', () => {
  expect(fields.map(({ path }) => path)).toEqual(['title', 'slug', 'snapshot.text', 'topics', 'syndicable']);
});

describe('two versions of one text', () => {
  it('say who changed what', () => {
    const base = { title: 'a', snapshot: { text: 'a' }, topics: ['1'], syndicable: true };
    const theirs = { title: 'b', snapshot: { text: 'b' }, topics: ['1'], syndicable: true };
    const yours = { title: 'c', snapshot: { text: 'a' }, topics: ['1', '2'], syndicable: true };
    const differences = differencesIn(fields, { base, theirs, yours });
    expect(differences.map(({ path, changed }) => [path, changed])).toEqual([
      ['title', 'both'],
      ['snapshot.text', 'theirs'],
      ['topics', 'yours'],
    ]);
    expect(givenChoices(differences)).toEqual({ 'snapshot.text': 'theirs', topics: 'yours' });
    expect(merged(yours, differences, { ...givenChoices(differences), title: 'theirs' })).toEqual({ ...yours, title: 'b', snapshot: { text: 'b' } });
  });

  it('are the same whatever nothing is called, and in whatever order', () => {
    const one = { title: '', snapshot: { text: null }, topics: [], syndicable: false };
    expect(sameText(fields, one, {})).toBe(true);
    expect(sameText(fields, { title: 'é' }, { title: 'e\u0301' })).toBe(true);
    expect(sameText(fields, { topics: ['1', '2'] }, { topics: ['2', '1'] })).toBe(false);
  });

  it('do not differ in an address that was left to be made from the title, but do in one that was typed', () => {
    const differ = (yours: string | null) => differencesIn(fields, { base: { slug: null }, theirs: { slug: 'theirs' }, yours: { slug: yours } }).length;
    expect([differ(null), differ(''), differ('yours')]).toEqual([0, 0, 1]);
  });
});

describe('whatever two people change', () => {
  const words = fc.constantFrom('a', 'b', 'c');
  const texts = fc.record({ title: words, snapshot: fc.record({ text: words }), topics: fc.array(words, { maxLength: 2 }), syndicable: fc.boolean() });

  it('every field of the merged text is one of the two, the chosen one, and nothing that only one changed is lost', () => {
    fc.assert(
      fc.property(texts, texts, texts, fc.constantFrom<Choice>('theirs', 'yours'), (base, theirs, yours, both) => {
        const differences = differencesIn(fields, { base, theirs, yours });
        const open = Object.fromEntries(differences.map(({ path }) => [path, both]));
        const result = merged(yours, differences, { ...open, ...givenChoices(differences) });
        for (const { path } of fields) {
          const [was, their, your, is] = [base, theirs, yours, result].map((one) => JSON.stringify(valueAt(one, path)));
          expect([their, your]).toContain(is);
          if (their !== was && your === was) expect(is).toBe(their);
          if (your !== was && their === was) expect(is).toBe(your);
        }
      }),
    );
  });
});

it('a value is put where it belongs, and nothing else moves', () => {
  expect(withValue({ a: 1, snapshot: { text: 'x', by: 'y' } }, 'snapshot.text', 'z')).toEqual({ a: 1, snapshot: { text: 'z', by: 'y' } });
  expect(withValue({}, 'snapshot.text', 'z')).toEqual({ snapshot: { text: 'z' } });
});
