/** Without this file the canaries would be planted by a list that somebody has to remember: collections and fields as the server knows them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlattenedField, SanitizedCollectionConfig } from 'payload';
import { readEnv } from '../../src/env.ts';
import { createConfig } from '../../src/payload.config.ts';

/** All collections of the newsroom, Payload's own included. */
export async function collectionsOfTheNewsroom(): Promise<SanitizedCollectionConfig[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-'));
  try {
    return (await createConfig(readEnv({ DATA_DIR: dataDir, PAYLOAD_SECRET: 'a secret of the tests, long enough', COUNTERPOINT_PRODUCTION: 'false' })))
      .collections;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A field as `where` names it. */
export interface KnownField {
  path: string;
  type: FlattenedField['type'];
  relationTo?: string;
}

/** Every field that is stored, groups and lists opened. */
export function fieldsOf(fields: readonly FlattenedField[], prefix = ''): KnownField[] {
  return fields.flatMap((field): KnownField[] => {
    const path = `${prefix}${field.name}`;
    if ('flattenedFields' in field) return fieldsOf(field.flattenedFields, `${path}.`);
    const relationTo = 'relationTo' in field && typeof field.relationTo === 'string' ? { relationTo: field.relationTo } : {};
    return [{ path, type: field.type, ...relationTo }];
  });
}

/** Fields in which somebody can write words. */
export function canHoldWords({ type }: KnownField): boolean {
  return ['text', 'textarea', 'json', 'richText', 'email', 'code', 'date'].includes(type);
}
