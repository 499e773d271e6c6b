/** A validator that lets everything through proves nothing: what each has to refuse, and a word of why. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { atomComplaints } from '../../tests/renditions/validators/atom.ts';
import { pageComplaints } from '../../tests/renditions/validators/html.ts';
import { jsonFeedComplaints } from '../../tests/renditions/validators/jsonFeed.ts';
import { jsonLdComplaints } from '../../tests/renditions/validators/jsonLd.ts';
import { ninjsComplaints } from '../../tests/renditions/validators/ninjs.ts';
import { rssComplaints } from '../../tests/renditions/validators/rss.ts';

const folder = new URL('../../tests/renditions/fixtures/refused/', import.meta.url);

type Validator = (document: string) => string[] | Promise<string[]>;

const validators: [format: string, complaints: Validator, reasons: Readonly<Record<string, RegExp>>][] = [
  [
    'ninjs',
    ninjsComplaints,
    {
      'address-with-a-space.json': /href: must match format "uri"/,
      'association-without-name.json': /must have required property 'name'/,
      'day-without-hour.json': /firstCreated: must match format "date-time"/,
      'field-of-our-own.json': /unevaluatedProperty":"verification"/,
      'iptc-001_bad_digital_source.json': /digitalSourceType/,
      'iptc-001_bad_toplevel.json': /must NOT have unevaluated properties/,
      'iptc-006_bad_urgency.json': /urgency/,
      'point-without-height.json': /geoJSON\/coordinates/,
      'no-uri.json': /must have required property 'uri'/,
      'withdrawn.json': /pubStatus: must be equal to one of the allowed values/,
    },
  ],
  [
    'json-feed',
    jsonFeedComplaints,
    {
      'address-without-host.json': /url: must match format "uri"/,
      'date-of-mail.json': /date_published: must match format "date-time"/,
      'field-of-our-own.json': /additionalProperty":"revision"/,
      'item-without-content.json': /content_html/,
      'item-without-id.json': /must have required property 'id'/,
      'no-items.json': /must have required property 'items'/,
      'tag-twice.json': /must NOT have duplicate items/,
    },
  ],
  [
    'atom',
    atomComplaints,
    {
      'bare-ampersand.xml': /xmlParseEntityRef/,
      'control-character.xml': /invalid Char value 1/,
      'date-of-mail.xml': /dateTime/,
      'element-of-our-own.xml': /extra content: revision/,
      'language-with-underscore.xml': /Invalid attribute hreflang/,
      'neither-link-nor-content.xml': /an entry without link or content/,
      'no-author.xml': /an entry without author/,
      'no-id.xml': /Element entry failed/,
      'two-alternatives.xml': /two alternatives/,
      'two-titles.xml': /Extra element title/,
    },
  ],
  [
    'rss',
    rssComplaints,
    {
      'date-of-iso.xml': /RFC 822/,
      'element-of-our-own.xml': /no other elements/,
      'enclosure-without-length.xml': /url, length and type/,
      'name-as-author.xml': /address of mail/,
      'neither-title-nor-description.xml': /a title or a description/,
      'no-guid.xml': /has a guid/,
      'no-self.xml': /where it lies/,
      'relative-address.xml': /addresses in the full text are absolute/,
      'script.xml': /runs/,
      'two-links.xml': /one link at most/,
      'unclosed.xml': /tag mismatch/,
      'version-one.xml': /version 2\.0/,
      'year-of-two-digits.xml': /RFC 822/,
    },
  ],
  [
    'html',
    pageComplaints,
    {
      'heading-left-out.html': /heading-level/,
      'id-twice.html': /no-dup-id/,
      'item-without-list.html': /element-permitted-parent/,
      'link-without-words.html': /wcag\/h30/,
      'no-language.html': /missing required "lang"/,
      'no-title.html': /must have <title>/,
      'not-closed.html': /close-order/,
      'paragraph-in-paragraph.html': /no-implicit-close/,
      'picture-without-words.html': /wcag\/h37/,
      'unknown-element.html': /element-name/,
    },
  ],
  [
    'json-ld',
    jsonLdComplaints,
    {
      'another-context.json': /Dereferencing a URL/,
      'broken.json': /JSON/,
      'deep-inside.json': /outlet/,
      'misspelt.json': /headLine/,
      'no-context.json': /NewsArticle|headline/,
      'type-of-our-own.json': /Commentary/,
      'word-of-our-own.json': /verification/,
    },
  ],
];

describe.each(validators)('the validator of %s refuses', (format, complaints, reasons) => {
  it.each(Object.entries(reasons))('%s', async (file, reason) => {
    const found = await complaints(readFileSync(new URL(`${format}/${file}`, folder), 'utf8'));
    expect(found.join('\n')).toMatch(reason);
    expect(found).not.toEqual([]);
  });

  test('each of its files, which are five or more', () => {
    const files = readdirSync(new URL(`${format}/`, folder));
    expect(files.sort()).toEqual(Object.keys(reasons).sort());
    expect(files.length).toBeGreaterThanOrEqual(5);
  });
});
