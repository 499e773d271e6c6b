/** The newsroom's process. Without this file Node would compile thousands of modules anew at every start; where it can (from Node 22.1 on), it now keeps what it compiled. */
import module from 'node:module';
import { join } from 'node:path';
import { projectRoot } from './projectRoot.ts';

const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
// Beside the code, which only its owner writes: in the system's temporary folder somebody else could have put something there. A folder that cannot be written is passed over.
enableCompileCache?.(join(projectRoot, 'dist/compiled'));
await import('./start.ts');
