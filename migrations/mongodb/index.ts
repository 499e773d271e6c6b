import * as migration_20261124_032956_founding from './20261124_032956_founding.js';

export const migrations = [
  {
    up: migration_20261124_032956_founding.up,
    down: migration_20261124_032956_founding.down,
    name: '20261124_032956_founding'
  },
];
