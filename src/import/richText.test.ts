import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseStory } from './parseStory.ts';
import { richTextWords, type RichBlock } from './richTree.ts';

const body = (comment: string, format: 'markdown' | 'plainText' = 'markdown'): RichBlock[] | undefined =>
  parseStory(`T\n\nComment:\n\n${comment}`, { language: 'en', format }).commentaries[0]?.body;
const text = (words: string, marks: { bold?: true; italic?: true } = {}): object => ({ type: 'text', text: words, ...marks });

test('emphasis and links of a Markdown comment survive', () => {
  expect(body('a *b* **c** ***d*** [e *f*](https://x.example)')).toEqual([
    {
      type: 'paragraph',
      children: [
        text('a '),
        text('b', { italic: true }),
        text(' '),
        text('c', { bold: true }),
        text(' '),
        text('d', { italic: true, bold: true }),
        text(' '),
        { type: 'link', url: 'https://x.example', children: [text('e '), text('f', { italic: true })] },
      ],
    },
  ]);
});

test('lists, quotations, headings and reference links are understood', () => {
  const blocks = body('1. one\n2. two\n\n> said\n\n### Then\n\n[a][1]\n\n[1]: https://x.example');
  expect(blocks?.map(({ type }) => type)).toEqual(['list', 'quote', 'heading', 'paragraph']);
  expect(blocks?.at(-1)).toEqual({ type: 'paragraph', children: [{ type: 'link', url: 'https://x.example', children: [text('a')] }] });
});

test('a soft line break is a space, a hard one a break', () => {
  expect(body('a\nb  \nc')).toEqual([{ type: 'paragraph', children: [text('a b'), { type: 'break' }, text('c')] }]);
});

test.each([
  ['HTML', 'a <b>b</b> <script>c</script>'],
  ['an indented paragraph', '    a'],
  ['code', '`a` b'],
  ['a fence', '~~~~a\nb'],
])('%s is text', (_what, comment) => {
  const [block] = body(comment) ?? [];
  expect(block?.type).toBe('paragraph');
  expect(richTextWords(block ? [block] : [])).toBe(comment.trim().replace('\n', ' '));
});

test('a link that a reader may not be sent to keeps its words only', () => {
  expect(body('[a](javascript:alert(1)) ![b](https://x.example/b.png)')).toEqual([
    { type: 'paragraph', children: [text('a'), text(' !'), { type: 'link', url: 'https://x.example/b.png', children: [text('b')] }] },
  ]);
});

test('in plain text every mark is a character and a line break is a break', () => {
  expect(body('*a*\n> b', 'plainText')).toEqual([{ type: 'paragraph', children: [text('*a*'), { type: 'break' }, text('> b')] }]);
});

test('a comment without marks is the same tree with and without reading it as Markdown', () => {
  const words = 'One line,\n  and another.\n\nA (second) paragraph: “yes” - no!';
  const withMarks = body(`${words}\n\n*x*`)?.slice(0, -1);
  expect(body(words)).toEqual(withMarks);
});

test('a paragraph is the same tree whether it is read alone or with the rest of the comment', () => {
  const word = fc.constantFrom('a', 'b*', '*c', '**d**', '[e](https://x.example)', '[f', ']', '`g', '<h>', '\\', '&amp;', '_i_', '“j”', '  ', '!', '[k]');
  const paragraph = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `Then ${words.join(' ')} so.`);
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), (paragraphs) => {
      const comment = paragraphs.join('\n\n');
      // A list at the end has the whole comment read as one.
      expect(body(comment)).toEqual(body(`${comment}\n\n- end`)?.slice(0, -1));
    }),
    { numRuns: 300 },
  );
});
