/** Without this file each component would look for the newsroom's time zone in its own place. */
import type { ClientConfig } from 'payload';

/** The IANA name of the zone whose clocks hang in the newsroom (NEWSROOM_TIME_ZONE). */
export function newsroomZone({ admin }: Pick<ClientConfig, 'admin'>): string {
  return admin.timezones.defaultTimezone ?? 'UTC';
}
