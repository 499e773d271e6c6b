/** Who somebody is in the newsroom, asked one way everywhere, so that a disabled account is nobody. */
export const ROLES = ['admin', 'editor', 'writer', 'syndication'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that read everything editorial, drafts and versions included. */
export const EDITORIAL_ROLES: readonly Role[] = ['admin', 'editor', 'writer'];
/** Roles that edit everything editorial and make every transition. */
export const DESK_ROLES: readonly Role[] = ['admin', 'editor'];

/** Whatever carries the account behind a request. */
export interface Asked {
  user?: object | null;
}

export interface Staff {
  id: string;
  email: string;
  roles: readonly Role[];
}

/** The signed-in member of staff behind `req`, or null when there is none or the account is disabled. */
export function staffOf(req: Asked): Staff | null {
  const user = req.user as (Staff & { disabled?: boolean | null }) | null | undefined;
  if (!user || user.disabled === true) return null;
  return { id: user.id, email: user.email, roles: user.roles ?? [] };
}

/** Whether somebody with one of `roles` is behind `req`. */
export function hasRole(req: Asked, roles: readonly Role[]): boolean {
  return staffOf(req)?.roles.some((role) => roles.includes(role)) ?? false;
}
