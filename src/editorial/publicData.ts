/** Without this file an answer to readers could be kept past the write, or past the end of an embargo, that changes it. */
import type { Payload } from 'payload';
import { dataVersion } from '../database/dataVersion.ts';

/** What tells whether readers would be told the same again. */
export interface PublicData {
  /** Another one after every committed write; undefined where that cannot be told. */
  version(): number | undefined;
  /** The first release after `now`, in milliseconds since 1970; Infinity when none is ahead. */
  nextRelease(now: number): Promise<number>;
}

/** Readers' answers change by a write or by the clock passing a release, and by nothing else (DESIGN section 3, anonymous access). */
export function publicData(payload: Payload): PublicData {
  return {
    version: () => dataVersion(payload),
    nextRelease: async (now) => {
      const { docs } = await payload.db.find<{ releaseAt: string }>({
        collection: 'carriages',
        where: { releaseAt: { greater_than: new Date(now).toISOString() } },
        sort: 'releaseAt',
        limit: 1,
        pagination: false,
      });
      return docs[0] === undefined ? Infinity : Date.parse(docs[0].releaseAt);
    },
  };
}
