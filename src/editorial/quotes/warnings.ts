/** What an editor should look at before a story goes out, though nothing keeps it from going: quotes that do not stand in their source. */
import type { PayloadRequest } from 'payload';
import { newestDrafts } from '../../database/newestDrafts.ts';
import type { Verification } from '../../domain/quotes/check.ts';
import type { ProblemPart } from '../../errors.ts';

/** One warning for each of `excerpts`, in the story's order, whose quote was not found word for word in its snapshot. */
export async function warningsAbout(req: PayloadRequest, excerpts: readonly string[]): Promise<ProblemPart[]> {
  if (excerpts.length === 0) return [];
  const found = await newestDrafts<{ verification?: Verification | null }>(
    req,
    'news-excerpts',
    { id: { in: [...excerpts] } },
    { limit: excerpts.length, fields: ['verification'] },
  );
  const mismatching = new Set(found.filter(({ verification }) => verification === 'mismatch').map(({ id }) => id));
  return excerpts.flatMap((id, index) =>
    mismatching.has(id) ? [{ pointer: `/excerpts/${index}/verification`, detail: 'A quote was not found word for word in the snapshot of its source.' }] : [],
  );
}
