/** Without this file "type one command" would be a page of instructions: it installs and builds what is missing, then starts the newsroom. */
import { buildPanel, buildServer, fail, install, requireNode, root } from './stages.mjs';

requireNode();
try {
  process.chdir(root);
  await install();
  await buildServer();
  await buildPanel();
} catch (error) {
  fail(error);
}
// Built code runs as production code does; whether this is production is the caller's answer.
process.env.COUNTERPOINT_PRODUCTION ??= String(process.env.NODE_ENV === 'production');
process.env.NODE_ENV = 'production';
process.env.NEXT_TELEMETRY_DISABLED = '1';
// In this very process, so that signals and exit codes are the server's own.
await import('../dist/src/server/main.js');
