import * as migration_20261124_031034_founding from './20261124_031034_founding.js';

export const migrations = [
  {
    up: migration_20261124_031034_founding.up,
    down: migration_20261124_031034_founding.down,
    name: '20261124_031034_founding'
  },
];
