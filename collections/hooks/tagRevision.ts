/** Tells a program which revision it has read, so that it can say which one it changes (API section 5, edits). */
import type { CollectionAfterOperationHook } from 'payload';
import { revisionTag } from '../../src/domain/revision.ts';

/** Sets `ETag` on the answer to a read, a creation or an update of one document over REST. */
export const tagRevision: CollectionAfterOperationHook = ({ args, operation, req, result }) => {
  // What the server reads for itself (who may do what with a document) says nothing about it to whoever asked.
  if ((args as { overrideAccess?: boolean }).overrideAccess === true) return result;
  const one = operation === 'findByID' || operation === 'create' || operation === 'updateByID';
  const document = result as { id?: string; rev?: number | null } | null;
  const asked = (req.routeParams as { id?: string } | undefined)?.id;
  if (one && req.payloadAPI === 'REST' && typeof document?.rev === 'number' && (operation === 'create' || asked === document.id)) {
    req.responseHeaders ??= new Headers();
    req.responseHeaders.set('ETag', revisionTag(document.rev));
  }
  return result;
};
