/** Without this test an editor could be shown two different texts that read the same. */
import type { ClientField } from 'payload';
import { expect, it } from 'vitest';
import { readable, richTextInWords, type Reading } from './readable.ts';

const reading: Reading = { language: 'en', yes: 'yes', no: 'no', titles: new Map([['1', 'Harbour Wire']]), label: String };
const field = (type: string, more: object = {}): ClientField => ({ name: 'it', type, ...more }) as ClientField;
const node = (type: string, children: object[]) => ({ type, children });
const words = (text: string) => ({ type: 'text', text });

it.each([
  [field('text'), 'As it is', 'As it is'],
  [field('text', { hasMany: true }), ['one', 'two'], 'one\ntwo'],
  [field('text'), null, ''],
  [field('number'), 7, '7'],
  [field('checkbox'), true, 'yes'],
  [field('checkbox'), null, 'no'],
  [field('relationship'), ['1', '2'], 'Harbour Wire\n2'],
  [field('upload'), '1', 'Harbour Wire'],
  [field('select', { options: [{ label: 'Quoted source', value: 'source' }] }), ['source', 'gone'], 'Quoted source\ngone'],
  [field('json'), ['“One.', 'Two.”'], '“One.\n\nTwo.”'],
  [field('array', { fields: [field('text'), { name: 'url', type: 'text' }] }), [{ id: 'x', it: 'Home', url: 'https://a.example' }], 'Home · https://a.example'],
  [field('date'), 'never', 'never'],
])('%o with %o reads %s', (of, value, said) => {
  expect(readable(of, value, reading)).toBe(said);
});

it('a date is read in the language of the panel', () => {
  expect(readable(field('date'), '2024-05-24T12:00:00.000Z', reading)).toMatch(/May 24, 2024/);
});

it('a rich text keeps its paragraphs, the items of its lists, and the words of its links', () => {
  const root = node('root', [
    node('heading', [words('A heading')]),
    node('paragraph', [words('Read '), node('link', [words('this')]), { type: 'linebreak' }, words('now.')]),
    node('list', [node('listitem', [words('one')]), node('listitem', [words('two')])]),
    node('quote', [words('Said.')]),
  ]);
  expect(richTextInWords({ root })).toBe('A heading\n\nRead this\nnow.\n\n• one\n• two\n\nSaid.');
});
