/** Opens the newsroom for `media orphans`; without this file the command would load all of it to print its help. */
import { takeCensus } from '../editorial/pictures/census.ts';
import { messageOf } from '../errors.ts';
import { withNewsroom } from './withNewsroom.ts';

const HOUR = 3_600_000;

export interface OrphanReport {
  files: number;
  orphans: { file: string; size: number; changedAt: string }[];
  removed: string[];
  failed: { file: string; reason: string }[];
  missing: { file: string; namedBy: string }[];
}

/** `olderThan` in hours. */
export function lookForOrphans({ olderThan, remove }: { olderThan: number; remove: boolean }): Promise<OrphanReport> {
  return withNewsroom(async ({ payload, pictures: { store } }) => {
    const { files, orphans, missing } = await takeCensus(payload, store, new Date(Date.now() - olderThan * HOUR));
    const report: OrphanReport = {
      files,
      orphans: orphans.map(({ name, size, changedAt }) => ({ file: name, size, changedAt: changedAt.toISOString() })),
      removed: [],
      failed: [],
      missing,
    };
    for (const { file } of remove ? report.orphans : []) {
      try {
        await store.remove(file);
        report.removed.push(file);
      } catch (error) {
        report.failed.push({ file, reason: messageOf(error) });
      }
    }
    return report;
  });
}
