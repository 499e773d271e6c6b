/** Without this file only we would say that our Atom is Atom: RFC 4287's grammar (RELAX NG) and its assertions (Schematron), under libxml2. */
import { RelaxNGValidator, XmlDocument, XmlElement } from 'libxml2-wasm';
import { textOf } from './schemas.ts';

const names = { atom: 'http://www.w3.org/2005/Atom' };
const grammar = RelaxNGValidator.fromDoc(XmlDocument.fromString(textOf('atom.rng')));

/** The assertions in the grammar's annotations, which RELAX NG itself does not read: where they hold, the path finds nothing. */
const breaches: Readonly<Record<string, string>> = {
  'an entry without link or content': '//atom:entry[not(atom:link[@rel="alternate"] or atom:link[not(@rel)] or atom:content)]',
  'an entry without author': '//atom:entry[not(atom:author or ../atom:author or atom:source/atom:author)]',
  // Section 4.1.1 says these in words.
  'two alternatives of one type and language':
    '//atom:link[@rel="alternate"][@type=preceding-sibling::atom:link[@rel="alternate"]/@type and @hreflang=preceding-sibling::atom:link[@rel="alternate"]/@hreflang]',
  'an id twice': '//atom:entry[atom:id=preceding-sibling::atom:entry/atom:id and atom:updated=preceding-sibling::atom:entry/atom:updated]',
};

/** What is wrong with an Atom feed. */
export function atomComplaints(document: string): string[] {
  let xml: XmlDocument;
  try {
    xml = XmlDocument.fromString(document);
  } catch (error) {
    return [String(error)];
  }
  try {
    grammar.validate(xml);
    return Object.entries(breaches).flatMap(([breach, path]) => (xml.find(path, names).length > 0 ? [breach] : []));
  } catch (error) {
    return [String(error)];
  } finally {
    xml.dispose();
  }
}

/** The text of each element that `path` finds in an Atom feed. */
export function atomTexts(document: string, path: string): string[] {
  const xml = XmlDocument.fromString(document);
  try {
    return xml.find(path, names).map((node) => (node instanceof XmlElement ? node.content : ''));
  } finally {
    xml.dispose();
  }
}
