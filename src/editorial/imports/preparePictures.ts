/** An edition names each file of its picture; without this file an imported story could not be approved before a server has made them. */
import { createLocalReq } from 'payload';
import { newestDrafts } from '../../database/newestDrafts.ts';
import type { Desk } from '../desk.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { renderNow } from '../pictures/renderNow.ts';

/** Makes what is still to be made of the picture at the top of `article`. */
export async function preparePictures(desk: Desk, pictures: Pictures, article: string): Promise<void> {
  const req = await createLocalReq({}, desk.payload);
  const [story] = await newestDrafts<{ heroImage?: string | null }>(req, 'articles', { id: { equals: article } }, { limit: 1 });
  if (typeof story?.heroImage === 'string') await renderNow(desk, pictures, story.heroImage);
}
