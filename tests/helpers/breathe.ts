/** Without this file tests that compute for a minute without waiting for anything would starve the line to the runner, which then gives the whole run up. */
import { setImmediate } from 'node:timers/promises';
import { afterEach } from 'vitest';

afterEach(async () => {
  await setImmediate();
});
