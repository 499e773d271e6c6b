/** Without this file every reader of XML would have to remember what not to trust: one pass, no entities of its own, bounded depth. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { UnreadableDocument } from './format.ts';

const deepest = 500;

export interface XmlReader {
  open: (tag: SaxesTagNS) => void;
  text?: (text: string) => void;
  close?: (tag: SaxesTagNS) => void;
}

/**
 * Reads `xml` in one pass; `name` is what messages call it. Character data in CDATA sections is text.
 * @throws {UnreadableDocument} with its line when it is not well-formed, brings a document type with it, or is nested too deep.
 */
export function readXml(xml: string, name: string, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  const refuse = (reason: string): never => {
    throw new UnreadableDocument(`${name}: ${reason}`, parser.line);
  };
  parser.on('doctype', () => refuse('it brings a document type with it, which such a document never has'));
  parser.on('error', (error) => refuse(`it is not well-formed XML (${error.message.replace(/^\d+:\d+:\s*/, '').slice(0, 200)})`));
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > deepest) refuse(`its elements are nested more than ${deepest} deep`);
    reader.open(tag);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    reader.close?.(tag);
  });
  const { text } = reader;
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.write(xml).close();
}

/** The value of an attribute by its local name, whatever its prefix. */
export function attribute(tag: SaxesTagNS, local: string): string | undefined {
  for (const one of Object.values(tag.attributes)) if (one.local === local) return one.value;
  return undefined;
}
