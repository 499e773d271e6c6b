/** Without this file a file in another encoding would come in as mojibake: strict UTF-8 or a reason why not. */
import { UnreadableDocument } from './format.ts';

/**
 * Decodes UTF-8 (RFC 3629), with or without a byte order mark, which is left out. Line ends and everything else stay as they are.
 * @throws {UnreadableDocument} for UTF-16, for binary data, for bytes that are not UTF-8, and for a file without any text.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new UnreadableDocument('the file is UTF-16; save it as UTF-8');
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw new UnreadableDocument('the file is not text: it holds a zero byte', lineAt(bytes, zero));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableDocument('the file is not valid UTF-8 here; save it as UTF-8', lineAt(bytes, firstInvalid(bytes)));
  }
  if (text.trim() === '') throw new UnreadableDocument('the file holds no text', 1);
  return text;
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at += 1) {
    if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) line += 1;
  }
  return line;
}

/** The replacement character stands where decoding first failed; one that the file really holds is three bytes EF BF BD. */
function firstInvalid(bytes: Uint8Array): number {
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  for (const character of decoded) {
    const real = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (character === '\ufffd' && !real) return offset;
    offset += Buffer.byteLength(character);
  }
  return offset;
}
