/** Without this file a number would be quoted without the machine it came from. */
import { cpus, loadavg } from 'node:os';

/** The moment, and how busy the machine is. */
export function machineNow() {
  return { at: new Date(), load: loadavg()[0] };
}

/** One line: cores, Node, date, and the load average before and after the run. */
export function machineLine(before, after) {
  const cores = cpus();
  const model = cores[0]?.model.trim() || 'unknown processor';
  const line = `  machine: ${cores.length} cores (${model}), ${process.platform} ${process.arch}, Node ${process.versions.node}, ${before.at.toISOString().slice(0, 16)}Z, load average ${before.load.toFixed(1)} before and ${after.load.toFixed(1)} after`;
  return before.load < cores.length / 2 ? line : `${line}\n  The machine was busy with something else when the run began: read the ratio, not the numbers.`;
}
