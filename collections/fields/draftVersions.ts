/** Versions as every drafted collection keeps them: the newest hundred, checked for form on every save. */
import type { CollectionConfig } from 'payload';

/** The longest that a timer can wait, some 25 days. */
const NEVER_ITS_TURN = 2_147_483_647;

/**
 * Completeness is asked for at submit, not at save: a hurried editor may stop anywhere.
 * Payload keeps autosaves in one version; what sends them is src/admin/saving, because Payload's own sender knows of no conflict and tries nothing again.
 */
export const draftVersions: NonNullable<CollectionConfig['versions']> = {
  maxPerDoc: 100,
  drafts: { autosave: { interval: NEVER_ITS_TURN, showSaveDraftButton: true }, schedulePublish: false, validate: true },
};
