/** Without this file "type one command" would be a page of instructions: it installs and builds what is missing, then starts the newsroom. */
import { runNode } from './runNode.mjs';
import { buildPanel, buildServer, fail, install, requireNode } from './stages.mjs';

requireNode();
try {
  await install();
  await buildServer();
  await buildPanel();
} catch (error) {
  fail(error);
}
// Built code runs as production code does; whether this is production is the caller's answer.
runNode('dist/newsroom/server.mjs', process.argv.slice(2), {
  COUNTERPOINT_PRODUCTION: process.env.COUNTERPOINT_PRODUCTION ?? String(process.env.NODE_ENV === 'production'),
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
});
