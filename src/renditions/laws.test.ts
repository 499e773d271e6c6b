/** Whatever is typed, pasted or planted in a story, every rendition stays valid, nothing in it runs, and the quotation is there to the letter. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EditionContent } from '../domain/edition.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { asQuotedText, namesInHtml, quotesInHtml, quotesInMarkdown, withoutMarks } from '../../tests/renditions/quotes.ts';
import { context, richStory } from '../../tests/renditions/stories.ts';
import { atomComplaints, atomTexts } from '../../tests/renditions/validators/atom.ts';
import { pageComplaints } from '../../tests/renditions/validators/html.ts';
import { jsonFeedComplaints } from '../../tests/renditions/validators/jsonFeed.ts';
import { jsonLdComplaints } from '../../tests/renditions/validators/jsonLd.ts';
import { ninjsComplaints } from '../../tests/renditions/validators/ninjs.ts';
import { rssComplaints, rssTexts } from '../../tests/renditions/validators/rss.ts';
import { atom } from './atom.ts';
import { html } from './html.ts';
import { json, type Article } from './json.ts';
import { jsonFeed } from './jsonFeed.ts';
import { jsonLd } from './jsonLd.ts';
import { markdown } from './markdown.ts';
import { ninjs, type NinjsItem } from './ninjs.ts';
import { rss } from './rss.ts';
import { text } from './text.ts';

const hostile = [
  ...[']]>', '<![CDATA[', '</script>', '<script>alert(1)</script>', '<!--', '-->', '&amp;', '&#0;', '&', '<', '>', '"', "'", '</p></blockquote>', '<br>'],
  ...['\u0000', '\u0001', '\u001b[31m', '\u007f', '\u0085', '\u009f', '\ufffe', '\uffff', '\ufdd0', '\ud800', '\udfff', '\ufffd', '\u{1ffff}'],
  ...['\r', '\n', '\r\n', '\n\n', '\t', '  ', '\u00a0', '\u2028', '\u2029', '\ufeff', '\u200b', '\u00ad'],
  ...['\u202e', '\u2066', '\u200f', '\u0661', 'مرحبا', 'שלום', '👩‍👩‍👧', '🏳️‍🌈', 'é', 'e\u0301', '汉字'],
  ...[
    '*',
    '**a**',
    '_',
    '# ',
    '> ',
    '- ',
    '1. ',
    '`',
    '```\n',
    '[a](b)',
    '![',
    '\\',
    '---',
    '===',
    '~~',
    '|',
    '    code',
    '<div>',
    'https://a.example/?b=c&d',
    '${x}',
    '{{x}}',
    ':',
  ],
];
const anyText = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...hostile) }, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 6 })
  .map((pieces) => pieces.join(''));
/** What an editor cannot leave empty. */
const someText = anyText.map((words) => `a${words}`);
const maybe = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string | null> => fc.option(arbitrary);
const language = fc.constantFrom('en', 'ar', 'ur', 'fr', 'tr', 'zh-Hant', 'he', 'pt-BR');
const address = fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), anyText);

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const anyStory: fc.Arbitrary<PublishedStory> = fc
  .record({
    title: someText,
    summary: maybe(anyText),
    slug: someText,
    storyUrl: maybe(anyText.map((words) => `https://site.example/${words}/{slug}`)),
    language,
    name: someText,
    role: maybe(anyText),
    leadIn: maybe(anyText),
    quotes: fc.array(fc.array(someText, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }),
    url: maybe(address),
    quoteLanguage: language,
    rights: maybe(anyText),
    reporter: maybe(anyText),
    printed: maybe(anyText),
    comment: anyText,
    planted: anyText,
    capacity: maybe(anyText),
    notice: someText,
    alt: anyText,
    topic: someText,
  })
  .map((any) => {
    const base = richStory();
    const { content } = base;
    const edition: EditionContent = {
      ...content,
      title: any.title,
      summary: any.summary,
      slug: any.slug,
      language: any.language,
      authors: content.authors.map((author) => ({ ...author, name: any.name, role: any.role })),
      excerpts: any.quotes.map((quote, index) => ({
        ...content.excerpts[index]!,
        quote,
        language: any.quoteLanguage,
        leadIn: any.leadIn,
        url: any.url,
        rights: any.rights,
        reporter: any.reporter,
        title: any.printed,
        outlet: { ...content.excerpts[0]!.outlet, name: any.name, homepage: any.url },
      })),
      commentaries: content.commentaries.map((commentary) => ({
        ...commentary,
        capacity: any.capacity,
        html: `<p>${escaped(any.comment)}</p>${any.planted}`,
        text: any.comment,
      })),
      outlets: content.outlets.map((outlet) => ({ ...outlet, name: any.name, storyUrl: any.storyUrl })),
      topics: content.topics.map((topic) => ({ ...topic, name: any.topic })),
      image: { ...content.image!, alt: any.alt, caption: any.notice, credit: any.notice },
    };
    return { ...base, content: edition, corrections: base.corrections.map((correction) => ({ ...correction, notice: any.notice })) };
  });

/** What XML and HTML cannot hold is shown as U+FFFD, code point by code point; line breaks are one kind. */
function asShown(paragraph: string): string {
  return [...paragraph.replaceAll('\r\n', '\n').replaceAll('\r', '\n')]
    .map((character) => (isForbidden(character.codePointAt(0) ?? 0) ? '\ufffd' : character))
    .join('');
}

function isForbidden(code: number): boolean {
  if (code === 0x09 || code === 0x0a) return false;
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000) || (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
}

const runs = { numRuns: Number(process.env.RENDITION_RUNS ?? 25) };

test('any text in any field gives what each format’s own validator accepts', async () => {
  await fc.assert(
    fc.asyncProperty(anyStory, async (story) => {
      expect(ninjsComplaints(ninjs(story, context))).toEqual([]);
      expect(jsonFeedComplaints(jsonFeed([story], context))).toEqual([]);
      expect(atomComplaints(atom([story], context))).toEqual([]);
      expect(rssComplaints(rss([story], context))).toEqual([]);
      expect(await jsonLdComplaints(jsonLd(story, context))).toEqual([]);
      expect(await pageComplaints(html(story, context))).toEqual([]);
    }),
    runs,
  );
});

test('a quotation is in every rendition to the letter', () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      const { excerpts } = story.content;
      const whole = excerpts.map(({ quote }) => quote);
      const shown = whole.flat().map(asShown);
      expect((JSON.parse(json(story, context)) as Article).excerpts.map(({ quote }) => quote)).toEqual(whole);
      const { associations = [] } = JSON.parse(ninjs(story, context)) as NinjsItem;
      const bodies = associations.filter(({ rel }) => rel === 'excerpt').map(({ bodies: parts }) => (parts as { value: string }[])[0]?.value);
      expect(bodies).toEqual(whole.map((quote) => quote.join('\n\n')));
      const { hasPart } = JSON.parse(jsonLd(story, context)) as { hasPart: { '@type': string; text: string }[] };
      expect(hasPart.filter((part) => part['@type'] === 'Quotation').map((part) => part.text)).toEqual(whole.map((quote) => quote.join('\n\n')));
      expect(quotesInHtml(html(story, context))).toEqual(shown);
      expect(quotesInHtml(atomTexts(atom([story], context), '//atom:content')[0] ?? '')).toEqual(shown);
      expect(quotesInHtml(rssTexts(rss([story], context), '//content:encoded')[0] ?? '')).toEqual(shown);
      const { items } = JSON.parse(jsonFeed([story], context)) as { items: { content_html: string }[] };
      expect(quotesInHtml(items[0]?.content_html ?? '')).toEqual(shown);
      expect(quotesInMarkdown(markdown(story, context), excerpts.length)).toEqual(shown);
      for (const quote of whole) expect(withoutMarks(text(story, context))).toContain(asQuotedText(quote.map(asShown)));
    }),
    runs,
  );
});

test('no markup of a comment runs, loads or styles anything, whatever its HTML holds', () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      const page = html(story, context);
      const { elements, attributes, addresses } = namesInHtml(page.slice(page.indexOf('<body>')));
      expect([...elements].filter((name) => /^(script|style|iframe|object|embed|form|input|svg|math|base|link|meta)$/.test(name))).toEqual([]);
      expect([...attributes].filter((name) => /^(on\w+|style|srcdoc|formaction)$/.test(name))).toEqual([]);
      expect([...addresses].filter((value) => !/^(https?|mailto):/.test(value))).toEqual([]);
    }),
    runs,
  );
});
