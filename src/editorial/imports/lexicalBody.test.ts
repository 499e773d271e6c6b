import { describe, expect, it, test } from 'vitest';
import { unknownNode, type CommentaryNode } from '../../domain/commentaryNodes.ts';
import { parseStory, type RichBlock } from '../../import/importer.ts';
import { lexicalBody } from './lexicalBody.ts';

const text = (words: string): RichBlock => ({ type: 'paragraph', children: [{ type: 'text', text: words }] });
const nested = (depth: number): RichBlock => ({ type: 'list', ordered: true, items: [[text(`level ${depth}`), ...(depth > 0 ? [nested(depth - 1)] : [])]] });

function words(node: CommentaryNode): string {
  return (node.text ?? '') + (node.children ?? []).map(words).join(' ');
}

describe('an imported comment', () => {
  it('keeps emphasis, links, headings, lists and quotations', () => {
    const document = '# T\n\n## Comment\n\nPlain **bold** *italic* [link](https://a.example/b).\n\n### Inner\n\n> Quoted.\n\n1. one\n   - two\n\n---\n\nEnd.\n';
    const { commentaries } = parseStory(document, { language: 'en', format: 'markdown' });
    const { root } = lexicalBody(commentaries[0]?.body ?? []);
    expect(unknownNode({ root })).toBeNull();
    const children = root.children as { type: string; tag?: string }[];
    expect(children.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'quote', 'list', 'paragraph', 'paragraph']);
    expect(children[1]?.tag).toBe('h3');
    const all = JSON.stringify(root);
    for (const part of ['"format":1', '"format":2', '"url":"https://a.example/b"', '"tag":"ol"', '"tag":"ul"', 'End.']) expect(all).toContain(part);
  });

  test.each<[string, RichBlock[]]>([
    [
      'a link that nobody should follow',
      [{ type: 'paragraph', children: [{ type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: 'words' }] }] }],
    ],
    ['a list in a list in a list', [nested(60)]],
    ['a quotation in a quotation', [{ type: 'quote', children: [{ type: 'quote', children: [text('words'), nested(3)] }] }]],
    ['an item with two paragraphs', [{ type: 'list', ordered: false, items: [[text('one'), text('two')]] }]],
    ['nothing', []],
  ])('with %s is accepted, and no word of it is lost', (_name, blocks) => {
    const body = lexicalBody(blocks);
    expect(unknownNode(body)).toBeNull();
    const expected = [...JSON.stringify(blocks).matchAll(/"text":"([^"]+)"/g)].map(([, found]) => found ?? '');
    for (const word of expected) expect(words(body.root as unknown as CommentaryNode)).toContain(word);
  });
});
