/** Without this file a page saved from the web could not come in. */
import { decode, isUtf8 } from './encoding.ts';
import { UnreadableDocument, type Format } from './format.ts';
import { readHtmlText } from './htmlText.ts';

/** Where pages say which day they are of, the surest first. */
const dates = ['article:published_time', 'datepublished', 'dc.date', 'dcterms.date', 'dcterms.created', 'date'];

/** After a byte order mark, an XML declaration and a comment, if they are there. */
const opening = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html)[\s>]/i;

export const html: Format = {
  name: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  begins: (head) => opening.test(head.replace(/\0/g, '')),
  read: (bytes, encoding, beside) => {
    const { text, layout, meta } = readHtmlText(decode(bytes, encoding ?? (isUtf8(bytes) ? null : declared(bytes))), { beside });
    if (text.trim() === '') throw new UnreadableDocument('the page shows no text', 1);
    const day = dates.map((name) => /^\d{4}-\d{2}-\d{2}/.exec(meta.get(name)?.trim() ?? '')?.[0]).find((one) => one !== undefined);
    return { text, layout, date: day ?? null };
  },
};

/** The encoding that the page names in its head (HTML, section 13.2.3.2). */
function declared(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const name = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  // UTF-8 and UTF-16 are told by rule, whatever the page says.
  if (name === undefined || name.startsWith('utf')) return null;
  return name === 'iso-8859-1' ? 'windows-1252' : name;
}
