/** Without this file a mean would hide the one reader in a hundred who waits: one request after the other, and how long each took. */

/** Milliseconds that each of `paths` took. */
export async function latencies(asking, paths, headers) {
  const took = [];
  for (const path of paths) {
    const began = performance.now();
    await asking.get(path, headers);
    took.push(performance.now() - began);
  }
  return took;
}

/** The value that `share` of `values` do not exceed (nearest rank). */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
