import * as migration_20261124_031103_founding from './20261124_031103_founding.js';

export const migrations = [
  {
    up: migration_20261124_031103_founding.up,
    down: migration_20261124_031103_founding.down,
    name: '20261124_031103_founding'
  },
];
