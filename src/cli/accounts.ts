/** Without this file each command would look up people in its own way. */
import type { Payload, TypedUser } from 'payload';

/** The account that signs in with `email`, or null. */
export async function userByEmail(payload: Payload, email: string): Promise<TypedUser | null> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email.trim().toLowerCase() } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  });
  const [user] = docs;
  return user === undefined ? null : { ...user, collection: 'users' };
}
