/** Without this file an archive would take as long as its documents one by one, or one bad document would cost all that were saved with it. */
import type { Desk } from '../desk.ts';
import type { ImportedDocument } from './importedDocument.ts';
import { saveImport, saveTogether, type ImportOrder } from './saveImport.ts';
import type { SavedImport } from './writeImport.ts';

/** How many documents share a transaction: a commit is the dearest step, and nobody else can write meanwhile. */
export function batchSize({ payload }: Desk): number {
  // A transaction of MongoDB that writes much meets the writes of others, and is then done again as a whole.
  return payload.db.name === 'sqlite' ? 25 : 8;
}

/** What became of each of `documents`, in their order: saved, or the reason why not. What is returned as saved is committed. */
export async function saveBatch(desk: Desk, documents: readonly ImportedDocument[], order: ImportOrder): Promise<(SavedImport | Error)[]> {
  const results: (SavedImport | Error)[] = [];
  for (const batch of apart(documents)) results.push(...(await savedOrWhyNot(desk, batch, order)));
  return results;
}

async function savedOrWhyNot(desk: Desk, batch: readonly ImportedDocument[], order: ImportOrder): Promise<(SavedImport | Error)[]> {
  try {
    return await saveTogether(desk, batch, order);
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error));
    if (batch.length === 1) return [reason];
  }
  const results: (SavedImport | Error)[] = [];
  for (const document of batch)
    results.push(await saveImport(desk, document, order).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error)))));
  return results;
}

/** Documents of one identity or one text know of each other only when the first is saved before the second is looked at. */
function apart(documents: readonly ImportedDocument[]): ImportedDocument[][] {
  const batches: ImportedDocument[][] = [];
  let seen = new Set<string>();
  for (const document of documents) {
    const { identity, digest } = document;
    if (batches.length === 0 || seen.has(identity.key) || seen.has(digest)) {
      batches.push([]);
      seen = new Set();
    }
    batches.at(-1)?.push(document);
    seen.add(identity.key).add(digest);
  }
  return batches;
}
