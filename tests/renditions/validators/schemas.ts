/** Where the schemas of others lie. */
import { readFileSync } from 'node:fs';

const folder = new URL('../fixtures/schemas/', import.meta.url);

export function textOf(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

export function schemaOf(name: string): Record<string, unknown> {
  return JSON.parse(textOf(name)) as Record<string, unknown>;
}
