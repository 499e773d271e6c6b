/** The newsroom as an import works in it: who imports, what is saved, and what goes out at once. */
import type { TypedUser } from 'payload';
import { DESK_ROLES, staffOf } from '../domain/roles.ts';
import type { Desk } from '../editorial/desk.ts';
import type { ImportedDocument } from '../editorial/imports/importedDocument.ts';
import { KnownNames } from '../editorial/imports/knownNames.ts';
import { publishImport } from '../editorial/imports/publishImport.ts';
import { batchSize, saveBatch } from '../editorial/imports/saveBatch.ts';
import { preparePictures } from '../editorial/imports/preparePictures.ts';
import type { SavedImport } from '../editorial/imports/writeImport.ts';
import { ownDay, startOfDay } from '../editorial/imports/storyDay.ts';
import { startSequencer } from '../editorial/sequencer/sequencer.ts';
import { userByEmail } from './accounts.ts';
import type { ImportOptions } from './importOptions.ts';
import { WrongUse } from './outcome.ts';
import { withNewsroom } from './withNewsroom.ts';

export interface ImportDesk {
  /** How many documents to save at once. */
  batchSize: number;
  /** What became of each document, in their order. */
  save: (documents: readonly ImportedDocument[]) => Promise<(SavedImport | Error)[]>;
  /** Publishes what was saved, if that was asked for; returns whether it went out now. */
  publish: (document: ImportedDocument, saved: Pick<SavedImport, 'action' | 'articleId'>) => Promise<boolean>;
}

/** Runs `work` in the newsroom. @throws {WrongUse} when `--as` names nobody, or nobody who may publish. */
export async function withImportDesk(options: ImportOptions, work: (desk: ImportDesk) => Promise<void>): Promise<void> {
  await withNewsroom(async ({ desk, ledger, payload, pictures }, { newsroomTimeZone, limits }) => {
    const user = await whoImports(desk, options);
    const sequencer = options.publish ? startSequencer({ desk, ledger, log: payload.logger }) : null;
    const order = { user, allowDuplicates: options.allowDuplicates, known: new KnownNames(), intake: { pictures, largest: limits.uploadBytes } };
    try {
      await work({
        batchSize: batchSize(desk),
        save: (documents) => saveBatch(desk, documents, order),
        publish: async (document, saved) => {
          if (!options.publish || user === null || !isOwn(saved) || document.posted?.status === 'draft') return false;
          const firstPublishedAt = firstOut(document, options, newsroomTimeZone);
          if (document.images.length > 0) await preparePictures(desk, pictures, saved.articleId);
          return publishImport(desk, { article: saved.articleId, key: document.identity.key, by: { user }, firstPublishedAt });
        },
      });
      await sequencer?.drain();
    } finally {
      await sequencer?.close();
    }
  });
}

/** A duplicate's story is another document's, and a conflict is for an editor to settle. */
function isOwn({ action }: Pick<SavedImport, 'action'>): boolean {
  return action === 'created' || action === 'updated' || action === 'unchanged';
}

async function whoImports(desk: Desk, { as, publish }: ImportOptions): Promise<TypedUser | null> {
  if (as === null) return null;
  const user = await userByEmail(desk.payload, as);
  const staff = staffOf({ user });
  if (staff === null) throw new WrongUse(`--as: there is no account for ${as} that may sign in.`);
  if (publish && !staff.roles.some((role) => DESK_ROLES.includes(role)))
    throw new WrongUse(`--as: ${as} is neither an editor nor an administrator, and cannot publish.`);
  return user;
}

function firstOut({ story, date, posted }: ImportedDocument, { publishedAt }: ImportOptions, timeZone: string): Date | null {
  if (publishedAt !== null) return 'instant' in publishedAt ? publishedAt.instant : startOfDay(publishedAt.day, timeZone);
  if (posted?.at) return posted.at;
  const day = ownDay(story, date);
  return day === null ? null : startOfDay(day, timeZone);
}
