/** Without this file somebody could publish a text and believe that it is the one before them. */
import type { Standing } from './callDesk.ts';

/** Whether the text was changed after it was approved, so that what goes out is an older one. */
export function changedSinceApproval(standing: Standing | null, updatedAt: string | undefined): boolean {
  if (standing?.work !== 'approved' && standing?.work !== 'scheduled') return false;
  if (!standing.changedAt || updatedAt === undefined) return false;
  return new Date(updatedAt) > new Date(standing.changedAt);
}
