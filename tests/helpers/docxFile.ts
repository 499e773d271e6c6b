/** Without this file a test could only send what a library writes: a word-processor file put together from its parts. */
import { strToU8, zipSync } from 'fflate';

const namespaces = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
]
  .map(([prefix, uri]) => `xmlns:${prefix ?? ''}="${uri ?? ''}"`)
  .join(' ');
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxPieces {
  /** Relations of the document: id, kind, target; a target with a scheme is outside. */
  relations?: [id: string, kind: string, target: string][];
  /** Other parts by name; text is the content of the root element that `root` names. */
  parts?: Record<string, string | Uint8Array>;
}

/** A file whose body is `body`, in WordprocessingML. */
export function docxFile(body: string, { relations = [], parts = {} }: DocxPieces = {}): Uint8Array {
  const relation = ([id, kind, target]: [string, string, string]): string =>
    `<Relationship Id="${id}" Type="${relationType}/${kind}" Target="${target}"${/^\w+:/.test(target) ? ' TargetMode="External"' : ''}/>`;
  const list = (all: [string, string, string][]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(relation).join('')}</Relationships>`;
  return zipSync({
    '_rels/.rels': strToU8(list([['r1', 'officeDocument', 'word/document.xml']])),
    'word/document.xml': strToU8(part('document', `<w:body>${body}</w:body>`)),
    'word/_rels/document.xml.rels': strToU8(list(relations)),
    ...Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])),
  });
}

/** A part whose root element is `root`. */
export function part(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${namespaces}>${content}</w:${root}>`;
}

/** A paragraph; `properties` is the content of its `w:pPr`. */
export function paragraph(content: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

/** A run of text; `properties` is the content of its `w:rPr`. */
export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}
