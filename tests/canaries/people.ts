/** Without this file nobody in the canary newsroom would have a name that must not get out. */
import type { Newsroom } from '../helpers/newsroom.ts';
import { colleague, firstAdministrator, PASSWORD, signIn, type Caller } from '../helpers/staff.ts';
import type { Marks } from './marks.ts';

export interface People {
  admin: Caller;
  editor: Caller;
  /** Sees what a stranger sees, and the own account: it has no marks. */
  syndication: Caller;
  /** A colleague who owns nothing and is named everywhere. */
  named: string;
  /** Addresses that have an account. */
  addresses: { editor: string; named: string };
}

/** An administrator, an editor, a colleague whom documents name, and somebody from syndication. */
export async function people(newsroom: Newsroom, marks: Marks): Promise<People> {
  const admin = await firstAdministrator(newsroom);
  marks.literal('the administrator: users.email', 'chief@example.org');
  const addresses = { editor: addressOf('the editor'), named: addressOf('the colleague') };
  await admin.create('users', { ...account('the editor', addresses.editor), roles: ['editor'] });
  const named = await admin.create('users', {
    ...account('the colleague', addresses.named),
    roles: ['writer'],
    timeZone: marks.literal('the colleague: users.timeZone', 'Antarctica/Troll'),
  });
  return {
    admin,
    editor: await signIn(newsroom, addresses.editor),
    syndication: await colleague(newsroom, admin, 'syndication'),
    named: named.id,
    addresses,
  };

  function addressOf(who: string): string {
    return `${marks.at(`${who}: users.email`)}@example.org`;
  }

  function account(who: string, email: string): Record<string, unknown> {
    return { email, name: `The ${marks.at(`${who}: users.name`)}`, password: PASSWORD };
  }
}
