/** How feeds are written as XML: by a library, so that no escaping is ours, and with no character that XML forbids. */
import { DOMImplementation, XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
import { readable } from './readable.ts';

/** An element: its name, its attributes, and its text or its children. What is null is left out. */
export interface XmlElement {
  name: string;
  attributes?: Readonly<Record<string, string | null>>;
  content?: string | readonly (XmlElement | null)[];
}

/** Namespaces by the prefix of an element's name; that of names without one by ''. */
export type Namespaces = Readonly<Record<string, string>>;

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** `root` as a document in UTF-8. */
export function xmlDocument(root: XmlElement, namespaces: Namespaces): string {
  const document = new DOMImplementation().createDocument(null, '', null);
  const element = elementOf(document, root, namespaces);
  for (const [prefix, uri] of Object.entries(namespaces)) if (prefix !== '') element.setAttributeNS(XMLNS, `xmlns:${prefix}`, uri);
  document.appendChild(element);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document, { requireWellFormed: true })}\n`;
}

function elementOf(document: Document, { name, attributes = {}, content = '' }: XmlElement, namespaces: Namespaces): Element {
  const prefix = name.includes(':') ? (name.split(':')[0] ?? '') : '';
  const element = document.createElementNS(namespaces[prefix] ?? null, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, readable(value));
  if (typeof content === 'string') {
    if (content !== '') element.appendChild(document.createTextNode(readable(content)));
    return element;
  }
  for (const child of content) if (child !== null) element.appendChild(elementOf(document, child, namespaces));
  return element;
}
