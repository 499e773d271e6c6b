/** One request to a cache elsewhere: without this file a secret that goes with it could end up in a log. */
import pRetry, { AbortError } from 'p-retry';

/** How a cache is told what to throw away. */
export interface PurgeSetting {
  /** With {key}, or with {url} or {path}. */
  url: string;
  method: string;
  /** Never logged. */
  header: { name: string; value: string } | undefined;
}

export interface PurgeOptions {
  signal: AbortSignal;
  /** Milliseconds before the second try; each waits twice as long as the one before. */
  pause: number;
}

const TRIES = 5;
/** Milliseconds. */
const PATIENCE = 10_000;

/** Asks until the cache says that it did. @throws an error whose message has nothing of the setting in it. */
export async function purge(setting: PurgeSetting, target: string, publicUrl: string, { signal, pause }: PurgeOptions): Promise<void> {
  const address = filledIn(setting.url, target, publicUrl);
  const headers = setting.header === undefined ? {} : { [setting.header.name]: setting.header.value };
  const options = { retries: TRIES - 1, minTimeout: pause, factor: 2, signal, unref: true };
  await pRetry(async () => {
    const answer = await asked(address, {
      method: setting.method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    });
    await answer.body?.cancel();
    // Some caches say 404 of what they do not have.
    if (answer.ok || answer.status === 404) return;
    const refusal = new Error(`it answered ${answer.status}`);
    throw answer.status >= 500 || answer.status === 429 ? refusal : new AbortError(refusal);
  }, options);
}

/** The address for `target`, a surrogate key or a path. */
export function filledIn(template: string, target: string, publicUrl: string): string {
  return template
    .replaceAll('{key}', () => encodeURIComponent(target))
    .replaceAll('{url}', () => encodeURIComponent(publicUrl + target))
    .replaceAll('{path}', () => target);
}

/** The messages of what fails on the way may name the address. */
async function asked(address: string, how: RequestInit): Promise<Response> {
  try {
    return await fetch(address, how);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : 'no answer';
    throw new Error(`it could not be asked (${cause})`);
  }
}
