/** Without this file nobody would listen to the answers: it asks, and hears what is in the body and in the headers. */
import type { Marks } from './marks.ts';

/** A request, and what to call it when it told too much. */
export interface Question {
  path: string;
  method?: string;
  /** A text is sent as a form; anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Told {
  status: number;
  /** Every byte as a character. */
  body: string;
  headers: string;
}

/** What a stack, a database's error or a failed resolver says. */
const insides = /node_modules|SQLITE_|SqliteError|MongoServerError|drizzle|Cannot return null for|\bat \S+ \(file:/;

/** What was heard on a walk through doors. */
export interface Heard {
  /** Marks, each with the first question that was answered with it. */
  marks: Map<string, string>;
  /** Questions that were answered with a failure of the server's own, or with something of its insides. */
  failures: string[];
  asked: number;
  answered: number;
}

export interface Door {
  url: string;
  token?: string | null;
  /** Sent with every question. */
  headers?: Record<string, string>;
}

/** Asks one question. */
export async function ask({ url, token = null, headers: own = {} }: Door, { path, method, body, headers = {} }: Question): Promise<Told> {
  const form = typeof body === 'string';
  const response = await fetch(url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': form ? 'application/x-www-form-urlencoded' : 'application/json' }),
      ...(token === null ? {} : { Authorization: `JWT ${token}` }),
      ...own,
      ...headers,
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    redirect: 'manual',
  });
  return {
    status: response.status,
    body: Buffer.from(await response.arrayBuffer()).toString('latin1'),
    headers: [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n'),
  };
}

/** Asks all `questions`, a few at a time. */
export async function walk(door: Door, questions: readonly Question[], marks: Marks): Promise<Heard> {
  const heard: Heard = { marks: new Map(), failures: [], asked: questions.length, answered: 0 };
  const queue = [...questions];
  const next = async () => {
    for (let question = queue.shift(); question !== undefined; question = queue.shift()) {
      const { status, body, headers } = await ask(door, question);
      const name = nameOf(question);
      if (status >= 500 || insides.test(body)) heard.failures.push(`${name}: ${status} ${body.slice(0, 200)}`);
      if (status < 300) heard.answered += 1;
      for (const mark of marks.in(`${headers}\n${body}`)) if (!heard.marks.has(mark)) heard.marks.set(mark, name);
    }
  };
  await Promise.all(Array.from({ length: 4 }, next));
  return heard;
}

/** The canaries among what was heard, with the place where each stands and the question that brought it out. */
export function leaks(heard: Heard, marks: Marks): string[] {
  return [...heard.marks].filter(([mark]) => marks.kindOf(mark) === 'canary').map(([mark, question]) => `${marks.placeOf(mark)}, told by ${question}`);
}

function nameOf({ path, method, body }: Question): string {
  const said = body === undefined ? '' : ` ${typeof body === 'string' ? body : JSON.stringify(body)}`;
  return `${method ?? (body === undefined ? 'GET' : 'POST')} ${path}${said}`.slice(0, 400);
}
