/** Without this file results and remarks would mix, and no program could read what a command prints. */

/** A line of the result, on standard output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The result as one JSON object, on standard output. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** A remark for the person at the terminal, on standard error. */
export function remark(line: string): void {
  process.stderr.write(`${line}\n`);
}
