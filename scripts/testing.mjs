/** Without this file a run could end well with nothing tested: it runs vitest, counts, and says so on the last line. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './stages.mjs';

/** Runs vitest with `given` arguments. Prints `N passed, N failed` last; resolves to the exit code. */
export async function runTests(given, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-tests-'));
  const report = join(folder, 'report.json');
  const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...given, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const failure = await run(process.execPath, vitest, { NODE_ENV: 'test', ...environment }).catch((error) => error);
  const { passed, failed, skipped } = count(report);
  rmSync(folder, { recursive: true });
  const nothing = passed + failed === 0;
  if (nothing) console.error('No test ran.');
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failure !== undefined || failed > 0 || nothing ? 1 : 0;
}

function count(report) {
  let results;
  try {
    results = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  // A file that could not even be loaded has failed, though it has no test to show for it.
  const unloaded = results.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  );
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + unloaded.length,
    skipped: results.numPendingTests + (results.numTodoTests ?? 0),
  };
}
