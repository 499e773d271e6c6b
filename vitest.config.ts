/** Without this file unit tests would wait for servers, and servers would fight over two cores. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A server and its tests keep a core busy each, and the machine that this must pass on has two.
    maxWorkers: 2,
    // See nodeFlags in scripts/stages.mjs.
    execArgv: ['--conditions=production'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'collections/**/*.test.ts', 'tests/tooling/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'int',
          include: ['tests/int/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'proof',
          include: ['tests/proof/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
