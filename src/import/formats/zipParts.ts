/** Without this file a small file could unpack into more than the machine holds: the named parts of a zip, within bounds. */
import { unzipSync } from 'fflate';
import { UnreadableDocument } from './format.ts';

/** Bytes that the parts read from one document may unpack to; a word-processor file of a whole book stays below. */
const most = { xml: 24 * 1024 * 1024, media: 96 * 1024 * 1024 };
const mostParts = 5000;

/**
 * The parts of a zip whose names `wanted` picks, by name. Nothing else is unpacked, and nothing is written anywhere.
 * @throws {UnreadableDocument} when the zip is damaged, too large when unpacked, or names a place outside itself.
 */
export function zipParts(bytes: Uint8Array, wanted: (name: string) => 'xml' | 'media' | null): Map<string, Uint8Array> {
  const size = { xml: 0, media: 0 };
  let parts = 0;
  const names = new Set<string>();
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        if (parts > mostParts) throw new UnreadableDocument(`the file holds more than ${mostParts} parts`);
        if (/^[\\/]|^[a-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(name))
          throw new UnreadableDocument(`the file names a place outside itself: "${name.slice(0, 100)}"`);
        const kind = wanted(name);
        if (kind === null) return false;
        if (names.has(name)) throw new UnreadableDocument(`the file holds "${name.slice(0, 100)}" twice`);
        names.add(name);
        size[kind] += originalSize;
        if (size[kind] > most[kind]) throw new UnreadableDocument(`the file unpacks to more than ${most[kind] / 1024 / 1024} MiB`);
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    throw new UnreadableDocument('the file is not a whole zip file: it is damaged or was cut off');
  }
}
