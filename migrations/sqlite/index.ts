import * as migration_20261124_032943_founding from './20261124_032943_founding.js';
import * as migration_20261124_080934_due_rows from './20261124_080934_due_rows.js';

export const migrations = [
  {
    up: migration_20261124_032943_founding.up,
    down: migration_20261124_032943_founding.down,
    name: '20261124_032943_founding',
  },
  {
    up: migration_20261124_080934_due_rows.up,
    down: migration_20261124_080934_due_rows.down,
    name: '20261124_080934_due_rows'
  },
];
