/** Without this file results and remarks would mix, and no program could read what a command prints. */

/** A line of the result, on standard output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The result as one JSON object, on standard output. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** One JSON object whose first member is a long list. */
export interface JsonObject {
  item: (value: unknown) => void;
  /** Ends it, with its other members. */
  end: (others: Readonly<Record<string, unknown>>) => void;
}

/** Prints an object while it comes to be: the items of `list` are not kept. */
export function jsonObject(list: string): JsonObject {
  let begun = false;
  const inside = (value: unknown, indent: string): string => JSON.stringify(value, null, 2).replace(/\n/g, `\n${indent}`);
  process.stdout.write(`{\n  ${JSON.stringify(list)}: [`);
  return {
    item: (value) => {
      process.stdout.write(`${begun ? ',' : ''}\n    ${inside(value, '    ')}`);
      begun = true;
    },
    end: (others) => {
      const members = Object.entries(others).map(([name, value]) => `,\n  ${JSON.stringify(name)}: ${inside(value, '  ')}`);
      print(`${begun ? '\n  ' : ''}]${members.join('')}\n}`);
    },
  };
}

/** A remark for the person at the terminal, on standard error. */
export function remark(line: string): void {
  process.stderr.write(`${line}\n`);
}
