/** Puts the editorial rules where hooks find them; the server and every command call it once, after Payload is there. */
import type { Desk } from './desk.ts';
import { recordCascade, reviewCarriers } from './carriers.ts';
import { refuseDeletionOfUsed } from './references.ts';
import { discardPicture, takePicture } from './pictures/exchange.ts';
import { keepFiles } from './pictures/keep.ts';
import type { Pictures } from './pictures/pictures.ts';
import { provideServices } from './services.ts';
import { reserveSlug } from './slugs.ts';
import { refuseEmbargoAfterRelease } from './embargo.ts';
import { momentOf } from './moment.ts';
import { dropUnpublished } from './storyEnd.ts';
import { translationsOf } from './translations.ts';
import { noteEdit, openWorkflow, stageOf } from './workflow.ts';

/** Opens the desk: from here on documents can be saved and stories moved. */
export function openDesk(desk: Desk, pictures: Pictures): Desk {
  provideServices({
    openWorkflow: (req, article) => openWorkflow(desk, req, article),
    noteEdit,
    reserveSlug,
    refuseEmbargoAfterRelease: (req, article) => refuseEmbargoAfterRelease(desk, req, article),
    momentOf: (text, field) => momentOf(text, field, desk.timeZone),
    dropUnpublished,
    refuseDeletionOfUsed,
    reviewCarriers: (req, collection, id) => reviewCarriers(desk, req, collection, id),
    recordCascade: (req, collection, id) => recordCascade(desk, req, collection, id),
    stageOf,
    takePicture: (_req, file, picture) => takePicture(desk, pictures, file, picture),
    discardPicture: (taken) => discardPicture(desk, pictures, taken),
    keepFiles: (req, change) => keepFiles(desk, req, change),
    translationsOf,
  });
  return desk;
}
