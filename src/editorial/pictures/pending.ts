/** An edition names each file of its picture, so it cannot be frozen while some are still being made. */
import type { PayloadRequest } from 'payload';
import { writeServerFields } from '../../database/fields.ts';
import { Problem } from '../../errors.ts';
import type { GatheredStory } from '../gatheredStory.ts';

/**
 * Holds the story's picture as it is until the approval is written: on several nodes a deletion or a new file at the same time has to begin again.
 * @throws {Problem} 409 `image-pending` while a rendition is being made.
 */
export async function requireRendered(req: PayloadRequest, story: GatheredStory): Promise<void> {
  const chosen = story.article.data.heroImage;
  const picture = typeof chosen === 'string' ? story.images.get(chosen) : undefined;
  if (picture?.renditionState === 'pending') {
    const detail = 'The picture of this story is still being prepared. Try again in a moment.';
    throw new Problem(409, 'image-pending', detail, [{ pointer: '/heroImage', detail }]);
  }
  if (picture?.renditionState) {
    await writeServerFields({ payload: req.payload, req, collection: 'media', id: picture.id, values: { renditionState: picture.renditionState } });
  }
}
