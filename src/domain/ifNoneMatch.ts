/** Whether a client has what it asks for already; without this file each route would read `If-None-Match` in its own way. */

/**
 * Whether `given`, an If-None-Match header, names the ETag `tag` (RFC 9110, section 13.1.2; weak comparison).
 * Express' own `fresh` says no as soon as the request has `Cache-Control: no-cache`, which many a client sends along unasked.
 */
export function namesTag(given: string | undefined, tag: string): boolean {
  if (given === undefined) return false;
  return given.trim() === '*' || given.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
