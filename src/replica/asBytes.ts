/** Without this file every long text of a rebuild would be made a string by the thread that writes, too, which only hands it on to SQLite. */
import type { ReadEntry } from './readEntry.ts';
import type { Text, Texts } from './rows.ts';

/** `entries` with their long texts as UTF-8 in one buffer, which can be given to another thread. */
export function asBytes(entries: readonly ReadEntry[]): { entries: ReadEntry[]; buffer: ArrayBuffer } {
  const texts = entries.flatMap(({ text, found }) => [...(text === null ? [] : [text]), ...(found?.texts ?? [])]);
  const buffer = new ArrayBuffer(texts.reduce((bytes, text) => bytes + Buffer.byteLength(text), 0));
  const bytes = Buffer.from(buffer);
  let end = 0;
  const put = (text: Text): Uint8Array => {
    if (typeof text !== 'string') return text;
    const begin = end;
    end += bytes.write(text, begin);
    return bytes.subarray(begin, end);
  };
  const moved = entries.map((entry) => {
    const text = entry.text === null ? null : put(entry.text);
    if (entry.found === null) return { ...entry, text };
    const [title, summary, body, names] = entry.found.texts;
    const texts: Texts = [put(title), put(summary), put(body), put(names)];
    return { ...entry, text, found: { ...entry.found, texts } };
  });
  return { entries: moved, buffer };
}
