import * as migration_20261124_032956_founding from './20261124_032956_founding.js';
import * as migration_20261125_042835_desk_and_pictures from './20261125_042835_desk_and_pictures.js';
import * as migration_20261125_075514_redirects from './20261125_075514_redirects.js';
import * as migration_20261125_085431_add_picture_source from './20261125_085431_add_picture_source.js';
import * as migration_20261125_101306_ledger_and_quotes from './20261125_101306_ledger_and_quotes.js';

export const migrations = [
  {
    up: migration_20261124_032956_founding.up,
    down: migration_20261124_032956_founding.down,
    name: '20261124_032956_founding',
  },
  {
    up: migration_20261125_042835_desk_and_pictures.up,
    down: migration_20261125_042835_desk_and_pictures.down,
    name: '20261125_042835_desk_and_pictures',
  },
  {
    up: migration_20261125_075514_redirects.up,
    down: migration_20261125_075514_redirects.down,
    name: '20261125_075514_redirects',
  },
  {
    up: migration_20261125_085431_add_picture_source.up,
    down: migration_20261125_085431_add_picture_source.down,
    name: '20261125_085431_add_picture_source',
  },
  {
    up: migration_20261125_101306_ledger_and_quotes.up,
    down: migration_20261125_101306_ledger_and_quotes.down,
    name: '20261125_101306_ledger_and_quotes'
  },
];
