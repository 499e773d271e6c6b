/** Without these tests a comment could carry what no rendition shows, or what runs. */
import { describe, expect, it } from 'vitest';
import { unknownNode } from './commentaryNodes.ts';

const inRoot = (...children: unknown[]) => ({ root: { type: 'root', children } });
const link = (fields: object) => inRoot({ type: 'paragraph', children: [{ type: 'link', fields, children: [] }] });

describe('a commentary', () => {
  it.each([
    ['paragraphs and emphasis', inRoot({ type: 'paragraph', children: [{ type: 'text', text: 'x', format: 1 }] })],
    ['lists in lists', inRoot({ type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [{ type: 'list', children: [] }] }] })],
    ['a link to a page', link({ linkType: 'custom', url: 'https://harbour.example/' })],
    ['a link to an address for mail', link({ url: 'mailto:desk@harbour.example' })],
    ['nothing at all', null],
  ])('may hold %s', (_what, body) => {
    expect(unknownNode(body)).toBeNull();
  });

  const deep = Array.from({ length: 60 }).reduce<object>((child) => ({ type: 'list', children: [child] }), { type: 'text' });
  it.each([
    ['an upload', inRoot({ type: 'upload' })],
    ['a block', inRoot({ type: 'block' })],
    ['a check list', inRoot({ type: 'list', listType: 'check', children: [] })],
    ['a link that runs', link({ url: 'javascript:alert(1)' })],
    ['a link to a document of the panel', link({ linkType: 'internal', url: 'https://harbour.example' })],
    ['a link to nowhere', link({})],
    ['nesting without end', inRoot(deep)],
    ['an empty node', inRoot(null)],
    ['something that is no document', { text: 'x' }],
  ])('may not hold %s, and says so', (_what, body) => {
    expect(unknownNode(body)).toMatch(/^\w.+\.$/);
  });
});
