/** Without this file somebody who opens the newsroom's address in a browser would see nothing they can go on from. */
import { createHash } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

const style = `:root{color-scheme:light dark;font:1rem/1.6 system-ui,sans-serif}
body{margin:0 auto;max-width:42rem;padding:3rem 1.25rem}
h1{font-size:2rem;line-height:1.2;margin:0 0 .25rem}
a{color:LinkText}
dt{font-weight:600;margin-top:1rem}
dd{margin:0}
code{background:color-mix(in srgb,CanvasText 10%,Canvas);border-radius:.25rem;padding:.1rem .3rem}
pre{overflow-x:auto}
:focus-visible{outline:3px solid Highlight;outline-offset:2px}`;
const styleHash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
const someArticles = '/api/graphql?query=' + encodeURIComponent('{Articles(limit:3){docs{id title slug}}}');

/** `/`: what runs here, and where everything is. */
export const frontPage: RequestHandler = (_request, response) => {
  response.set('Cache-Control', 'public, max-age=300');
  send(
    response,
    200,
    'Counterpoint',
    `<p>A headless newsroom for news commentary: quoted reports, and the comments that answer them.</p>
<dl>
<dt><a href="/admin">Admin panel</a></dt><dd>For staff: write, review, approve and publish.</dd>
<dt><a href="/api/articles?limit=10">REST</a></dt><dd>The published stories as JSON, under <code>/api/articles</code>.</dd>
<dt><a href="${someArticles}">GraphQL</a></dt><dd>The same at <code>/api/graphql</code>, by POST, or by GET for queries.</dd>
<dt>Health</dt><dd><a href="/livez">/livez</a> and <a href="/readyz">/readyz</a>; <code>/metrics</code> from the machine itself.</dd>
<dt>Documentation</dt><dd>In the folder <code>docs/</code> of the source: <code>api.md</code>, <code>editors.md</code>, <code>operations.md</code>.</dd>
</dl>`,
  );
};

/** What `/admin` says while there is nobody to sign in and sign-up is closed here. */
export function sendFirstAdministratorPage(response: Response): void {
  response.set('Cache-Control', 'no-store');
  send(
    response,
    403,
    'No administrator yet',
    `<p>This newsroom has no users, and the first one cannot be made from a browser here. Whoever runs it makes one on the machine:</p>
<pre><code>npx counterpoint user create --email you@news.example --role admin</code></pre>
<p>or starts it with <code>ADMIN_EMAIL</code> and <code>ADMIN_PASSWORD</code>.</p>
<p><a href="/admin">Go to the admin panel</a> once that is done.</p>`,
  );
}

function send(response: Response, status: number, title: string, body: string): void {
  response.set('Content-Security-Policy', policy);
  response.status(status).type('html').send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`);
}
