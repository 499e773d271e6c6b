/** Without this file two answers could not be compared: what the question itself says, and what belongs to one request, is taken out of both. */
import { ask, type Door, type Question } from './ask.ts';

/** Makes the question for a value. */
export type Asking = (value: string) => Question;

/** Where `right` and `wrong` are answered differently, or with a failure; null where nothing can be learned. */
export async function difference(door: Door, asking: Asking, { right, wrong }: { right: string; wrong: string }): Promise<string | null> {
  const [one, other] = [await told(door, asking, right), await told(door, asking, wrong)];
  if (one === other && !one.startsWith('5')) return null;
  const at = Math.max(0, [...one].findIndex((letter, index) => letter !== other[index]) - 40);
  const { path, body } = asking(right);
  return `${path} ${JSON.stringify(body ?? '').slice(0, 400)}: “${one.slice(at, at + 160)}”, for another value “${other.slice(at, at + 160)}”`;
}

/** The answer to `asking(value)`, without the value and without the request's own id and time. */
export async function told(door: Door, asking: Asking, value: string): Promise<string> {
  const { status, body, headers } = await ask(door, asking(value));
  const kept = headers.split('\n').filter((line) => !/^(date|x-request-id|content-length|keep-alive):/.test(line));
  const said = [String(status), ...kept, inOrder(body)].join('\n');
  // A short value is a part of other words, and no answer repeats it.
  return (value.length < 7 ? said : said.replaceAll(encodeURIComponent(value), '…').replaceAll(value, '…'))
    .replace(/"instance":"[^"]+"/g, '"instance":"…"')
    .replace(/"less_than_equal":"[^"]+"/g, '"less_than_equal":"…"');
}

/** The first differences among many questions, a few asked at a time. */
export async function differences(door: Door, pairs: readonly { asking: Asking; right: string; wrong: string }[]): Promise<string[]> {
  const queue = [...pairs];
  const found: string[] = [];
  const next = async () => {
    for (let pair = queue.shift(); pair !== undefined; pair = queue.shift()) {
      const one = await difference(door, pair.asking, pair);
      if (one !== null) found.push(one);
    }
  };
  await Promise.all(Array.from({ length: 4 }, next));
  return found;
}

/** GraphQL tells of errors in the order in which they happened to be found. */
function inOrder(body: string): string {
  if (!body.includes('"errors":[')) return body;
  const { errors, ...rest } = JSON.parse(body) as { errors: unknown[] };
  return JSON.stringify({ ...rest, errors: errors.map((error) => JSON.stringify(error)).sort() });
}
