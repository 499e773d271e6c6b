/** The few answers that every collection gives for every operation: closed unless a rule here opens it. */
import type { Access, FieldAccess } from 'payload';
import { newestDrafts } from '../../src/database/newestDrafts.ts';
import { DESK_ROLES, EDITORIAL_ROLES, hasRole, staffOf } from '../../src/domain/roles.ts';

/** No client ever; only transitions and hooks, which override access, get through. */
export const never = (): boolean => false;

/** Admins alone. */
export const admins: Access = ({ req }) => hasRole(req, ['admin']);

/** Editors and admins. */
export const desk: Access = ({ req }) => hasRole(req, DESK_ROLES);

/** Everybody in the editorial department. */
export const editorial: Access = ({ req }) => hasRole(req, EDITORIAL_ROLES);

/** Editorial staff read all; everybody else what a live, released story carries (DESIGN section 3, anonymous access). */
export const released: Access = ({ req }) => (hasRole(req, EDITORIAL_ROLES) ? true : { publicFrom: { less_than_equal: new Date().toISOString() } });

/** Editors and admins change all; a writer what the writer owns. */
export const deskOrOwner: Access = ({ req }) => {
  if (hasRole(req, DESK_ROLES)) return true;
  const staff = staffOf(req);
  return staff?.roles.includes('writer') === true ? { owner: { equals: staff.id } } : false;
};

/**
 * The same for documents with drafts. Whose a draft is stands in the draft: the main row still names who began it,
 * and Payload asks that row before it restores or deletes.
 */
export const deskOrDraftOwner =
  (collection: string): Access =>
  async (args) => {
    const { id, req } = args;
    const allowed = await deskOrOwner(args);
    if (typeof allowed === 'boolean' || id === undefined) return allowed;
    const [draft] = await newestDrafts<{ owner?: string | null }>(req, collection, { id: { equals: String(id) } }, { limit: 1 });
    return draft?.owner !== undefined && draft.owner === staffOf(req)?.id;
  };

/** A field that only editorial staff see. */
export const editorialField: FieldAccess = ({ req }) => hasRole(req, EDITORIAL_ROLES);

/** A field that everybody with an account sees. */
export const staffField: FieldAccess = ({ req }) => staffOf(req) !== null;

/** A field that only the desk changes. */
export const deskField: FieldAccess = ({ req }) => hasRole(req, DESK_ROLES);

/** A field that the server writes, and that an old version brings back as it was. */
export const restoredOnly: FieldAccess = ({ req }) => req.context.isRestoringVersion === true;
