/** Without this file the server would find its samples and its panel only when started in the right folder. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: dist/src/server/ lies three folders down. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
