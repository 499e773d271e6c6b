/** Without this file every measurement would have its own way of saying whether its promise holds. */
import { median } from './pairs.mjs';

/**
 * @typedef {object} Finding
 * @property {string} what what is promised
 * @property {Record<string, { values: number[], unit: string }>} sides what was measured, for reading
 * @property {number} value what is judged
 * @property {string} unit of `value`: empty for a ratio
 * @property {{ atMost: number } | { atLeast: number }} guard
 */

/** Whether every guard holds. @param {Finding[]} findings */
export function judge(findings) {
  return findings.every(holds);
}

/** Prints one finding. @param {Finding} finding */
export function tell(finding) {
  const { what, sides, value, unit, guard } = finding;
  console.log(`  ${what}`);
  for (const [name, { values, unit: measuredIn }] of Object.entries(sides)) {
    const [least, most] = [Math.min(...values), Math.max(...values)].map(rounded);
    console.log(`    ${name.padEnd(34)} median ${rounded(median(values))} ${measuredIn} (${least} to ${most})`);
  }
  const asked = 'atMost' in guard ? `at most ${guard.atMost}` : `at least ${guard.atLeast}`;
  const measured = unit ? `${rounded(value)} ${unit}` : `ratio ${value.toFixed(2)}`;
  console.log(`    ${holds(finding) ? 'holds ' : 'FAILED'}  ${measured}; guard: ${asked}${unit && ` ${unit}`}`);
}

function holds({ value, guard }) {
  return 'atMost' in guard ? value <= guard.atMost : value >= guard.atLeast;
}

function rounded(value) {
  return value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0);
}
