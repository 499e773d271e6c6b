/** Without this file a proof over hundreds of stories would spend its time on writing them: copies of one that is out, as rows. */
import { newId } from '../../dist/src/domain/ids.js';
import { insertRecord } from '../../dist/src/editorial/records.js';
import { inTransaction } from '../../dist/src/editorial/runTransition.js';
import { contentDigest } from '../../dist/src/domain/digest.js';

/** `count` live stories that are `article`'s in all but id, title and address; without their parts' rows, and without a mark for the sequencer. */
export async function copyStories(desk, article, count) {
  const { payload } = desk;
  const rows = async (collection) => (await payload.db.find({ collection, where: { article: { equals: article } }, limit: 0, pagination: false })).docs;
  const [[approval], [publication], carriages] = [await rows('approvals'), await rows('publications'), await rows('carriages')];
  await inTransaction(desk, null, async (req) => {
    for (let number = 1; number <= count; number += 1) {
      const id = newId();
      const content = { ...approval.content, id, title: `${approval.content.title} ${number}`, slug: `${approval.content.slug}-${number}` };
      const without = ({ id: _id, ...row }) => ({ ...row, article: id });
      const approved = await insertRecord(req, 'approvals', { ...without(approval), documents: {}, content, contentDigest: contentDigest(content) });
      await insertRecord(req, 'publications', { ...without(publication), approval: approved });
      for (const row of carriages) if (row.collection === 'outlets') await insertRecord(req, 'carriages', without(row));
    }
  });
}
