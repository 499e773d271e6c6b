/** Without this file nobody would know whether the panel can be worked with: the built newsroom, with its panel, in a real browser. */
import { accessSync, constants } from 'node:fs';
import { buildClient, buildPanel, buildServer, buildSite, fail, install, requireNode } from './stages.mjs';
import { runTests } from './testing.mjs';

const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

requireNode();
if (isExecutable(chromium)) {
  try {
    await install();
    await buildServer();
    await buildPanel();
    await buildClient();
    await buildSite();
    process.exitCode = await runTests(['--config', 'tests/e2e/vitest.config.ts', ...process.argv.slice(2)]);
  } catch (error) {
    fail(error);
  }
} else {
  console.log(`skipped, because there is no browser at ${chromium}: install Chromium, or say where it is in CHROMIUM_PATH`);
  process.exitCode = process.env.CI === 'true' ? 1 : 0;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
