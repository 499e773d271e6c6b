/** Without a bound, a pipe that never ends would fill the memory before anything was read. */
import { UnreadableDocument } from '../import/importer.ts';
import { LARGEST_DOCUMENT } from './importSources.ts';

/** All of standard input. @throws {UnreadableDocument} when it is more than a document. */
export async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_DOCUMENT) throw new UnreadableDocument(`standard input holds more than ${LARGEST_DOCUMENT / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
