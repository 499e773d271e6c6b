/** Without this file "a second command proves that it works" would be several: installs and builds what is missing, then tests on SQLite. */
import { buildClient, buildServer, fail, install, requireNode } from './stages.mjs';
import { runTests } from './testing.mjs';

requireNode();
try {
  await install();
  await buildServer();
  await buildClient();
  process.exitCode = await runTests(process.argv.slice(2));
} catch (error) {
  fail(error);
}
