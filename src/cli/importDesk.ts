/** The newsroom as an import works in it: who imports, what is saved, and what goes out at once. */
import type { TypedUser } from 'payload';
import { DESK_ROLES, staffOf } from '../domain/roles.ts';
import type { Desk } from '../editorial/desk.ts';
import type { ImportedDocument } from '../editorial/imports/importedDocument.ts';
import { KnownNames } from '../editorial/imports/nameDirectory.ts';
import { publishImport } from '../editorial/imports/publishImport.ts';
import { saveImport, type SavedImport } from '../editorial/imports/saveImport.ts';
import { ownDay, startOfDay } from '../editorial/imports/storyDay.ts';
import { userByEmail } from './accounts.ts';
import type { ImportOptions } from './importOptions.ts';
import { WrongUse } from './outcome.ts';
import { withNewsroom } from './withNewsroom.ts';

export interface ImportDesk {
  save: (document: ImportedDocument) => Promise<SavedImport>;
  /** Publishes what was saved, if that was asked for; returns whether it went out now. */
  publish: (document: ImportedDocument, saved: Pick<SavedImport, 'action' | 'articleId'>) => Promise<boolean>;
}

/** Runs `work` in the newsroom. @throws {WrongUse} when `--as` names nobody, or nobody who may publish. */
export async function withImportDesk(options: ImportOptions, work: (desk: ImportDesk) => Promise<void>): Promise<void> {
  await withNewsroom(async ({ desk }, { newsroomTimeZone }) => {
    const user = await whoImports(desk, options);
    const known = new KnownNames();
    await work({
      save: (document) => saveImport(desk, { document, user, allowDuplicates: options.allowDuplicates, known }),
      publish: async (document, saved) => {
        if (!options.publish || user === null || !isOwn(saved)) return false;
        const firstPublishedAt = firstOut(document, options, newsroomTimeZone);
        return publishImport(desk, { article: saved.articleId, key: document.identity.key, by: { user }, firstPublishedAt });
      },
    });
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

function firstOut({ story, date }: ImportedDocument, { publishedAt }: ImportOptions, timeZone: string): Date | null {
  if (publishedAt !== null) return 'instant' in publishedAt ? publishedAt.instant : startOfDay(publishedAt.day, timeZone);
  const day = ownDay(story, date);
  return day === null ? null : startOfDay(day, timeZone);
}
