/** What each rendition promises beyond being valid, in the words of those who read it. */
import { describe, expect, it, test } from 'vitest';
import { namesInHtml } from '../../tests/renditions/quotes.ts';
import { context, embargoedStory, published, richStory, sampleStory, takenBack } from '../../tests/renditions/stories.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { addressOf, asciiAddress } from './addresses.ts';
import { atom } from './atom.ts';
import { commentaryTree } from './commentaryTree.ts';
import { directionOf } from './direction.ts';
import { html } from './html.ts';
import { articleOf, json, summaryOf } from './json.ts';
import { jsonFeed } from './jsonFeed.ts';
import { jsonLd } from './jsonLd.ts';
import { markdown } from './markdown.ts';
import { ninjs, ninjsItem, ninjsList, ninjsTakenBack } from './ninjs.ts';
import { rss } from './rss.ts';
import { text } from './text.ts';

const story = richStory();
const plain = sampleStory('allotments.md');

describe('the article as the public contract writes it', () => {
  const article = [
    ...['id', 'url', 'slug', 'language', 'revision', 'status', 'title', 'summary', 'firstPublishedAt', 'publishedAt', 'updatedAt', 'embargoUntil'],
    ...['writtenFor', 'authors', 'excerpts', 'commentaries', 'outlets', 'topics', 'image', 'translations', 'corrections', 'digest', 'edition'],
  ];
  const outlet = ['id', 'slug', 'name', 'language', 'homepage'];
  const excerpt = [
    ...['id', 'outlet', 'title', 'url', 'reporter', 'publishedOn', 'publishedOnPartial', 'publishedOnInferred', 'leadIn', 'quote', 'language', 'rights'],
    ...['capturedAt', 'quoteSha256', 'snapshotSha256', 'verification'],
  ];
  const commentary = ['id', 'authors', 'capacity', 'respondsTo', 'language', 'html', 'text'];
  const keys = (value: object | null | undefined): string[] => Object.keys(value ?? {});

  it.each([
    ['everything', story],
    ['next to nothing', plain],
  ])('has the same fields with %s', (_what, one) => {
    expect(keys(articleOf(one, context))).toEqual(article);
    expect(keys(summaryOf(one, context))).toEqual(article);
  });

  it('has the fields of its parts, and no others', () => {
    const full = articleOf(story, context);
    expect(keys(full.writtenFor)).toEqual(outlet);
    expect(keys(full.outlets[0])).toEqual(outlet);
    expect(keys(full.authors[0])).toEqual(['id', 'slug', 'name', 'role']);
    expect(keys(full.excerpts[0])).toEqual(excerpt);
    expect(keys(full.excerpts[0]?.outlet)).toEqual(outlet);
    expect(keys(full.commentaries[0])).toEqual(commentary);
    expect(keys(full.topics[0])).toEqual(['id', 'slug', 'name', 'mediaTopic']);
    expect(keys(full.image)).toEqual(['alt', 'caption', 'credit', 'focalPoint', 'renditions']);
    expect(keys(full.image?.renditions[0])).toEqual(['name', 'url', 'width', 'height', 'type']);
    expect(keys(full.translations[0])).toEqual(['id', 'language', 'slug', 'url']);
    expect(keys(full.corrections[0])).toEqual(['revision', 'at', 'notice']);
  });

  it('leaves the texts out of a summary', () => {
    const summary = summaryOf(story, context);
    expect(keys(summary.excerpts[0])).toEqual(excerpt.filter((key) => key !== 'quote'));
    expect(keys(summary.commentaries[0])).toEqual(commentary.filter((key) => key !== 'html' && key !== 'text'));
  });

  it('says where its picture, its edition and its translations are', () => {
    const full = articleOf(story, context);
    expect(full.image?.renditions[0]?.url).toBe('https://newsroom.example/api/media/file/bridge-0123456789abcdef-original-fedcba9876543210.jpeg');
    expect(full.edition).toBe(`https://newsroom.example/v1/articles/${full.id}/editions/3`);
    expect(full.translations.map(({ url }) => url)).toEqual([
      `https://newsroom.example/v1/articles/ar/${encodeURIComponent('جسر-المطحنة')}.html`,
      'https://pont.example/le-pont',
    ]);
  });
});

describe('a story’s address', () => {
  const at = (...templates: (string | null)[]): string => {
    const { content } = plain;
    const [site] = story.content.outlets;
    return addressOf({ ...content, id: '7', slug: 'één', language: 'nl', outlets: templates.map((storyUrl) => ({ ...site!, storyUrl })) }, context);
  };

  it.each([
    [
      'is on the first of its sites that has a place for stories',
      [null, 'https://a.example/{slug}', 'https://b.example/{slug}'],
      'https://a.example/%C3%A9%C3%A9n',
    ],
    ['takes language and id as well', ['https://a.example/{language}/{id}?s={slug}'], 'https://a.example/nl/7?s=%C3%A9%C3%A9n'],
    ['is here when no site has a place', [null], 'https://newsroom.example/v1/articles/nl/%C3%A9%C3%A9n.html'],
    ['is here when it runs nowhere', [], 'https://newsroom.example/v1/articles/nl/%C3%A9%C3%A9n.html'],
    ['is here when the site’s address is none', ['javascript:alert({id})'], 'https://newsroom.example/v1/articles/nl/%C3%A9%C3%A9n.html'],
  ])('%s', (_what, templates, address) => expect(at(...templates)).toBe(address));

  it.each([
    ['https://a.example/b c|d', 'https://a.example/b%20c%7Cd'],
    ['https://münchen.example/ä?ö#ü', 'https://xn--mnchen-3ya.example/%C3%A4?%C3%B6#%C3%BC'],
    ['https://a.example/%zz', 'https://a.example/%25zz'],
    ['https://user:secret@a.example/', 'https://a.example/'],
    ['javascript:alert(1)', null],
    ['a.example', null],
  ])('%s is written %s', (address, ascii) => expect(asciiAddress(address)).toBe(ascii));
});

describe('feeds', () => {
  const renamed: PublishedStory = { ...story, content: { ...story.content, title: 'Another', slug: 'another' } };
  const cascaded: PublishedStory = { ...story, revision: 4, publishedAt: '2025-01-01T00:00:00.000Z' };
  const ids = (one: PublishedStory): unknown[] => [
    (JSON.parse(jsonFeed([one], context)) as { items: { id: string }[] }).items[0]?.id,
    /<entry.*?<id>(.*?)<\/id>/.exec(atom([one], context))?.[1],
    /<guid isPermaLink="false">(.*?)<\/guid>/.exec(rss([one], context))?.[1],
    ninjsItem(one, context).uri,
  ];

  it('give a story one id in all formats, which no new headline changes', () => {
    expect(new Set([...ids(story), ...ids(renamed)])).toEqual(new Set([`urn:uuid:${story.content.id}`]));
  });

  it('say that a story was updated when its content was, not when a new revision began', () => {
    const dates = (one: PublishedStory): unknown => [
      (JSON.parse(jsonFeed([one], context)) as { items: { date_modified: string }[] }).items[0]?.date_modified,
      atom([one], context).match(/<updated>[^<]*/g),
      rss([one], context).match(/<(atom:updated|lastBuildDate)>[^<]*/g),
    ];
    expect(dates(cascaded)).toEqual(dates(story));
    expect(dates(story)).not.toEqual(dates({ ...story, updatedAt: '2025-01-01T00:00:00.000Z' }));
  });

  it('are as new as their newest story, whatever the order', () => {
    const feed = atom([plain, story, plain], context);
    expect(/<updated>(.*?)<\/updated>/.exec(feed)?.[1]).toBe(story.updatedAt);
  });

  it('show ampersands and angle brackets of a title as its author typed them', () => {
    const tea = published({ ...plain.content, title: 'Tea &amp; <cake>' });
    expect(rss([tea], context)).toContain('<title>Tea &amp;amp; &lt;cake&gt;</title>');
    expect(atom([tea], context)).toContain('<title>Tea &amp;amp; &lt;cake&gt;</title>');
  });

  it('say the language and the author of each story', () => {
    const arabic = sampleStory('water-tower.ar.html');
    expect(atom([arabic], context)).toContain('<entry xml:lang="ar">');
    expect(atom([arabic], context)).toContain('<author><name>رامي السقّا</name>');
    expect(rss([arabic], context)).toContain('<dc:creator>رامي السقّا</dc:creator>');
    expect(rss([arabic], context)).toContain('<dc:language>ar</dc:language>');
    expect(rss([arabic], context)).toContain('&lt;div lang="ar" dir="rtl"&gt;');
  });
});

describe('ninjs', () => {
  const [withdrawn, killed] = takenBack.map((one) => ninjsTakenBack(one, context));

  it('says of a withdrawn story that it is withheld, and why', () => {
    expect(withdrawn).toMatchObject({ pubStatus: 'withheld', edNote: 'It was about another garden.', version: '2', slugline: 'باغ' });
  });

  it('says of a killed story that it is canceled', () => expect(killed).toMatchObject({ pubStatus: 'canceled', version: '4' }));

  it('says nothing of the text of either', () => {
    for (const item of [withdrawn, killed]) for (const part of ['headlines', 'bodies', 'associations', 'by', 'people']) expect(item).not.toHaveProperty(part);
  });

  it('tells until when a story is embargoed, and of no other', () => {
    expect(ninjsItem(embargoedStory(), context)).toMatchObject({ pubStatus: 'usable', embargoedUntil: '2031-01-01T06:00:00.000Z' });
    expect(ninjsItem(story, context)).not.toHaveProperty('embargoedUntil');
  });

  it('tells desks what was corrected, newest first', () => {
    expect(ninjsItem(story, context).edNote).toBe(
      'CORRECTION (version 3, 2024-06-05T10:00:00.000Z): The engineer’s name was <left out>.\nCORRECTION (version 2, 2024-06-04T10:00:00.000Z): The bridge is 40 m long, not 400 m.',
    );
  });

  it('gives each report and comment its own rights, source and people', () => {
    const { associations = [] } = ninjsItem(story, context);
    expect(associations.map(({ rel }) => rel)).toEqual(['excerpt', 'excerpt', 'excerpt', 'commentary', 'commentary', 'picture', 'translation', 'translation']);
    expect(associations[0]).toMatchObject({
      copyrightHolder: '24 Hours Astrel',
      usageTerms: 'Quoted under the right of citation. Not for republication.',
      infoSources: [{ name: '24 Hours Astrel', role: 'originator' }],
      people: [{ name: 'Ada Ferro', rel: 'author' }],
      renditions: [{ href: 'https://24hours.example/bridge?a=1&b=2' }],
    });
    expect(associations[3]).toMatchObject({
      by: 'Marta Ellery, Ivo Brandt',
      infoSources: [{ name: 'The Quay & Harbour Desk' }, { name: 'Lakeside Civic Forum', role: 'commissioner' }],
      associations: [{ rel: 'respondsTo', uri: `urn:uuid:${story.content.excerpts[0]?.id ?? ''}` }],
    });
    expect(associations[5]).toMatchObject({ type: 'picture', copyrightNotice: 'Ada Ferro / 24 Hours', usageTerms: 'CC BY 4.0' });
  });
});

describe('right to left', () => {
  const arabic = sampleStory('water-tower.ar.html');

  it.each([
    ...(['ar', 'ur', 'he', 'fa', 'ckb', 'dv', 'ar-EG', 'az-Arab', 'pa-Arab', 'yi'] as const).map((language) => [language, 'rtl'] as const),
    ...(['en', 'ru', 'tr', 'fr', 'az', 'pa', 'ar-Latn', 'zh-Hant', 'nonsense_'] as const).map((language) => [language, 'ltr'] as const),
  ])('%s is written %s', (language, direction) => expect(directionOf(language)).toBe(direction));

  it('is said of a whole page, and of each part in a language of the other side', () => {
    expect(html(arabic, context)).toContain('<html lang="ar" dir="rtl">');
    expect(html(story, context)).toContain('<blockquote lang="ar" dir="rtl">');
    expect(html(story, context)).toMatch(/<div class="commentary" id="[^"]+" lang="ar" dir="rtl">/);
    expect(html(arabic, context)).toContain('<h2>التعليق</h2>');
  });

  it('is said in Markdown around the story, or around the part', () => {
    expect(markdown(arabic, context)).toMatch(/^<div lang="ar" dir="rtl">\n\n# /);
    expect(markdown(story, context)).toContain('<div lang="ar" dir="rtl">\n\n> «');
    expect(markdown(plain, context)).not.toContain('dir=');
  });

  it('is told plain text by a mark, where the first letter would say the opposite', () => {
    const tower = published({ ...arabic.content, title: 'DNA: قصة' });
    expect(text(tower, context)).toMatch(/^\u200FDNA: قصة\n/);
    expect(text(arabic, context)).toMatch(/^برج/);
    const tram = published({ ...plain.content, title: 'شاي means tea' });
    expect(text(tram, context)).toMatch(/^\u200Eشاي means tea\n/);
  });
});

describe('a page', () => {
  it('carries its linked data, the same as by itself', () => {
    const script = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html(story, context))?.[1] ?? '';
    expect(JSON.parse(script)).toEqual(JSON.parse(jsonLd(story, context)));
  });

  it('needs no script and nothing from elsewhere but its picture', () => {
    const { addresses } = namesInHtml(html(plain, context).replace(/<head>.*<\/head>/s, ''));
    expect([...addresses]).toEqual([]);
  });

  it('cites the reports that it answers', () => {
    const { citation } = JSON.parse(jsonLd(story, context)) as { citation: Record<string, unknown>[] };
    expect(citation[0]).toMatchObject({ '@type': 'NewsArticle', headline: 'Bridge is safe', datePublished: '2024-05-02', author: { name: 'Ada Ferro' } });
    expect(citation[1]).not.toHaveProperty('datePublished');
  });
});

describe('what somebody planted', () => {
  const withTitle = (title: string): PublishedStory => ({ ...plain, content: { ...plain.content, title } });
  const withComment = (markup: string): PublishedStory => ({
    ...plain,
    content: { ...plain.content, commentaries: plain.content.commentaries.map((one) => ({ ...one, html: markup })) },
  });

  it('in a title does not leave the script of a page’s linked data', () => {
    // In an attribute an angle bracket opens nothing.
    const page = html(withTitle('</script><script>alert(1)</script><!--<script>'), context).replace(/content="[^"]*"/g, '');
    expect(page.match(/<script\b/g)).toHaveLength(1);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
  });

  it('in a comment is not in pages and feeds', () => {
    const planted = withComment(
      '<p onclick="a()" style="color:red">one<script>alert(1)</script><img src="x" onerror="a()"><a href="javascript:a()">two</a></p><iframe src="https://a.example"></iframe>',
    );
    const page = html(planted, context);
    const { elements, attributes } = namesInHtml(page.slice(page.indexOf('<body>')));
    expect([...elements, ...attributes].filter((name) => ['script', 'img', 'iframe', 'a', 'onclick', 'onerror', 'style'].includes(name))).toEqual([]);
    for (const feed of [rss, atom]) expect(feed([planted], context)).not.toMatch(/alert|onclick|iframe|javascript/);
    expect(markdown(planted, context)).toContain('onetwo');
  });

  it('as half a character stops no rendition', () => {
    const half = withComment('<p>\udfff\udfff</p>\ud800<p>a</p>');
    for (const render of [html, markdown, ninjs]) expect(() => render(half, context)).not.toThrow();
    expect(rss([withTitle('a\ud800b\uffff')], context)).toContain('<title>a\ufffdb\ufffd</title>');
  });

  it('outside any paragraph does not run a Markdown document together', () => {
    const lines = markdown(withComment('loose <em>words</em>'), context).split('\n');
    expect(lines).toContain('loose _words_');
    expect(lines.filter((line) => line.startsWith('#')).length).toBeGreaterThan(1);
  });

  it('as a mark of Markdown is a character like any other', () => {
    expect(markdown(withTitle('*a* [b](c) <d> `e` \\'), context).split('\n')[0]).toBe('# \\*a\\* \\[b]\\(c) \\<d> \\`e\\` \\\\');
  });
});

test('headings of a comment stand one below the other, from the third level on', () => {
  const headings = (markup: string): string[] => commentaryTree(markup, 2).flatMap((node) => ('tagName' in node ? [node.tagName] : []));
  expect(headings('<h1>a</h1><h4>b</h4><h6>c</h6><h1>d</h1>')).toEqual(['h3', 'h4', 'h5', 'h3']);
  expect(headings('<h4>a</h4><h2>b</h2>')).toEqual(['h3', 'h3']);
  expect(headings('<h2> </h2><p>a</p>')).toEqual(['p']);
});

test('a terminal is told nothing by what somebody pasted', () => {
  const pasted = published({ ...plain.content, title: 'A \u001b[31mred\u0007 bench' });
  expect(text(pasted, context)).toMatch(/^A \uFFFD\[31mred\uFFFD bench\n/);
});

test('what an edition may hold one day is in no rendition by itself', () => {
  const marked = <Value>(value: Value): Value => {
    if (Array.isArray(value)) return value.map((one: unknown) => marked(one)) as Value;
    if (value === null || typeof value !== 'object') return value;
    return { ...Object.fromEntries(Object.entries(value).map(([key, one]) => [key, marked(one as unknown)])), notes: 'for staff alone' } as Value;
  };
  const secret = marked(story);
  const renditions = [json, ninjs, jsonLd, html, markdown, text].map((render) => render(secret, context));
  const feeds = [rss, atom, jsonFeed, ninjsList].map((render) => render([secret], context));
  for (const document of [...renditions, ...feeds, JSON.stringify(summaryOf(secret, context))]) expect(document).not.toContain('for staff alone');
});
