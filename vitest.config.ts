/** Without this file unit tests would wait for servers, and servers would fight over two cores. */
import { defineConfig } from 'vitest/config';

const chance = 'tests/helpers/drawnByChance.ts';
const described = 'tests/helpers/answersAreDescribed.ts';

export default defineConfig({
  test: {
    // On the two cores that this must pass on, two files leave a sixth of the time idle: they wait for each other's servers.
    maxWorkers: 3,
    // See nodeFlags in scripts/stages.mjs.
    poolOptions: { forks: { execArgv: ['--conditions=production'] } },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'collections/**/*.test.ts', 'examples/**/*.test.ts', 'tests/tooling/**/*.test.ts'],
          setupFiles: [chance, described, 'tests/helpers/breathe.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'int',
          include: ['tests/int/**/*.test.ts'],
          setupFiles: [chance, described],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'proof',
          include: ['tests/proof/**/*.test.ts'],
          setupFiles: [chance, described],
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
