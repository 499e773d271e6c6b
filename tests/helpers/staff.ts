/** Without this file every test would write its own sign-in and its own story: people of the newsroom, and stories they work on. */
import type { Newsroom } from './newsroom.ts';

export const PASSWORD = 'correct horse battery staple';

/** One answer, read to its end. */
export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
}

/** Somebody who calls the API: anonymous, or signed in. */
export interface Caller {
  id: string;
  /** The node that answers. */
  url: string;
  token: string | null;
  send<Body = Record<string, unknown>>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<Body>>;
  /** Creates a document and returns it. @throws when the answer is no 201. */
  create(collection: string, data: Record<string, unknown>): Promise<Doc>;
  /** Changes a document as a client has to: with the revision that was read. */
  edit(collection: string, id: string, data: Record<string, unknown>): Promise<Answer<{ doc: Doc }>>;
  /** The newest draft. */
  draft(collection: string, id: string): Promise<Doc>;
  move(article: string, transition: string, words?: Record<string, unknown>): Promise<Answer<Moved>>;
}

export interface Doc extends Record<string, unknown> {
  id: string;
  rev?: number;
  slug?: string;
}

export interface Moved extends Doc {
  workflow?: { work: string; publication: string; number: number; allowed: string[] };
  seq?: number | null;
  detail?: string;
  type?: string;
  errors?: { pointer?: string; detail: string }[];
}

/** Somebody without an account. */
export function stranger(newsroom: Pick<Newsroom, 'url'>): Caller {
  return caller(newsroom, null, '');
}

/** Makes the first administrator. */
export async function firstAdministrator(newsroom: Pick<Newsroom, 'url'>): Promise<Caller> {
  const answer = await stranger(newsroom).send<{ token: string; user: Doc }>('POST', '/api/users/first-register', {
    email: 'chief@example.org',
    password: PASSWORD,
  });
  if (answer.status !== 200) throw new Error(`No first administrator: ${JSON.stringify(answer.body)}`);
  return caller(newsroom, answer.body.token, answer.body.user.id);
}

let accounts = 0;

/** A colleague with `role`, made by an administrator and signed in. */
export async function colleague(newsroom: Pick<Newsroom, 'url'>, admin: Caller, role: string): Promise<Caller> {
  accounts += 1;
  const email = `${role}-${accounts}@example.org`;
  await admin.create('users', { email, password: PASSWORD, roles: [role], name: `${role} ${accounts}` });
  return signIn(newsroom, email);
}

/** Signs in with the password of all test accounts. */
export async function signIn(newsroom: Pick<Newsroom, 'url'>, email: string): Promise<Caller> {
  const { body, status } = await stranger(newsroom).send<{ token: string; user: Doc }>('POST', '/api/users/login', { email, password: PASSWORD });
  if (status !== 200) throw new Error(`No sign-in for ${email}: ${JSON.stringify(body)}`);
  return caller(newsroom, body.token, body.user.id);
}

/** The same person, with the same sign-in, at another address of the newsroom. */
export function atAddress(newsroom: Pick<Newsroom, 'url'>, { token, id }: Caller): Caller {
  return caller(newsroom, token, id);
}

function caller(newsroom: Pick<Newsroom, 'url'>, token: string | null, id: string): Caller {
  const send: Caller['send'] = async <Body>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(newsroom.url + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === null ? {} : { Authorization: `JWT ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Body };
  };
  const revisionOf = async (collection: string, document: string): Promise<string> => {
    const { headers } = await send('GET', `/api/${collection}/${document}?draft=true&depth=0`);
    return headers.get('etag') ?? '"0"';
  };
  return {
    id,
    url: newsroom.url,
    token,
    send,
    create: async (collection, data) => {
      const { status, body } = await send<{ doc: Doc }>('POST', `/api/${collection}?depth=0`, data);
      if (status !== 201) throw new Error(`Not created in ${collection} (${status}): ${JSON.stringify(body)}`);
      return body.doc;
    },
    edit: async (collection, document, data) =>
      send('PATCH', `/api/${collection}/${document}?depth=0`, data, { 'If-Match': await revisionOf(collection, document) }),
    draft: async (collection, document) => (await send<Doc>('GET', `/api/${collection}/${document}?draft=true&depth=0`)).body,
    move: async (article, transition, words = {}) =>
      send('POST', `/api/articles/${article}/${transition}`, words, { 'If-Match': await revisionOf('articles', article) }),
  };
}

/** A comment's body of plain paragraphs, as the editor stores it. */
export function bodyOf(...paragraphs: string[]): Record<string, unknown> {
  const block = { version: 1, direction: 'ltr', format: '', indent: 0 };
  return {
    root: {
      ...block,
      type: 'root',
      children: paragraphs.map((text) => ({
        ...block,
        type: 'paragraph',
        textFormat: 0,
        textStyle: '',
        children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }],
      })),
    },
  };
}

export interface StoryParts {
  article: Doc;
  excerpt: Doc;
  commentary: Doc;
  outlet: Doc;
  author: Doc;
}

let stories = 0;

/** A complete story of `writer`'s, its outlet and author made by `desk`: a draft that lacks nothing. */
export async function aStory(desk: Caller, writer: Caller = desk, article: Record<string, unknown> = {}): Promise<StoryParts> {
  stories += 1;
  const outlet = await desk.create('outlets', { name: `Harbour Wire ${stories}`, kinds: ['source'] });
  const author = await desk.create('authors', { name: `Mara Lind ${stories}`, role: 'Member of the harbour council' });
  const excerpt = await writer.create('news-excerpts', {
    outlet: outlet.id,
    leadIn: `On 24 May, Harbour Wire ${stories} reported:`,
    publishedOn: '2024-05-24',
    quote: ['“The quay opens on Monday.', 'It will stay open.”'],
  });
  const commentary = await writer.create('commentaries', {
    body: bodyOf('A quay that opens is worth more than a plan.'),
    authors: [author.id],
    capacity: 'Member of the harbour council',
    respondsTo: [excerpt.id],
  });
  const doc = await writer.create('articles', {
    title: `The quay opens ${stories}`,
    excerpts: [excerpt.id],
    commentaries: [commentary.id],
    outlets: [outlet.id],
    ...article,
  });
  return { article: doc, excerpt, commentary, outlet, author };
}

/** Takes a story through all steps. @throws when one of them is refused. */
export async function publish(desk: Caller, article: string): Promise<void> {
  for (const transition of ['submit', 'approve', 'publish']) {
    const { status, body } = await desk.move(article, transition);
    if (status !== 200) throw new Error(`${transition} was refused (${status}): ${JSON.stringify(body)}`);
  }
}
