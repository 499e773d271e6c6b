/** A sign-in with an unknown address, or to a locked account, takes as long as one with a wrong password; otherwise the clock tells who has an account. */
import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import type { CollectionBeforeOperationHook, Where } from 'payload';

const derive = promisify(pbkdf2);

/** The work that Payload does to check a password: PBKDF2-SHA256, 600,000 rounds, 32 bytes. */
export const countTheSame: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login') return args;
  const data = (args as { data?: { email?: unknown; password?: unknown } }).data;
  const email = typeof data?.email === 'string' ? data.email.toLowerCase().trim() : '';
  const open: Where = { or: [{ lockUntil: { exists: false } }, { lockUntil: { less_than_equal: new Date().toISOString() } }] };
  const { totalDocs } = await req.payload.db.count({ collection: 'users', where: { and: [{ email: { equals: email } }, open] }, req });
  if (totalDocs === 0) await derive(typeof data?.password === 'string' ? data.password.slice(0, 256) : '', 'counterpoint', 600_000, 32, 'sha256');
  return args;
};
