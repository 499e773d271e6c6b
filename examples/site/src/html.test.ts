/** Without this test what somebody has written could run in a reader's browser. */
import { expect, it } from 'vitest';
import { commentTree, documentOf, filled, h, highlightTree } from './html.ts';
import { followable } from './addresses.ts';

const text = (...children: Parameters<typeof h>[2][]) =>
  documentOf(h('p', ...children))
    .replace('<!doctype html>', '')
    .trim();

it('text stays text, and attributes stay attributes', () => {
  expect(text('<script>alert(1)</script> & "more"')).toBe('<p>&#x3C;script>alert(1)&#x3C;/script> &#x26; "more"</p>');
  expect(documentOf(h('a', { href: '/?q="><b>' }, 'x'))).toContain('href="/?q=&#x22;><b>"');
});

it('a comment keeps its shape and loses what could run; its headings come below the page’s own', () => {
  const html =
    '<h1>One</h1><h2> </h2><h3>Two</h3><p onclick="x()">a <strong>b</strong> <a href="javascript:x()">c</a> <a href="https://d.example" target="_blank">d</a></p><script>x()</script><img src=x onerror=x()><style>p{}</style>';
  expect(text(commentTree(html, 2))).toBe('<p><h3>One</h3><h4>Two</h4><p>a <strong>b</strong> <a>c</a> <a href="https://d.example">d</a></p></p>');
});

it('no level of a comment’s headings is left out, in whatever order they come', () => {
  expect(text(commentTree('<h4>a</h4><h1>b</h1><h4>c</h4><h2>d</h2>', 2))).toBe('<p><h3>a</h3><h3>b</h3><h4>c</h4><h4>d</h4></p>');
});

it('what was found is marked, and nothing else is markup', () => {
  expect(text(highlightTree('a &lt;b&gt; <mark>c</mark> <i>d</i><mark onclick="x()">e</mark>'))).toBe('<p>a &#x3C;b> <mark>c</mark> d<mark>e</mark></p>');
});

it('a name stands where a sentence has a place for it', () => {
  expect(text(filled('Stories by {name}.', { name: h('b', 'Ana <Lind>') }))).toBe('<p>Stories by <b>Ana &#x3C;Lind></b>.</p>');
});

it('no address leads a reader into a script', () => {
  expect(['https://a.example/b', 'javascript:alert(1)', 'data:text/html,x', 'nothing', null].map(followable)).toEqual([
    'https://a.example/b',
    null,
    null,
    null,
    null,
  ]);
});
