/** Without this file the panel would load a second Payload from node_modules, beside the one that the server is bundled with. */
import { readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The panel's build loads Payload from outside it, over a link in .next/node_modules. It is led to the bundle's Payload: the server's own.
 * @throws when there is no such link, so that a Next that does it otherwise is noticed
 */
export function sharePayload(root) {
  const links = join(root, '.next/node_modules');
  const names = readdirSync(links).filter((name) => /^payload(-[0-9a-f]+)?$/.test(name));
  if (names.length === 0) throw new Error('Next has not left Payload outside the panel: see scripts/sharePayload.mjs.');
  for (const name of names) {
    rmSync(join(links, name));
    symlinkSync('../../dist/newsroom/payload', join(links, name), 'junction');
  }
}
