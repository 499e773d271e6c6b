/** Without this file somebody who opens the panel of a new newsroom would see nothing they can go on from. */
import { h } from 'hastscript';
import type { Response } from 'express';
import { link, plainPage, plainPolicy, prose, toCopy } from '../delivery/docs/plainPage.ts';

/** What `/admin` says while there is nobody to sign in and sign-up is closed here. */
export function sendFirstAdministratorPage(response: Response): void {
  const page = plainPage({
    title: 'No administrator yet',
    description: 'This newsroom has no users yet.',
    body: [
      h('h1', 'No administrator yet'),
      h('p', 'This newsroom has no users, and the first one cannot be made from a browser here. Whoever runs it makes one on the machine:'),
      toCopy('npx counterpoint user create --email you@news.example --role admin'),
      h('p', prose('or starts it with `ADMIN_EMAIL` and `ADMIN_PASSWORD`.')),
      h('p', [link('/admin', 'Go to the admin panel'), ' once that is done.']),
    ],
  });
  response.set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': plainPolicy }).status(403).type('html').send(page);
}
