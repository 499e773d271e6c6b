/** Without this module no test could kill a server in the middle of its first migration: it kills its own process before the first COMMIT. */
import { onCommit } from './onCommit.mjs';

onCommit(() => {
  process.kill(process.pid, 'SIGKILL');
});
