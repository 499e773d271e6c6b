/** One transition is one transaction: checked, done, recorded and answered here, whichever door it came through. */
import { commitTransaction, createLocalReq, initTransaction, killTransaction, type PayloadRequest, type TypedUser } from 'payload';
import { isMongo } from '../database/mainRow.ts';
import { newestDrafts } from '../database/newestDrafts.ts';
import { withTransientRetry } from '../database/retry.ts';
import type { Seen } from '../domain/revision.ts';
import { DESK_ROLES, staffOf } from '../domain/roles.ts';
import { Problem } from '../errors.ts';
import type { Actor, Desk } from './desk.ts';
import type { Published } from './sequencer/marks.ts';
import type { TransitionName } from './stages.ts';
import { approveStory } from './transitions/approve.ts';
import { correctStory } from './transitions/correct.ts';
import type { Order } from './transitions/order.ts';
import { publishStory } from './transitions/publish.ts';
import { reinstateStory } from './transitions/reinstate.ts';
import { returnStory } from './transitions/return.ts';
import { scheduleStory } from './transitions/schedule.ts';
import { submitStory } from './transitions/submit.ts';
import { unscheduleStory } from './transitions/unschedule.ts';
import { withdrawStory } from './transitions/withdraw.ts';

/** Null for a step after which readers see what they saw before. */
const STEPS: Record<TransitionName, (order: Order) => Promise<Published | null>> = {
  submit: unseen(submitStory),
  return: unseen(returnStory),
  approve: unseen(approveStory),
  schedule: unseen(scheduleStory),
  unschedule: unseen(unscheduleStory),
  publish: publishStory,
  correct: correctStory,
  withdraw: withdrawStory,
  reinstate: reinstateStory,
};

/** After these, readers see something else than before. */
const SEEN: ReadonlySet<TransitionName> = new Set<TransitionName>(['publish', 'correct', 'withdraw', 'reinstate']);

/** What somebody asks for. */
export interface TransitionRequest {
  transition: TransitionName;
  article: string;
  /** The person who asks; access is checked for a person, and not for the newsroom's own routines. */
  user?: TypedUser | null | undefined;
  system?: 'samples' | 'schedule';
  reason?: string | undefined;
  notice?: string | undefined;
  /** When to publish, as the person wrote it. */
  at?: string | undefined;
  firstPublishedAt?: Date | undefined;
  /** The article's revisions that the caller may have seen; another one is refused. */
  seen?: Seen | undefined;
}

/**
 * Makes the transition, in one transaction that is tried again when the database says that it may succeed.
 * @returns what the ledger is to be told of, if it published or took back.
 * @throws {Problem} 401, 403, 404, 409, 412 or 422, with a sentence that says what is missing or not allowed.
 */
export async function runTransition(desk: Desk, request: TransitionRequest): Promise<Published | null> {
  return withTransientRetry(
    () =>
      inTransaction(desk, request.user ?? null, async (req) => {
        const by = await permittedActor(req, request);
        await requireRevision(req, request);
        return STEPS[request.transition]({ desk, req, article: request.article, by, ...wordsOf(request) });
      }),
    { alone: SEEN.has(request.transition) && meetsOthers(desk) },
  );
}

/**
 * Whether transactions run at the same time and fail where they write the same row. What shows or takes back a story writes the row of each outlet
 * that it runs on, which in most newsrooms is the same for all stories. On SQLite one writes at a time anyway.
 */
export function meetsOthers({ payload }: Desk): boolean {
  return isMongo(payload.db);
}

/** Runs `work` in a transaction of its own; what it threw is thrown after everything was undone. */
export async function inTransaction<Result>(desk: Desk, user: TypedUser | null, work: (req: PayloadRequest) => Promise<Result>): Promise<Result> {
  const req = await createLocalReq({ ...(user === null ? {} : { user }) }, desk.payload);
  try {
    await initTransaction(req);
    const result = await work(req);
    await commitTransaction(req);
    return result;
  } catch (error) {
    await killTransaction(req);
    throw error;
  }
}

function unseen(step: (order: Order) => Promise<void>): (order: Order) => Promise<null> {
  return async (order) => {
    await step(order);
    return null;
  };
}

async function permittedActor(req: PayloadRequest, request: TransitionRequest): Promise<Actor> {
  if (request.system !== undefined) return { system: request.system };
  const staff = staffOf({ user: request.user ?? null });
  if (staff === null) throw new Problem(401, 'not-signed-in', 'Sign in to move a story.');
  if (staff.roles.some((role) => DESK_ROLES.includes(role))) return { user: staff.id };
  const [story] = await newestDrafts<{ owner?: string | null }>(req, 'articles', { id: { equals: request.article } }, { limit: 1 });
  const writes = staff.roles.includes('writer');
  if (request.transition === 'submit' && writes && story?.owner === staff.id) return { user: staff.id };
  throw new Problem(403, 'not-permitted', writes ? 'Writers submit their own stories; the other steps are for editors.' : 'Your role does not move stories.');
}

async function requireRevision(req: PayloadRequest, { article, seen }: TransitionRequest): Promise<void> {
  if (seen === undefined) return;
  const row = await req.payload.db.findOne<{ id: string; rev?: number }>({ collection: 'articles', where: { id: { equals: article } }, req });
  if (row === null || (row.rev !== undefined && seen.includes(row.rev))) return;
  const current = await req.payload.findByID({ collection: 'articles', id: article, draft: true, depth: 0, overrideAccess: false, disableErrors: true, req });
  throw new Problem(412, 'stale-revision', 'Somebody else changed this story since you read it. Read it again first.', [], { rev: row.rev, current });
}

function wordsOf({ reason, notice, at, firstPublishedAt }: TransitionRequest): Pick<Order, 'reason' | 'notice' | 'at' | 'firstPublishedAt'> {
  return { reason, notice, at, firstPublishedAt };
}
