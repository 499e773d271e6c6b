/** A sign-in with an unknown address takes as long as one with a wrong password; otherwise the clock tells who has an account. */
import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import type { CollectionBeforeOperationHook } from 'payload';

const derive = promisify(pbkdf2);

/** The work that Payload does to check a password: PBKDF2-SHA256, 600,000 rounds, 32 bytes. */
export const countTheSame: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login') return args;
  const data = (args as { data?: { email?: unknown; password?: unknown } }).data;
  const email = typeof data?.email === 'string' ? data.email.toLowerCase().trim() : '';
  const { totalDocs } = await req.payload.db.count({ collection: 'users', where: { email: { equals: email } }, req });
  if (totalDocs === 0) await derive(typeof data?.password === 'string' ? data.password.slice(0, 256) : '', 'counterpoint', 600_000, 32, 'sha256');
  return args;
};
