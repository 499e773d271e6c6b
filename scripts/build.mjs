/** Without this file nobody could build the newsroom ahead of its start, as the Dockerfile and CI do. `--server-only` leaves the panel out. */
import { buildPanel, buildServer, fail, install, requireNode } from './stages.mjs';

requireNode();
try {
  await install();
  await buildServer();
  if (!process.argv.includes('--server-only')) await buildPanel();
} catch (error) {
  fail(error);
}
