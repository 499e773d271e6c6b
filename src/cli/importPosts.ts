/** Without this file a site's export would be one document: its posts, each with an identity that lasts from one export to the next. */
import { readPostForImport } from '../editorial/imports/readForImport.ts';
import { readWordPressExport, UnreadableDocument, type DocumentIdentity, type WordPressExport, type WordPressPost } from '../import/importer.ts';
import type { ImportOptions } from './importOptions.ts';
import type { Read } from './importReading.ts';
import { reasonOf, type ImportSource } from './importSources.ts';

/** The posts of an export: how many there are, and each as it is asked for. Another kind of XML in a folder is passed over. */
export function readPosts(bytes: Uint8Array, source: ImportSource, options: ImportOptions): { count: number; reads: Iterable<Read> } {
  const { file } = source;
  let found: WordPressExport;
  try {
    found = readWordPressExport(bytes);
  } catch (error) {
    if (source.named || !(error instanceof UnreadableDocument) || error.line !== null) throw error;
    return { count: 1, reads: [{ skipped: file }] };
  }
  const left = leftOut(found).map((reason) => ({ skipped: `${file}: ${reason}` }));
  return { count: found.posts.length + left.length, reads: readEach(found.posts, left, source, options) };
}

function* readEach(posts: readonly WordPressPost[], left: readonly Read[], source: ImportSource, options: ImportOptions): Generator<Read, void> {
  yield* left;
  for (const post of posts) {
    const file = `${source.file}#${post.name}`;
    try {
      yield { file, document: readPostForImport(post, postIdentity(post, source.identity), options) };
    } catch (error) {
      yield { failure: { file, line: null, reason: reasonOf(error) } };
    }
  }
}

/** What is no post, counted by reason: a site has thousands of pictures. */
function leftOut({ left }: WordPressExport): string[] {
  const counts = new Map<string, number>();
  for (const { reason } of left) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${count} left out: ${reason}`);
}

/**
 * A post is its number on its site. With a source it stays the same post in the next export, whatever that file is called; a draft's
 * slug may change, so it is no part of who the post is.
 */
function postIdentity({ name, url }: WordPressPost, { source, path, key }: DocumentIdentity): DocumentIdentity {
  const number = /-(\d+)\.html$/.exec(name)?.[1] ?? name;
  const site = url !== null && URL.canParse(url) ? new URL(url).host : '';
  const owner = source === null ? key : `source:${encodeURIComponent(source)}:site:${site}`;
  return { source, path: `${path}#${name}`, key: `${owner}#${number}` };
}
