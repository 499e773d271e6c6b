/** One question and its answer: without this file each method would time, retry, cancel and complain in its own way. */
import { openDeadline, type Deadline } from './deadline.ts';
import type { KeptAnswers } from './keptAnswers.ts';
import { ConnectionError, problemIn } from './problem.ts';
import { addressOf, type Query } from './query.ts';
import { retryAfterIn, withRetries } from './retrying.ts';
import type { CallOptions, Settled } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

export interface Question {
  /** Under the newsroom's address; its segments are encoded. */
  path: string;
  query?: Query | undefined;
  accept?: string;
  headers?: Readonly<Record<string, string>>;
  /** JSON to POST. */
  body?: string;
}

export interface Transport {
  /** The answer to `question`, read as JSON. */
  json: <Result>(question: Question, options?: CallOptions) => Promise<Result>;
  /** The same as it came. */
  text: (question: Question, options?: CallOptions) => Promise<string>;
  /** One attempt, whose body is still to be read, under a deadline that the caller closes. @throws ProblemError, ConnectionError, or the reason of a signal */
  connect: (question: Question, deadline: Deadline) => Promise<Response>;
  settings: Settled;
  surroundings: Surroundings;
}

const JSON_TYPE = 'application/json';

export function createTransport(settings: Settled, surroundings: Surroundings): Transport {
  const connect: Transport['connect'] = async (question, { signal, insteadOf }) => {
    const url = addressOf(settings.base, question.path, question.query);
    const response = await settings.fetch(url, initOf(question, settings, signal)).catch((error: unknown) => {
      throw insteadOf(error);
    });
    if (response.ok || (response.status === 304 && question.headers?.['If-None-Match'] !== undefined)) return response;
    const body = await response.text().catch(() => '');
    if (signal.aborted) throw insteadOf(undefined);
    throw problemIn(response, body, retryAfterIn(response.headers, surroundings.now()));
  };

  const attempt = async (question: Question, url: string, { timeout, signal }: CallOptions): Promise<string> => {
    const deadline = openDeadline(timeout ?? settings.timeout, url, [settings.signal, signal]);
    try {
      return await answered(question, settings.kept, url, (asked) => connect(asked, deadline));
    } catch (error) {
      throw deadline.insteadOf(error);
    } finally {
      deadline.close();
    }
  };

  const text: Transport['text'] = (question, options = {}) => {
    const url = addressOf(settings.base, question.path, question.query);
    const patience = { retries: options.retries ?? settings.retries, longestWait: settings.longestWait, signals: [settings.signal, options.signal] };
    return withRetries(() => attempt(question, url, options), patience, surroundings);
  };

  return {
    ...{ connect, text, settings, surroundings },
    json: async <Result>(question: Question, options?: CallOptions) => {
      const said = await text({ accept: JSON_TYPE, ...question }, options);
      try {
        return JSON.parse(said) as Result;
      } catch (error) {
        const url = addressOf(settings.base, question.path, question.query);
        throw new ConnectionError(`What came from ${url} is not JSON.`, url, error);
      }
    },
  };
}

/** Reads the answer whole, so that what breaks off in the middle is tried again too; or finds it among those that were kept. */
async function answered(question: Question, kept: KeptAnswers | undefined, url: string, ask: (question: Question) => Promise<Response>): Promise<string> {
  const key = `${question.accept ?? ''} ${url}`;
  const known = question.body === undefined ? kept?.of(key) : undefined;
  const response = await ask(known ? { ...question, headers: { ...question.headers, 'If-None-Match': known.etag } } : question);
  if (response.status === 304 && known) return known.text;
  const text = await response.text();
  const etag = response.headers.get('ETag');
  if (etag !== null && question.body === undefined) kept?.keep(key, { etag, text });
  return text;
}

function initOf({ accept, headers, body }: Question, settings: Settled, signal: AbortSignal): RequestInit {
  const told = { ...settings.headers, ...(accept === undefined ? {} : { Accept: accept }), ...headers };
  return body === undefined ? { headers: told, signal } : { method: 'POST', body, headers: { ...told, 'Content-Type': JSON_TYPE }, signal };
}
