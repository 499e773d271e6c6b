/** Without this file a machine that slows down half way would decide a comparison: the sides are measured in turn, and compared pair by pair. */

/**
 * Measures each side once a pair, each pair in the opposite order of the one before. One round before that is not counted.
 * @template {string} Name
 * @param {Record<Name, () => Promise<number>>} sides
 * @param {{ pairs: number, say: (text: string) => void, unit: string }} options
 * @returns {Promise<Record<Name, number[]>>}
 */
export async function inTurn(sides, { pairs, say, unit }) {
  const names = Object.keys(sides);
  const measured = Object.fromEntries(names.map((name) => [name, []]));
  for (let pair = 0; pair <= pairs; pair += 1) {
    const round = {};
    for (const name of pair % 2 ? names : names.toReversed()) round[name] = await sides[name]();
    if (pair > 0) for (const name of names) measured[name].push(round[name]);
    const numbers = names.map((name) => `${name} ${round[name].toFixed(unit === 's' ? 2 : 1)} ${unit}`).join(', ');
    say(`${pair === 0 ? 'warming up' : `pair ${pair} of ${pairs}`}: ${numbers}`);
  }
  return measured;
}

/** The median of `one` over `other`, pair by pair. */
export function medianRatio(one, other) {
  return median(one.map((value, pair) => value / other[pair]));
}

/** The median of `one` minus `other`, pair by pair. */
export function medianDifference(one, other) {
  return median(one.map((value, pair) => value - other[pair]));
}

/** The middle value; of an even number, the mean of the middle two. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}
