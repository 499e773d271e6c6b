/** Without this file nobody would see a command's memory grow: imported before it, tells at intervals what is alive in it while somebody listens. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

if (process.send) {
  // What has not been collected yet is no growth: V8 takes what it is given before it looks for what it can give back.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  const timer = setInterval(() => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    process.send(heapUsed + external);
  }, Number(process.env.BENCH_EVERY));
  timer.unref();
  process.channel?.unref();
}
