/** Without this file a page of text would travel at three times its size. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Coding = 'br' | 'gzip' | 'identity';

const codings: readonly Coding[] = ['br', 'gzip', 'identity'];
/** Above it, brotli takes longer than what it saves takes to travel. */
const BROTLI_QUALITY = 5;
/** Below every weight that can be written. */
const LEAST = 0.0001;
const encoders = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** The coding that an `Accept-Encoding` likes best (RFC 9110, section 12.5.3); of several, the shortest. */
export function codingFor(accepted: string | undefined): Coding {
  const weights = weightsIn(accepted ?? '');
  // What is not named is not wanted, but for the bytes as they are, which always can be sent.
  const weight = (coding: Coding): number => weights.get(coding) ?? (coding === 'identity' ? LEAST : (weights.get('*') ?? 0));
  const wanted = codings.filter((coding) => weight(coding) > 0);
  return wanted.reduce((best, coding) => (weight(coding) > weight(best) ? coding : best), wanted[0] ?? 'identity');
}

/** `bytes` in `coding`. */
export async function inCoding(bytes: Buffer, coding: Coding): Promise<Buffer> {
  switch (coding) {
    case 'br':
      return encoders.br(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
    case 'gzip':
      return encoders.gzip(bytes);
    case 'identity':
      return bytes;
  }
}

function weightsIn(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const piece of header.split(',')) {
    const [name = '', ...parameters] = piece.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    if (name !== '' && weight >= 0 && weight <= 1) weights.set(name === 'x-gzip' ? 'gzip' : name, weight);
  }
  return weights;
}
