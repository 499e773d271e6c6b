/** Without this file the panel would show buttons that the server refuses: which steps a person is offered for a story. */
import { DESK_ROLES, type Role } from '../domain/roles.ts';
import type { Stage, TransitionName } from '../editorial/stages.ts';

/** Who looks at the story: the roles of the account, and whether the story is their own. */
export interface Viewer {
  roles: readonly Role[];
  owns: boolean;
}

/** The buttons for a story at `stage`, those that lead on first. */
export function offeredTo(viewer: Viewer, stage: Stage): TransitionName[] {
  return possibleFrom(stage).filter((transition) => mayMake(viewer, transition));
}

/**
 * What the state machine of src/editorial/stages.ts allows, told here once more: the panel's bundle may take only types from
 * that room. The server decides; a test beside this file holds the two together.
 */
export function possibleFrom({ work, publication }: Stage): TransitionName[] {
  if (publication === 'killed') return [];
  const steps: TransitionName[] = [];
  if (work === 'draft') steps.push('submit');
  if (work === 'in_review') steps.push('approve', 'return');
  if (work === 'approved') steps.push('publish', 'schedule', 'return');
  if (work === 'scheduled') steps.push('publish', 'unschedule');
  if (publication === 'live' && (work === 'approved' || work === 'scheduled')) steps.push('correct');
  if (publication === 'live') steps.push('withdraw');
  if (publication === 'withdrawn') steps.push('reinstate');
  return steps;
}

function mayMake({ roles, owns }: Viewer, transition: TransitionName): boolean {
  if (roles.some((role) => DESK_ROLES.includes(role))) return true;
  return transition === 'submit' && owns && roles.includes('writer');
}
