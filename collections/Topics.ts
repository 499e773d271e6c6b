/** What stories are about, in terms that partners' systems know (IPTC Media Topics). */
import { ValidationError, type CollectionBeforeChangeHook, type CollectionConfig } from 'payload';
import { cascadeWhenChanged } from './hooks/carriedParts.ts';
import { checkShape } from './hooks/checkShape.ts';
import { claimBeforeDelete, claimNextRevision } from './hooks/claimRevision.ts';
import { expectRevision } from './hooks/expectRevision.ts';
import { tagRevision } from './hooks/tagRevision.ts';
import { guardAnonymousQuery } from './hooks/guardAnonymousQuery.ts';
import { keepReferenced } from './hooks/keepReferenced.ts';
import { slugFromName } from './hooks/nameSlug.ts';
import { requireKnownReferences } from './hooks/requireKnownReferences.ts';
import { desk, never, released } from './access/rules.ts';
import { idField, publicFromField, revField } from './fields/identity.ts';
import { notesField } from './fields/staff.ts';
import { slugField } from './fields/story.ts';

export const Topics: CollectionConfig = {
  slug: 'topics',
  labels: { singular: 'Topic', plural: 'Topics' },
  graphQL: { singularName: 'Topic', pluralName: 'Topics' },
  typescript: { interface: 'Topic' },
  defaultSort: 'slug',
  disableBulkEdit: true,
  access: { create: desk, read: released, update: desk, delete: desk, unlock: never },
  admin: {
    useAsTitle: 'name',
    group: 'People and places',
    defaultColumns: ['name', 'mediaTopic', 'parent'],
    listSearchableFields: ['name', 'slug', 'mediaTopic'],
    description: 'Subjects by which readers and partners find stories.',
    components: { edit: { SaveButton: '/src/admin/saving/SaveChanges.tsx#SaveChanges' } },
  },
  hooks: {
    afterOperation: [tagRevision],
    beforeOperation: [guardAnonymousQuery(['name', 'slug', 'mediaTopic', 'parent']), checkShape, expectRevision],
    beforeChange: [claimNextRevision, requireKnownReferences, refuseCircle(), slugFromName],
    afterChange: [cascadeWhenChanged(['name', 'slug', 'mediaTopic'])],
    beforeDelete: [claimBeforeDelete, keepReferenced],
  },
  fields: [
    idField,
    revField,
    publicFromField,
    { name: 'name', type: 'text', required: true, localized: true, maxLength: 200, admin: { description: 'The name in each language.' } },
    { ...slugField, unique: true },
    {
      name: 'mediaTopic',
      type: 'text',
      index: true,
      validate: (value: unknown) =>
        value === null ||
        value === undefined ||
        value === '' ||
        (typeof value === 'string' && /^medtop:\d{8}$/.test(value)) ||
        'Enter the code as medtop: and eight digits, such as medtop:20000065.',
      admin: { description: 'The IPTC Media Topic code, such as medtop:20000065.' },
    },
    { name: 'parent', type: 'relationship', relationTo: 'topics', admin: { description: 'The wider subject, if there is one.' } },
    notesField,
  ],
};

function refuseCircle(): CollectionBeforeChangeHook {
  return async ({ data, operation, originalDoc, req }) => {
    const own = operation === 'update' ? (originalDoc as { id: string }).id : undefined;
    let ancestor = data.parent as string | null | undefined;
    for (let steps = 0; ancestor && own !== undefined; steps += 1) {
      if (ancestor === own || steps > 50) {
        throw new ValidationError({ errors: [{ path: 'parent', message: 'A topic cannot stand below itself.' }], req });
      }
      const parent = await req.payload.db.findOne<{ id: string; parent?: string | null }>({ collection: 'topics', where: { id: { equals: ancestor } }, req });
      ancestor = parent?.parent;
    }
    return data;
  };
}
