/** Without this file only we would say that our RSS is RSS: a strict XML parser, and the rules of the RSS Advisory Board's profile as a table. */
import { XmlDocument } from 'libxml2-wasm';
import { namesInHtml } from '../quotes.ts';

const names = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
};

const day = '(Mon|Tue|Wed|Thu|Fri|Sat|Sun), ';
const month = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const mailDate = new RegExp(`^(${day})?\\d{2} ${month} \\d{4} \\d{2}:\\d{2}(:\\d{2})? (GMT|[+-]\\d{4})$`);
const absolute = /^(https?|urn):[\x21-\x7e]+$/;

/** A rule: what has to hold of what a path finds. `never`: it must find nothing; `always`: something, of each parent; `matches`, `unlike`, `fits`: its text. */
interface Rule {
  says: string;
  path: string;
  never?: true;
  matches?: RegExp;
  unlike?: RegExp;
  fits?: (text: string) => boolean;
}

const channelParts = ['title', 'link', 'description', 'language', 'copyright', 'managingEditor', 'webMaster', 'pubDate', 'lastBuildDate', 'category'];
const moreChannelParts = ['generator', 'docs', 'cloud', 'ttl', 'image', 'textInput', 'skipHours', 'skipDays', 'item'];
const itemParts = ['title', 'link', 'description', 'author', 'category', 'comments', 'enclosure', 'guid', 'pubDate', 'source'];
const notIn = (parts: readonly string[]): string => parts.map((part) => `not(self::${part})`).join(' and ');
const once = (parent: string, parts: readonly string[]): Rule[] =>
  parts.map((part) => ({ says: `${parent} has one ${part} at most`, path: `//${parent}[count(${part}) > 1]`, never: true }));

const rules: readonly Rule[] = [
  { says: 'the root is rss, version 2.0', path: '/*[not(self::rss[@version="2.0"])]', never: true },
  { says: 'rss holds one channel and nothing else', path: '/rss[count(*) != 1 or count(channel) != 1]', never: true },
  { says: 'a channel has title, link and description', path: '//channel[not(title and link and description)]', never: true },
  {
    says: 'a channel holds no other elements without namespace',
    path: `//channel/*[namespace-uri()="" and ${notIn([...channelParts, ...moreChannelParts])}]`,
    never: true,
  },
  { says: 'an item holds no other elements without namespace', path: `//item/*[namespace-uri()="" and ${notIn(itemParts)}]`, never: true },
  { says: 'items stand last in a channel', path: '//channel/item/following-sibling::*[not(self::item)]', never: true },
  ...once('channel', ['title', 'link', 'description', 'language', 'lastBuildDate', 'pubDate', 'generator', 'docs', 'ttl', 'image']),
  ...once('item', ['title', 'link', 'description', 'guid', 'pubDate', 'enclosure', 'source', 'comments']),
  { says: 'an item has a title or a description', path: '//item[not(title or description)]', never: true },
  { says: 'an item has a guid', path: '//item[not(guid)]', never: true },
  { says: 'no two items share a guid', path: '//item[guid=preceding-sibling::item/guid]', never: true },
  { says: 'a guid says whether it is a link', path: '//guid[not(@isPermaLink="true" or @isPermaLink="false")]', never: true },
  { says: 'a guid that is a link is an address', path: '//guid[not(@isPermaLink="false")]', matches: /^https?:/ },
  { says: 'an enclosure has url, length and type', path: '//enclosure[not(@url and @length and @type)]', never: true },
  { says: 'the length of an enclosure is a number', path: '//enclosure/@length', matches: /^\d+$/ },
  { says: 'an enclosure lies at an http address', path: '//enclosure/@url', matches: /^https?:\/\/[\x21-\x7e]+$/ },
  { says: 'dates are those of RFC 822 with four digits of the year', path: '//pubDate | //lastBuildDate', matches: mailDate },
  { says: 'links are absolute', path: '//channel/link | //item/link | //atom:link/@href', matches: absolute },
  { says: 'author holds an address of mail', path: '//author | //managingEditor | //webMaster', matches: /^[^\s@]+@[^\s@]+( \(.+\))?$/ },
  { says: 'language is a tag', path: '//language', matches: /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i },
  { says: 'the feed says where it lies', path: '//channel[count(atom:link[@rel="self"]) != 1]', never: true },
  { says: 'a summary stands before the full text', path: '//content:encoded[not(preceding-sibling::description)]', never: true },
  {
    says: 'nothing required is empty',
    path: '//channel/title[not(normalize-space())] | //channel/description[not(normalize-space())] | //item/title[not(normalize-space())] | //guid[not(normalize-space())]',
    never: true,
  },
  {
    says: 'addresses in the full text are absolute',
    path: '//content:encoded',
    fits: (html) => [...namesInHtml(html).addresses].every((address) => /^(https?|mailto):/.test(address)),
  },
  {
    says: 'nothing in the full text runs',
    path: '//content:encoded',
    fits: (html) =>
      ![...namesInHtml(html).elements, ...namesInHtml(html).attributes].some((name) => /^(script|style|iframe|object|embed|form|on\w+)$/.test(name)),
  },
];

/** What is wrong with an RSS feed. */
export function rssComplaints(document: string): string[] {
  let xml: XmlDocument;
  try {
    xml = XmlDocument.fromString(document);
  } catch (error) {
    return [String(error)];
  }
  try {
    return rules.flatMap(({ says, path, never, matches, unlike, fits }) => {
      const found = xml.find(path, names).map((node) => node.content);
      const broken = never
        ? found
        : found.filter((text) => (matches !== undefined && !matches.test(text)) || unlike?.test(text) === true || fits?.(text) === false);
      return broken.length > 0 ? [`${says}: ${broken[0]?.slice(0, 80) ?? ''}`] : [];
    });
  } finally {
    xml.dispose();
  }
}

/** The text of each element that `path` finds in an RSS feed. */
export function rssTexts(document: string, path: string): string[] {
  const xml = XmlDocument.fromString(document);
  try {
    return xml.find(path, names).map((node) => node.content);
  } finally {
    xml.dispose();
  }
}
