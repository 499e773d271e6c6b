/** Without this file a person would read of the same unclear name in a thousand documents and never see that it is one name. */
import type { NameFinding } from '../editorial/imports/lookUpNames.ts';

type Found = NameFinding extends infer One ? (One extends NameFinding ? Omit<One, 'line'> & { documents: number } : never) : never;
export type AmbiguousFound = Extract<Found, { result: 'ambiguous' }>;

/** The names of an import, each once, with the number of documents that print it. */
export interface ImportNames {
  add: (found: readonly NameFinding[]) => void;
  ambiguous: () => AmbiguousFound[];
  /** For a person: what is new, who was taken for whom, and what has to be chosen. */
  lines: () => string[];
}

export function importNames(): ImportNames {
  const names = new Map<string, Found>();
  return {
    add: (found) => {
      const inThis = new Set<string>();
      for (const { line: _, ...name } of found) {
        const key = `${name.in} ${name.words}`;
        if (inThis.has(key)) continue;
        inThis.add(key);
        names.set(key, { ...name, documents: (names.get(key)?.documents ?? 0) + 1 });
      }
    },
    ambiguous: () => [...names.values()].filter((name) => name.result === 'ambiguous'),
    lines: () => [...names.values()].map(lineOf),
  };
}

function lineOf(found: Found): string {
  const { documents, words } = found;
  const where = documents === 1 ? 'in 1 document' : `in ${documents} documents`;
  const what = found.in === 'outlets' ? 'outlet' : 'author';
  switch (found.result) {
    case 'new':
      return `new ${what}: “${words}”, ${where}`;
    case 'matched':
      return `known ${what}: “${words}” is ${found.name} (by ${found.by}), ${where}`;
    case 'ambiguous':
      return `choose the ${what}: “${words}” could be ${found.candidates.map(({ id, name }) => `${name} (${id})`).join(' or ')}, ${where}`;
  }
}
