import * as migration_20261124_032943_founding from './20261124_032943_founding.js';

export const migrations = [
  {
    up: migration_20261124_032943_founding.up,
    down: migration_20261124_032943_founding.down,
    name: '20261124_032943_founding'
  },
];
