/** Without this file the example site would take more than one command: builds it and runs it. Everything behind `--` is the site's, `--help` first of all. */
import { join } from 'node:path';
import { buildSite, fail, install, requireNode, root, run } from './stages.mjs';

requireNode();
try {
  await install();
  await buildSite();
  await run(process.execPath, [join(root, 'dist/site/main.mjs'), ...process.argv.slice(2)]);
} catch (error) {
  fail(error);
}
