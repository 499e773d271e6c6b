/** Versions as every drafted collection keeps them: the newest hundred, checked for form on every save. */
import type { CollectionConfig } from 'payload';

/** Completeness is asked for at submit, not at save: a hurried editor may stop anywhere. */
export const draftVersions: NonNullable<CollectionConfig['versions']> = {
  maxPerDoc: 100,
  drafts: { autosave: false, schedulePublish: false, validate: true },
};
