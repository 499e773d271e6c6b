/** Without this file nobody could build the newsroom ahead of its start, as the Dockerfile and CI do. `--server-only` leaves the panel out. */
import { buildClient, buildPanel, buildServer, fail, install, requireNode } from './stages.mjs';

requireNode();
try {
  await install();
  await buildServer();
  if (!process.argv.includes('--server-only')) {
    await buildClient();
    await buildPanel();
  }
} catch (error) {
  fail(error);
}
