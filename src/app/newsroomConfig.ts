/** Without this file the panel would build a Payload and open a database of its own beside the server's. */
import type { SanitizedConfig } from 'payload';

/**
 * The configuration of the server that this panel runs in, which puts it on this key of globalThis before the first page.
 * The panel's bundle therefore holds no configuration, no database driver and no secret, and `next build` needs none.
 * @throws when the panel is started by itself.
 */
export function newsroomConfig(): Promise<SanitizedConfig> {
  const config = (globalThis as Record<symbol, unknown>)[Symbol.for('counterpoint.config')];
  if (config === undefined) throw new Error('The admin panel runs inside the newsroom: start it with `npm start` or `npm run dev`.');
  return config as Promise<SanitizedConfig>;
}
