/** Without this file only SQLite would ever be proved: the same integration tests, over the MongoDB protocol. */
import { buildServer, fail, install, requireNode } from './stages.mjs';
import { runTests } from './testing.mjs';

requireNode();
try {
  await install();
  await buildServer();
  // Only now: it needs what has just been installed.
  const { startMongodb } = await import('../tests/mongodb/start.mjs');
  const database = await startMongodb();
  if (database.skipped) {
    console.log(`skipped, because ${database.skipped}`);
    process.exitCode = process.env.CI === 'true' ? 1 : 0;
  } else {
    try {
      process.exitCode = await runTests(['--project', 'int', '--project', 'proof', ...process.argv.slice(2)], {
        TEST_DATABASE: 'mongodb',
        MONGODB_TEST_URL: database.url,
      });
    } finally {
      await database.stop();
    }
  }
} catch (error) {
  fail(error);
}
