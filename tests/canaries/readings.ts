/** Without this file a secret would pass unseen as soon as it were escaped, or wrapped in base64. */

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Everything that `text` says: as it stands, and with each encoding undone that an answer can carry. */
export function* readingsOf(text: string): Generator<string> {
  yield text;
  const unescaped = withoutEscapes(text);
  const shown = withoutEntities(unescaped);
  const plain = withoutPercents(shown);
  for (const other of new Set([unescaped, withoutEntities(text), withoutPercents(text), shown, plain])) if (other !== text) yield other;
  yield* inBase64(plain);
  yield* inHex(plain);
}

/** `\u0061` and `\x61`, as JSON and scripts write letters. */
function withoutEscapes(text: string): string {
  return text.includes('\\') ? text.replace(/\\+(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/gi, (_all, four, two) => letter(String(four ?? two), 16)) : text;
}

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_all, code) => letter(String(code), 16))
    .replace(/&#(\d{1,7});/g, (_all, code) => letter(String(code), 10))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_all, name) => entities[String(name)] ?? '');
}

function withoutPercents(text: string): string {
  return text.includes('%') ? text.replace(/%([0-9a-f]{2})/gi, (_all, code) => letter(String(code), 16)) : text;
}

/** A base64 text may begin anywhere in what looks like one, so each run is read from four places. */
function* inBase64(text: string): Generator<string> {
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{11,}/g)) {
    if (markInBase64.test(run)) for (const from of [0, 1, 2, 3]) yield Buffer.from(run.slice(from), 'base64').toString('latin1');
  }
}

/** How `zp` and `zq`, with which every mark begins, look at each of the three places they can have in base64: most runs need not be decoded. */
const markInBase64 = /en[A-H]|[HXn3]p[wx]|6c[A-Za-f]/;

function* inHex(text: string): Generator<string> {
  for (const [run] of text.matchAll(/[0-9a-f]{16,}/gi)) {
    if (/7a7[01]/i.test(run)) for (const from of [0, 1]) yield Buffer.from(run.slice(from), 'hex').toString('latin1');
  }
}

function letter(code: string, base: number): string {
  const point = parseInt(code, base);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
