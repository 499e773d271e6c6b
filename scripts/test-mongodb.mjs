/** Without this file only SQLite would ever be proved: the same integration tests, over the MongoDB protocol. */
import { buildServer, fail, install, requireNode } from './stages.mjs';
import { runTests } from './testing.mjs';

/**
 * What `--short` leaves out: the edge, the command line, reading documents and files of pictures, which know nothing of the database beneath them;
 * and what kills servers for minutes: the transactions of the dead stay open in the database of the tests, and everybody else waits for them.
 */
const left = [
  ...[
    'badInput',
    'badQuestions',
    'cli',
    'documentation',
    'firstAdministrator',
    'importAtScale',
    'importBesideServer',
    'importCommand',
    'importImages',
    'importMatching',
  ].map((name) => `int/${name}`),
  ...['media', 'oracles', 'pictureBucket', 'pictureUploads', 'samples', 'server', 'storyAccess'].map((name) => `int/${name}`),
  ...['kill', 'pictures', 'schedule', 'twoNodes'].map((name) => `proof/${name}`),
].flatMap((name) => ['--exclude', `tests/${name}.test.ts`]);
const given = process.argv.slice(2);
const short = given.includes('--short');

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
      // Its database takes a core for itself.
      const options = ['--maxWorkers', '2', ...(short ? left : []), ...given.filter((one) => one !== '--short')];
      process.exitCode = await runTests(['--project', 'int', '--project', 'proof', ...options], {
        TEST_DATABASE: 'mongodb',
        MONGODB_TEST_URL: database.url,
        MONGODB_THROWN_AWAY: String(database.thrownAway),
      });
    } finally {
      await database.stop();
    }
  }
} catch (error) {
  fail(error);
}
