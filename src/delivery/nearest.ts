/** Without this file whoever mistypes a name would only be told that it is wrong. */

/** The one of `known` that is least unlike `given`; undefined of none. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  return known.toSorted((a, b) => distance(given, a) - distance(given, b))[0];
}

/** Edits from one word to the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (const [line, letter] of [...one.slice(0, 100)].entries()) {
    let before = row;
    row = [line + 1];
    before.forEach((_, place) => {
      if (place === 0) return;
      const swapped = (before[place - 1] ?? 0) + (other[place - 1] === letter ? 0 : 1);
      row.push(Math.min(swapped, (before[place] ?? 0) + 1, (row[place - 1] ?? 0) + 1));
    });
    before = row;
  }
  return row.at(-1) ?? 0;
}
