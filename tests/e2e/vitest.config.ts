/** Without this file a browser would be started by every `npm test`, and two at once by this one. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'e2e',
    include: ['tests/e2e/**/*.test.ts'],
    // See nodeFlags in scripts/stages.mjs.
    poolOptions: { forks: { execArgv: ['--conditions=production'] } },
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
