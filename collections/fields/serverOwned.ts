/** The shape of a record that only transitions write: staff read it, no client changes it, nothing in it points by foreign key. */
import type { CollectionConfig, Field } from 'payload';
import { editorial, never } from '../access/rules.ts';
import { idField } from './identity.ts';

/** A server-owned collection. Ids in it are plain text: a foreign key would null a record of what happened. */
export function serverOwned(
  config: Pick<CollectionConfig, 'slug' | 'labels' | 'graphQL' | 'indexes' | 'typescript'> & { fields: Field[]; description: string },
): CollectionConfig {
  const { description, fields, ...rest } = config;
  return {
    ...rest,
    timestamps: false,
    disableDuplicate: true,
    disableBulkEdit: true,
    lockDocuments: false,
    access: { create: never, read: editorial, update: never, delete: never, unlock: never },
    admin: { group: 'Record', hidden: true, description },
    fields: [idField, ...fields],
  };
}

/** The id of another document, as text. */
export function pointer(name: string, options: { index?: boolean; unique?: boolean } = {}): Field {
  return { name, type: 'text', required: true, ...options };
}
