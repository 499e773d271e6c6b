import { describe, expect, test } from 'vitest';
import { parseStory } from '../parseStory.ts';
import { readDocument, type ReadDocument } from '../readDocument.ts';
import type { ParsedStory } from '../story.ts';

const read = (body: string, head = ''): ReadDocument =>
  readDocument(Buffer.from(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`), 'a.html');
const parse = (body: string): ParsedStory => {
  const { text, ...rest } = read(body);
  return parseStory(text, rest);
};

describe('the text of a page is what a browser shows', () => {
  test.each([
    ['white space', '<p> a\n  b\t<b> c</b> </p>\n<p>d&nbsp; e</p>', 'a b c\n\nd\u00a0 e'],
    ['breaks', 'a<br>\n b<br/><br>c', 'a\nb\n\nc'],
    ['preformatted text', '<pre>a\r\n  b</pre>', 'a\n  b'],
    ['scripts, styles and comments, which are not shown', 'a<script>x<b>y</script><style>z</style><!-- c --> b', 'a b'],
    ['references to characters', '&lt;b&gt; &amp; &#x5d0; &eacute;&shy;', '<b> & א é\u00ad'],
    ['blocks without a space between them', '<div>a<div>b</div>c</div><ul><li>d<li>e</ul>', 'a\n\nb\n\nc\n\nd\n\ne'],
    ['a table of figures', '<table><tr><th>Year<th>Sum<tr><td>2024<td> 7 </table>', 'Year\tSum\n2024\t7'],
    ['a table for layout', '<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>', 'a\n\nb\n\nc'],
    ['quotations', '<q>a</q>', '“a”'],
    ['elements that were never closed', '<p>a <b>b<p>c', 'a b\n\nc'],
  ])('%s', (_what, body, text) => expect(read(body).text).toBe(text));

  test('text that is not shown is kept beside it', () => {
    const story = parse('<h1>T</h1><p hidden>a<b>b</b></p><p style="display: none">c</p>');
    expect([story.title, story.unplaced]).toEqual(['T', ['ab', 'c']]);
  });

  test('the page’s own day is the document’s', () => {
    expect(read('a', '<meta property="article:published_time" content="2024-06-01T08:00:00+02:00">').date).toBe('2024-06-01');
    expect(read('a', '<meta name="date" content="yesterday">').date).toBeNull();
  });
});

test('labels are told by headings of any level and by bold lines', () => {
  for (const [open, close] of [
    ['<h1>', '</h1>'],
    ['<h6>', '</h6>'],
    ['<p><b>', ':</b></p>'],
    ['<p><span style="font-weight:700">', '</span>:</p>'],
  ]) {
    const story = parse(`<h1>A title</h1>${open}News${close}<p>On 24 May 2024, X reported:</p><p>y</p>${open}Comment${close}<p>z</p>`);
    expect([story.title, story.excerpts[0]?.paragraphs, story.commentaries[0]?.paragraphs]).toEqual(['A title', ['y'], ['z']]);
  }
});

test('emphasis, links, lists and quotations of a comment survive', () => {
  const [commentary] = parse(
    '<h1>T</h1><h2>Comment</h2><p>a <b>b <i>c</i></b> <a href="https://x.example">d <b>e</b></a><a href="javascript:f()">f</a></p><blockquote><p>g</p></blockquote><ol><li>h<ul><li>i</li></ul></li></ol><h3>j</h3>',
  ).commentaries;
  const text = (words: string, marks: object = {}): object => ({ type: 'text', text: words, ...marks });
  const paragraphOf = (...children: object[]): object => ({ type: 'paragraph', children });
  expect(commentary?.body).toEqual([
    paragraphOf(
      text('a '),
      text('b ', { bold: true }),
      text('c', { bold: true, italic: true }),
      text(' '),
      { type: 'link', url: 'https://x.example', children: [text('d '), text('e', { bold: true })] },
      text('f'),
    ),
    { type: 'quote', children: [paragraphOf(text('g'))] },
    { type: 'list', ordered: true, items: [[paragraphOf(text('h')), { type: 'list', ordered: false, items: [[paragraphOf(text('i'))]] }]] },
    { type: 'heading', level: 3, children: [text('j')] },
  ]);
});

test('an image in the page comes out with its bytes; one elsewhere is a warning', () => {
  const story = parse('<h1>T</h1><p>a<img alt="A dog" src="data:image/png;base64,iVBORw0KGgo=">b<img src="https://x.example/c.png"></p>');
  expect(story.images).toEqual([{ type: 'image/png', bytes: Buffer.from('iVBORw0KGgo=', 'base64'), alt: 'A dog', aside: null, start: 4, end: 4, line: 3 }]);
  expect(story.warnings).toContainEqual({ line: 3, message: expect.stringContaining('https://x.example/c.png') as string });
});

describe('what a page holds besides text, and does not come in, is a warning that names its line', () => {
  test.each([
    ['an image that is hidden', '<img hidden src="a.png">', /an image that the page does not show .*: a\.png$/],
    [
      'one in a hidden part',
      '<div style="display:none"><p><img src="data:image/png;base64,iVBORw0KGgo="></p></div>',
      /does not show .*: data:image\/png;base64,$/,
    ],
    ['one in a template', '<template><img src="a.png"></template>', /does not show .*: a\.png$/],
    ['one for pages without scripts', '<noscript><img src="a.png"></noscript>', /an image .*: a\.png$/],
    ['one that is loaded late', '<img data-src="late.png">', /an image .*: late\.png$/],
    ['one in several sizes', '<img srcset="small.png 1x, large.png 2x">', /an image .*: small\.png$/],
    ['a film', '<video src="film.mp4"></video>', /a video was left out: film\.mp4$/],
    ['a frame', '<iframe src="https://x.example/film"></iframe>', /a frame .* left out: https:\/\/x\.example\/film$/],
    ['an object', '<object data="a.swf"></object>', /an embedded object was left out: a\.swf$/],
  ])('%s', (_what, element, warning) => {
    const { images, warnings } = parse(`<h1>T</h1><p>a</p>${element}<p>b</p>`);
    expect(images).toEqual([]);
    expect(warnings.filter(({ message }) => message.includes('left out'))).toEqual([{ line: 3, message: expect.stringMatching(warning) as string }]);
  });
});

test('a title of several lines that look like a sign-off is a title', () => {
  const story = parse('<h2>Written for the Forum by<br>Written for the Forum by</h2>');
  expect([story.title, story.pieces.length, story.unplaced]).toEqual(['Written for the Forum by Written for the Forum by', 1, []]);
});

test('a page is told by its content, whatever its name', () => {
  expect(readDocument(Buffer.from('\n<!DOCTYPE html><p>a</p>'), 'a.txt').format).toBe('html');
  expect(readDocument(Buffer.from('<p>a</p>'), 'a.txt').format).toBe('plainText');
});
