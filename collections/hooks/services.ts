/** Hooks reach the editorial rules that lie above them through one named key: Next bundles a second copy of every module. */
import type { EditorialServices } from '../../src/editorial/services.ts';

/**
 * The editorial rules, as the server or a command put them in place.
 * @throws when neither did: writing without them would leave stories without a workflow.
 */
export function editorial(): EditorialServices {
  const found = (globalThis as Record<symbol, unknown>)[Symbol.for('counterpoint.services')];
  if (found === undefined) {
    throw new Error('The editorial services are not started: open the newsroom with openNewsroom().');
  }
  return found as EditorialServices;
}
