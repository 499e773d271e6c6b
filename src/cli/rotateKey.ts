/** Opens the newsroom for `ledger rotate-key`; without this file the command would load all of it to print its help. */
import { KNOWN_EVERYWHERE } from '../ledger/keys/signingKeys.ts';
import { withNewsroom } from './withNewsroom.ts';

/** Makes the next key. */
export function rotateKey(now: boolean): Promise<{ kid: string; signsFrom: string }> {
  return withNewsroom(({ keys }) => keys.rotate(now ? 0 : KNOWN_EVERYWHERE));
}
