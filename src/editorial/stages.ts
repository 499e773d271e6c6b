/**
 * The two state machines of a story. Without this table any code could move a story anywhere.
 *
 *   work:        draft ──submit──▶ in_review ──approve──▶ approved ──schedule──▶ scheduled
 *                  ▲                   │ return              │ return              │ unschedule ▶ approved
 *                  ├───────────────────┴─────────────────────┘                     │
 *                  └──────────── publish, correct (from approved or scheduled) ◀───┘
 *
 *   publication: none ──publish──▶ live ──withdraw──▶ withdrawn ──reinstate, publish──▶ live
 *                                  live ──publish, correct──▶ live
 *                                  killed is final: no step leads out of it
 *
 * Reinstating leaves the work where it is: what is approved or scheduled meanwhile goes its own way. A part of a live story that is edited moves the story draft ─▶ in_review (approved and scheduled stay: their text is frozen).
 * Withdrawing a scheduled story makes it approved.
 */
import { Problem } from '../errors.ts';

export type Work = 'draft' | 'in_review' | 'approved' | 'scheduled';
export type Publication = 'none' | 'live' | 'withdrawn' | 'killed';

export interface Stage {
  work: Work;
  publication: Publication;
}

export const TRANSITIONS = ['submit', 'return', 'approve', 'schedule', 'unschedule', 'publish', 'correct', 'withdraw', 'reinstate'] as const;
export type TransitionName = (typeof TRANSITIONS)[number];

interface Rule {
  work: readonly Work[];
  publication: readonly Publication[];
  to: (from: Stage) => Stage;
}

const STORIES_IN_HAND: readonly Publication[] = ['none', 'live', 'withdrawn'];

const RULES: Record<TransitionName, Rule> = {
  submit: { work: ['draft'], publication: STORIES_IN_HAND, to: (from) => ({ ...from, work: 'in_review' }) },
  return: { work: ['in_review', 'approved'], publication: STORIES_IN_HAND, to: (from) => ({ ...from, work: 'draft' }) },
  approve: { work: ['in_review'], publication: STORIES_IN_HAND, to: (from) => ({ ...from, work: 'approved' }) },
  schedule: { work: ['approved'], publication: STORIES_IN_HAND, to: (from) => ({ ...from, work: 'scheduled' }) },
  unschedule: { work: ['scheduled'], publication: STORIES_IN_HAND, to: (from) => ({ ...from, work: 'approved' }) },
  publish: { work: ['approved', 'scheduled'], publication: STORIES_IN_HAND, to: () => ({ work: 'draft', publication: 'live' }) },
  correct: { work: ['approved', 'scheduled'], publication: ['live'], to: () => ({ work: 'draft', publication: 'live' }) },
  withdraw: {
    work: ['draft', 'in_review', 'approved', 'scheduled'],
    publication: ['live'],
    to: (from) => ({ work: from.work === 'scheduled' ? 'approved' : from.work, publication: 'withdrawn' }),
  },
  reinstate: { work: ['draft', 'in_review', 'approved', 'scheduled'], publication: ['withdrawn'], to: (from) => ({ ...from, publication: 'live' }) },
};

/**
 * The stage that `transition` leads to from `from`.
 * @throws {Problem} 409 `transition-not-allowed` when there is no such step from there.
 */
export function nextStage(transition: TransitionName, from: Stage): Stage {
  if (!isAllowed(transition, from)) {
    throw new Problem(
      409,
      'transition-not-allowed',
      `This story cannot be ${PARTICIPLES[transition]} now: its work is "${words(from.work)}" and its publication is "${words(from.publication)}".`,
      [],
      { stage: from, allowed: allowedTransitions(from) },
    );
  }
  return RULES[transition].to(from);
}

/** The transitions that a story at `from` can take, in the order in which people meet them. */
export function allowedTransitions(from: Stage): TransitionName[] {
  return TRANSITIONS.filter((transition) => isAllowed(transition, from));
}

const PARTICIPLES: Record<TransitionName, string> = {
  submit: 'submitted',
  return: 'returned',
  approve: 'approved',
  schedule: 'scheduled',
  unschedule: 'taken off the schedule',
  publish: 'published',
  correct: 'corrected',
  withdraw: 'withdrawn',
  reinstate: 'reinstated',
};

function isAllowed(transition: TransitionName, from: Stage): boolean {
  const rule = RULES[transition];
  return rule.work.includes(from.work) && rule.publication.includes(from.publication);
}

function words(stage: string): string {
  return stage.replace('_', ' ');
}
