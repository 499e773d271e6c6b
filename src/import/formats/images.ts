/** Without this file the photos in a document would stay in it: what an embedded image is, and its bytes. */

/** Finds an image that lies beside the document, by its address in it: its bytes, or why it stays where it is. The parser itself opens no file. */
export type ImagesBeside = (address: string) => Uint8Array | { reason: string };

/** Whether an address leads from the document to a file beside it or below: it names no scheme, no host and no root. */
export function isRelative(address: string): boolean {
  return !/^\s*(?:[a-z][a-z\d+.-]*:|[/\\?#]|$)/i.test(address);
}

/** A `data:` address (RFC 2397) as an image; null when it is none. */
export function dataImage(url: string): { type: string; bytes: Uint8Array } | null {
  const head = /^\s*data:([^,;]*)((?:;[^,;]*)*),/i.exec(url.slice(0, 300));
  if (!head) return null;
  const data = url.slice(head[0].length);
  const bytes = /;\s*base64\s*$/i.test(head[2] ?? '') ? Buffer.from(data, 'base64') : unescaped(data);
  const named = (head[1] ?? '').trim().toLowerCase();
  return bytes === null || bytes.length === 0 ? null : { type: imageType(bytes) ?? (named === '' ? 'application/octet-stream' : named), bytes };
}

/** The type that the first bytes of an image tell; null when they tell none. */
export function imageType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(head)) return 'image/gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  if (/^....ftypavi[fs]/s.test(head)) return 'image/avif';
  if (head.startsWith('BM')) return 'image/bmp';
  if (/^(?:II\*\0|MM\0\*)/.test(head)) return 'image/tiff';
  return /^\s*(?:<\?xml[^>]*>\s*)?<svg[\s>]/.test(head) ? 'image/svg+xml' : null;
}

function unescaped(data: string): Uint8Array | null {
  try {
    return Buffer.from(decodeURIComponent(data), 'utf8');
  } catch {
    return null;
  }
}
