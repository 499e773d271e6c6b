/** Without this file whoever found a fresh newsroom first would own it. */
import type { Request, RequestHandler } from 'express';
import type { Payload } from 'payload';
import { Problem } from '../errors.ts';
import type { Env } from '../env.ts';
import { sendFirstAdministratorPage } from './pages.ts';

type Place = Pick<Env, 'production' | 'host' | 'publicUrl'>;

/** API section 6: sign-up of the first user is open on a developer's own machine only, reached directly. */
export function isSignUpOpen(request: Pick<Request, 'headers'>, place: Place): boolean {
  if (place.production || !isLoopback(place.host)) return false;
  if (place.publicUrl !== undefined && !isLoopback(new URL(place.publicUrl).hostname)) return false;
  // The Host header as well: a page elsewhere can point its own name at this machine.
  if (!isLoopback(hostName(request.headers.host))) return false;
  return !Object.keys(request.headers).some((name) => name === 'forwarded' || name.startsWith('x-forwarded-'));
}

/** Closes Payload's sign-up route and its page wherever `isSignUpOpen` says no. */
export function guardSignUp(place: Place, hasUsers: () => Promise<boolean>): RequestHandler {
  return async (request, response, next) => {
    const route = /^\/api\/[^/]+\/first-register\/?$/i.test(request.path);
    const page = /^\/admin\/create-first-user\/?$/i.test(request.path);
    if ((!route && !page) || isSignUpOpen(request, place)) {
      next();
      return;
    }
    if (route)
      throw new Problem(403, 'sign-up-closed', 'The first administrator is made with `counterpoint user create`, or with ADMIN_EMAIL and ADMIN_PASSWORD.');
    if (await hasUsers()) response.redirect(303, '/admin/login');
    else sendFirstAdministratorPage(response);
  };
}

/** Makes the administrator that ADMIN_EMAIL and ADMIN_PASSWORD name, if there is no user yet. Returns whether it did. */
export async function makeFirstAdministrator(payload: Payload, env: Pick<Env, 'adminEmail' | 'adminPassword'>): Promise<boolean> {
  if (env.adminEmail === undefined || env.adminPassword === undefined || (await hasUsers(payload))) return false;
  try {
    await payload.create({
      collection: 'users',
      data: { email: env.adminEmail, password: env.adminPassword, roles: ['admin'] },
      overrideAccess: true,
    });
    return true;
  } catch (error) {
    // Another node that started at the same moment was faster.
    if (await hasUsers(payload)) return false;
    throw error;
  }
}

/** Whether anybody can sign in. */
export async function hasUsers(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true });
  return totalDocs > 0;
}

function isLoopback(host: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

function hostName(host: string | undefined): string {
  const address = `http://${host ?? ''}`;
  return URL.canParse(address) ? new URL(address).hostname : '';
}
