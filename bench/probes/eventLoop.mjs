/** Without this file only the server itself could say how long its event loop stood still: imported before it, asked over its channel. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two looks; a loop that never stands still shows this much. */
const resolution = 5;
const delay = monitorEventLoopDelay({ resolution });

process.on('message', (asked) => {
  if (asked === 'watch') {
    delay.enable();
    delay.reset();
    process.send({ watching: true });
  }
  if (asked === 'tell') {
    delay.disable();
    process.send({ longest: delay.max / 1e6 });
  }
});
