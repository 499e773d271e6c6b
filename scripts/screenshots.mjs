/** Without this file the pictures in docs/images would show a panel and a site of long ago: makes them anew, in the browser tests that click through them. */
import { join } from 'node:path';
import { root, run } from './stages.mjs';

try {
  await run(process.execPath, [join(root, 'scripts/test-e2e.mjs'), 'firstDay', 'site'], { PICTURES: join(root, 'docs/images') });
} catch (error) {
  process.exitCode = error.exitCode ?? 1;
}
