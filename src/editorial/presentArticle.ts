/** What a transition answers with: the story as its desk now sees it, where it stands, and what it led to. */
import { createLocalReq, type TypedUser } from 'payload';
import type { Desk } from './desk.ts';
import { warningsAbout } from './quotes/warnings.ts';
import { allowedTransitions } from './stages.ts';
import { workflowOf } from './workflow.ts';

/**
 * The newest text of `article` with `workflow`; `seq` is the ledger's number of the edition it led to, null where it led to none.
 * `warnings` name what hinders nothing and should be looked at.
 */
export async function presentArticle(desk: Desk, article: string, user: TypedUser | null, seq: number | null): Promise<Record<string, unknown>> {
  const req = await createLocalReq(user === null ? {} : { user }, desk.payload);
  const doc = await desk.payload.findByID({ collection: 'articles', id: article, draft: true, depth: 0, overrideAccess: false, req });
  const { id: _id, article: _article, leaseOwner: _owner, leaseUntil: _until, ...row } = await workflowOf(req, article);
  const warnings = await warningsAbout(req, (doc as { excerpts?: string[] | null }).excerpts ?? []);
  return { ...doc, workflow: { ...row, allowed: allowedTransitions(row) }, warnings, seq };
}
