/** Without this hook any client could write published rows: Payload does so whenever `draft=true` is absent. */
import type { CollectionBeforeOperationHook } from 'payload';

/** Makes every create, update and duplicate a draft save, whoever asks; a body's `_status` is dropped. */
export const forceDraft: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'updateByID') return args;
  // One GraphQL request may restore a version and then edit: what the edit brings is the client's own.
  delete req.context.isRestoringVersion;
  const data = args.data as Record<string, unknown> | undefined;
  if (data) delete data._status;
  return { ...args, draft: true, publishAllLocales: false, unpublishAllLocales: false, publishSpecificLocale: undefined };
};
