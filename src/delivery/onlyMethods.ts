/** Without this file a POST to a page would look like a page that is missing. */
import { methodNotAllowed } from '../errors.ts';

/** Refuses every method but `allowed`, naming what is possible. */
export function onlyMethods(...allowed: readonly string[]) {
  return ({ method }: { method: string }, _response: unknown, next: () => void): void => {
    if (!allowed.includes(method)) throw methodNotAllowed(method, allowed);
    next();
  };
}

export const onlyReading = onlyMethods('GET', 'HEAD');
