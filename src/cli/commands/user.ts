/** The commands by which an operator lets people in and shuts them out, above all the first administrator. */
import { Command, Option } from 'commander';
import type { Payload } from 'payload';
import { z } from 'zod';
import { ROLES, type Role } from '../../domain/roles.ts';
import { userByEmail } from '../accounts.ts';
import { NotDone, WrongUse, type ExitCode } from '../outcome.ts';
import { readPassword } from '../password.ts';
import { print, printJson } from '../terminal.ts';

const LEAST = 12;
const MOST = 256;

/** An account as commands print it; nothing in it is secret. */
interface Account {
  id: string;
  email: string;
  name: string | null;
  roles: readonly Role[];
  disabled: boolean;
}

/** `user create`, `user list`, `user disable`; `done` is told the exit code. */
export function userCommand(done: (code: ExitCode) => void): Command {
  const command = new Command('user').description('make, list and disable accounts');
  command
    .command('create')
    .description(`make an account; the password (${LEAST} characters or more) comes on standard input`)
    .requiredOption('--email <email>', 'the address to sign in with', anEmail)
    .addOption(new Option('--role <role>', 'what the person may do').choices(ROLES).makeOptionMandatory())
    .option('--name <name>', 'as colleagues know the person')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  counterpoint user create --email ana@news.example --role admin < password.txt')
    .action(async ({ email, role, name, json }: { email: string; role: Role; name?: string; json?: true }) => {
      const password = acceptable(await readPassword(process.stdin));
      const { withNewsroom } = await import('../withNewsroom.ts');
      const user = await withNewsroom(({ payload }) => create(payload, { email, password, roles: [role], ...(name === undefined ? {} : { name }) }));
      if (json) printJson({ user });
      else print(`created  ${line(user)}`);
      done(0);
    });
  command
    .command('list')
    .description('list all accounts')
    .option('--json', 'print one JSON object')
    .action(async ({ json }: { json?: true }) => {
      const { withNewsroom } = await import('../withNewsroom.ts');
      const users = await withNewsroom(({ payload }) => list(payload));
      if (json) printJson({ users });
      else if (users.length === 0) print('There is no account yet.');
      else for (const user of users) print(line(user));
      done(0);
    });
  command
    .command('disable')
    .description('shut an account out; its name stays in the record of what was done')
    .argument('<email>', 'the address the account signs in with')
    .option('--json', 'print one JSON object')
    .action(async (email: string, { json }: { json?: true }) => {
      const { withNewsroom } = await import('../withNewsroom.ts');
      const user = await withNewsroom(({ payload }) => disable(payload, email));
      if (json) printJson({ user });
      else print(`disabled ${line(user)}`);
      done(0);
    });
  return command;
}

async function create(payload: Payload, data: { email: string; password: string; roles: Role[]; name?: string }): Promise<Account> {
  if (await userByEmail(payload, data.email)) throw new NotDone(`There is already an account for ${data.email}.`);
  return shown(await payload.create({ collection: 'users', data, depth: 0, overrideAccess: true }));
}

async function list(payload: Payload): Promise<Account[]> {
  const { docs } = await payload.find({ collection: 'users', limit: 0, pagination: false, sort: 'email', depth: 0, overrideAccess: true });
  return docs.map(shown);
}

async function disable(payload: Payload, email: string): Promise<Account> {
  const user = await userByEmail(payload, email);
  if (user === null) throw new NotDone(`There is no account for ${email}.`);
  return shown(await payload.update({ collection: 'users', id: user.id, data: { disabled: true }, depth: 0, overrideAccess: true }));
}

function shown(stored: object): Account {
  const { id, email, name, roles, disabled } = stored as Partial<Account> & { id: string; email: string };
  return { id, email, name: name ?? null, roles: roles ?? [], disabled: disabled === true };
}

function line({ email, name, roles, disabled }: Account): string {
  return `${email}  ${roles.join(',')}${disabled ? '  (disabled)' : ''}${name === null ? '' : `  ${name}`}`;
}

function anEmail(value: string): string {
  const email = value.trim().toLowerCase();
  if (!z.email().safeParse(email).success) throw new WrongUse(`"${value}" is not an email address.`);
  return email;
}

function acceptable(password: string): string {
  if ([...password].length < LEAST || password.length > MOST) throw new WrongUse(`A password has ${LEAST} to ${MOST} characters.`);
  return password;
}
