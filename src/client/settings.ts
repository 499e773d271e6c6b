/** What a client can be told, and what it does when it is told nothing: without this file each method would have its own idea of it. */
import { KeptAnswers } from './keptAnswers.ts';
import { baseOf } from './query.ts';

/** How `createClient` is called. */
export interface ClientSettings {
  /** Where the newsroom is, such as `https://news.example`. */
  baseUrl: string | URL;
  /** Instead of the global `fetch`: one with a proxy, with metrics, or a framework's own. */
  fetch?: typeof fetch;
  /** Sent with every request, such as `User-Agent` (not from a browser, where another site's page may send few). */
  headers?: Readonly<Record<string, string>>;
  /** How often to ask again when there was no answer, or 429, 502, 503 or 504. Usually 2. */
  retries?: number;
  /** Milliseconds that a call may wait between two attempts; who is asked to wait longer is told at once. Usually 30,000. */
  longestWait?: number;
  /** Milliseconds that one attempt may take. Usually 30,000. */
  timeout?: number;
  /** How many answers to keep for asking "is it still so?" (`If-None-Match`) instead of reading them again. Usually none: browsers do that by themselves. */
  keep?: number;
  /** Ends every call of this client. */
  signal?: AbortSignal;
}

/** What one call can be told. */
export interface CallOptions {
  /** Ends this call, waiting included. */
  signal?: AbortSignal;
  retries?: number;
  timeout?: number;
}

/** The settings with nothing left open. */
export interface Settled {
  base: string;
  fetch: typeof fetch;
  headers: Readonly<Record<string, string>>;
  retries: number;
  longestWait: number;
  timeout: number;
  kept: KeptAnswers | undefined;
  signal: AbortSignal | undefined;
}

/** @throws TypeError when `baseUrl` is no address of http or https, or a header cannot be sent */
export function settled(settings: ClientSettings): Settled {
  const { baseUrl, headers = {}, retries = 2, longestWait = 30_000, timeout = 30_000, keep = 0, signal } = settings;
  // Told now, where the mistake is, and not by each call as a line that is down.
  new Headers(headers);
  return {
    ...{ base: baseOf(String(baseUrl)), headers, retries, longestWait, timeout, signal },
    // Called as a function of its own: browsers refuse it as a method of another object.
    fetch: settings.fetch ?? ((...asked) => fetch(...asked)),
    kept: keep > 0 ? new KeptAnswers(keep) : undefined,
  };
}
