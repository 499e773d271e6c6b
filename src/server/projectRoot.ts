/** Without this file the server would find its samples and its panel only when started in the right folder. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, above src/server/, dist/src/server/ or the bundle in dist/newsroom/. */
export const projectRoot = dirname(fileURLToPath(import.meta.url)).replace(/([\\/]dist)?[\\/](src[\\/]server|newsroom)$/, '');
