/** How a question becomes an address: without this file each method would spell lists, dates and yes or no in its own way. */

type Value = string | number | boolean | Date | readonly string[] | undefined;

/** What may be asked, by parameter; undefined is not asked. */
export type Query = object;

/** The address of `path` (segments are encoded already) under `base`, with `query`. */
export function addressOf(base: string, path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, Value][]) {
    if (value !== undefined) parameters.set(name, written(value));
  }
  const asked = parameters.toString();
  return `${base}${path}${asked === '' ? '' : `?${asked}`}`;
}

/** `text` as one segment of a path. */
export function segment(text: string): string {
  return encodeURIComponent(text);
}

/** `address` without a slash at its end. @throws TypeError when it is none of http or https */
export function baseOf(address: string): string {
  const { protocol, origin, pathname } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') throw new TypeError(`A newsroom is at an http or https address, not at ${address}.`);
  return origin + pathname.replace(/\/+$/, '');
}

function written(value: Exclude<Value, undefined>): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? value.join(',') : String(value);
}
