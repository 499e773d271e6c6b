/** Without this file only a server itself could say how long its event loop stood still and how much it computed: imported before it, asked over its channel. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two looks; a loop that never stands still shows this much. */
const resolution = 5;
const delay = monitorEventLoopDelay({ resolution });
let began;

process.on('message', (asked) => {
  if (asked === 'watch') {
    delay.enable();
    delay.reset();
    began = process.cpuUsage();
    process.send({ watching: true });
  }
  if (asked === 'tell') {
    delay.disable();
    const { user, system } = process.cpuUsage(began);
    process.send({ longestStall: delay.max / 1e6, processorTime: (user + system) / 1000 });
  }
});
