/** Without this file a file in another encoding would come in as mojibake: UTF-8, what is told with certainty, or a reason why not. */
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { UnreadableDocument } from './format.ts';

/** What newsrooms keep in; a guess at anything else is no guess. */
const singleByte = new Map([
  ['windows-1251', 'windows-1251'],
  ['windows-1256', 'windows-1256'],
  ['windows-1252', 'windows-1252'],
  // As browsers have it (Encoding Standard, section 4.2): the same letters, and quotation marks where Latin-1 has controls.
  ['ISO-8859-1', 'windows-1252'],
  ['windows-1254', 'windows-1254'],
  ['ISO-8859-9', 'windows-1254'],
  ['windows-1250', 'windows-1250'],
  ['ISO-8859-2', 'ISO-8859-2'],
  ['ISO-8859-5', 'ISO-8859-5'],
  ['ISO-8859-6', 'ISO-8859-6'],
  ['KOI8-R', 'KOI8-R'],
]);

/** Of 100, how sure a guess must be, and how many times surer than the next one that would read other letters. */
const certainty = { confidence: 40, lead: 1.4, bytes: 3 };
/** How much of a long file is looked at. */
const sample = 64 * 1024;
/** Controls other than white space, and what stands for bytes without meaning. */
const controls = /(?![\t\n\v\f\r\u0085])[\p{Cc}\ufffd]/u;

/**
 * The text of `bytes`, without its byte order mark; line ends and everything else stay as they are. UTF-8 and UTF-16 are told by rule, other
 * encodings by the letters that they give, and only where that leaves no doubt; `encoding` says which it is where somebody knows.
 * @throws {UnreadableDocument} for binary data, for bytes whose encoding cannot be told, and for a file without any text.
 */
export function decode(bytes: Uint8Array, encoding: string | null): string {
  const text = encoding === null ? guessed(bytes) : named(bytes, encoding);
  if (text.trim() === '') throw new UnreadableDocument('the file holds no text', 1);
  return text;
}

/** Whether `name` is that of an encoding that can be read. */
export function isEncoding(name: string): boolean {
  return iconv.encodingExists(name) && !/^(?:base64|hex|binary|ucs2)$/i.test(name);
}

/** Whether `bytes` are UTF-8 from end to end (RFC 3629). */
export function isUtf8(bytes: Uint8Array): boolean {
  return utf8(bytes) !== null;
}

function named(bytes: Uint8Array, encoding: string): string {
  if (!isEncoding(encoding)) throw new UnreadableDocument(`"${encoding}" is not an encoding that is known here`);
  const text = iconv.decode(bytes, encoding);
  if (text.includes('\ufffd'))
    throw new UnreadableDocument(`the file is not ${encoding}: some of its bytes have no meaning in it`, lineOf(text, text.indexOf('\ufffd')));
  return text;
}

function guessed(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return utf16(bytes, bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') ?? refuse('the file begins like UTF-16 and is not');
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) return utf16(bytes, zero % 2 === 1 ? 'utf-16le' : 'utf-16be') ?? refuse('the file is not text: it holds a zero byte', lineAt(bytes, zero));
  return utf8(bytes) ?? singleByteText(bytes);
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Every pair of bytes must be a character that is assigned; other data does not pass by chance. */
function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string | null {
  if (bytes.length % 2 === 1) return null;
  const text = new TextDecoder(encoding).decode(bytes);
  return controls.test(text) || /[\p{Cn}\p{Co}\p{Cs}]/u.test(text) ? null : text;
}

function singleByteText(bytes: Uint8Array): string {
  const invalid = firstInvalid(bytes);
  if (invalid.damaged) refuse('the file is not valid UTF-8 here; save it as UTF-8', lineAt(bytes, invalid.offset));
  // Only the letters tell: a long stretch of ASCII before them would be most of what is looked at.
  const from = Math.max(0, invalid.offset - 2048);
  const part = bytes.subarray(from, from + sample);
  const guesses = analyse(part).flatMap(({ name, confidence }) => {
    const encoding = singleByte.get(name);
    return encoding === undefined ? [] : [{ encoding, confidence, text: iconv.decode(part, encoding) }];
  });
  const [best] = guesses;
  const rival = guesses.find(({ text }) => text !== best?.text);
  const doubtful = `the file is not UTF-8, and its encoding cannot be told for certain${best ? ` (perhaps ${best.encoding})` : ''}; name it with --encoding`;
  const letters = part.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
  if (!best || letters < certainty.bytes || best.confidence < certainty.confidence || best.confidence < certainty.lead * (rival?.confidence ?? 0)) {
    refuse(doubtful, lineAt(bytes, invalid.offset));
  }
  const text = best === undefined ? '' : iconv.decode(bytes, best.encoding);
  const wrong = text.search(controls);
  if (wrong >= 0) refuse(doubtful, lineOf(text, wrong));
  return text;
}

function refuse(reason: string, line: number | null = null): never {
  throw new UnreadableDocument(reason, line);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at += 1) {
    if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) line += 1;
  }
  return line;
}

/**
 * Where decoding as UTF-8 first fails, and whether the file is UTF-8 with damage: it holds more letters of several bytes than mistakes.
 * A replacement character that the file really holds is three bytes EF BF BD.
 */
function firstInvalid(bytes: Uint8Array): { offset: number; damaged: boolean } {
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let at = 0;
  let offset = -1;
  let mistakes = 0;
  let letters = 0;
  for (const character of decoded) {
    const real = bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
    const mistaken = character === '\ufffd' && !real;
    if (mistaken) {
      if (offset < 0) offset = at;
      mistakes += 1;
      if (mistakes > 1000) break;
    } else if (character > '\u007f') letters += 1;
    // After a mistake the bytes are no longer counted exactly; only the first place is asked for.
    at += mistaken ? 1 : Buffer.byteLength(character);
  }
  return { offset: Math.max(offset, 0), damaged: letters > mistakes };
}
