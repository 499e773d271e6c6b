/** Without this file the example site would take more than one command: builds it and runs it. Everything behind `--` is the site's, `--help` first of all. */
import { runNode } from './runNode.mjs';
import { buildSite, fail, install, requireNode } from './stages.mjs';

requireNode();
try {
  await install();
  await buildSite();
} catch (error) {
  fail(error);
}
runNode('dist/site/main.mjs', process.argv.slice(2), {});
