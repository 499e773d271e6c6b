import { commitTransaction, killTransaction } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshMongoUrl, mongoTestUrl, tinyNewsroom, type TinyNewsroom } from '../../tests/helpers/tinyNewsroom.ts';
import { newId } from '../domain/ids.ts';
import { rememberReferences } from '../domain/knownReferences.ts';
import { databaseAdapter } from './adapter.ts';
import { claimRevision } from './compareAndSet.ts';
import { writeServerFields } from './fields.ts';
import { isMongo } from './mainRow.ts';
import { releasing } from './publishedRows.ts';
import { withTransientRetry } from './retry.ts';

const collection = 'articles';
const databases = [
  { name: 'SQLite', here: true, options: () => ({}) },
  { name: 'MongoDB', here: mongoTestUrl !== undefined, options: () => ({ databaseUrl: freshMongoUrl() }) },
];

for (const { name, here, options } of databases) {
  describe.skipIf(!here)(name, () => {
    let newsroom: TinyNewsroom;
    let failCommit = false;
    beforeAll(async () => {
      const fail = (): void => {
        if (failCommit) throw new Error('disk full');
      };
      newsroom = await tinyNewsroom({ ...options(), beforeCommit: fail });
      if (isMongo(newsroom.payload.db)) failCommits(newsroom, fail);
    });
    afterAll(() => newsroom.close());

    const create = (data: Record<string, unknown> = {}) => newsroom.payload.create({ collection, data: { title: 'first', ...data }, overrideAccess: true });
    const read = (id: string | number, draft = false) => newsroom.payload.findByID({ collection, id, draft, overrideAccess: true, disableErrors: true });
    const claim = async (id: string, expected?: number) => {
      const req = await newsroom.begin();
      try {
        const claimed = await claimRevision({ payload: newsroom.payload, req, collection, id, expected });
        await commitTransaction(req);
        return claimed;
      } catch (error) {
        await killTransaction(req);
        throw error;
      }
    };

    describe('what a transaction that remembers makes', () => {
      it('is stored as any other, its first version too, and a change in the same transaction is the next revision', async () => {
        const { payload } = newsroom;
        const data = { title: 'first', tags: [{ tag: 'a' }, { tag: 'b' }] };
        const plain = await payload.create({ collection, data, draft: true, overrideAccess: true });
        const req = await newsroom.begin();
        rememberReferences(req.context);
        const { id } = await payload.create({ collection, data, draft: true, req, overrideAccess: true });
        await claimRevision({ payload, req, collection, id: String(id) });
        await payload.update({ collection, id, data: { title: 'second' }, draft: true, req, overrideAccess: true });
        await commitTransaction(req);

        const stored = async (document: string | number) => {
          const { docs } = await payload.findVersions({ collection, where: { parent: { equals: document } }, sort: 'id', overrideAccess: true });
          return [await read(document), ...docs.map(({ version }) => version)].map((one) => withoutOwn(one as Record<string, unknown>));
        };
        const [row, first] = await stored(plain.id);
        expect(await stored(id)).toEqual([
          { ...row, rev: 2 },
          { ...first, rev: 2 },
          { ...first, title: 'second', rev: 2 },
        ]);
      });
    });

    describe('transactions', () => {
      it('what is rolled back is nowhere, the document no more than its version', async () => {
        const { payload } = newsroom;
        const req = await newsroom.begin();
        const doc = await payload.create({ collection, data: { title: 'gone', tags: [{ tag: 'a' }] }, req, overrideAccess: true });
        expect(await payload.findByID({ collection, id: doc.id, req, overrideAccess: true })).toMatchObject({ title: 'gone' });
        expect(await read(doc.id)).toBeNull();
        await killTransaction(req);
        expect(await read(doc.id)).toBeNull();
        const versions = await payload.countVersions({ collection, where: { parent: { equals: doc.id } }, overrideAccess: true });
        expect(versions.totalDocs).toBe(0);
      });

      it('a COMMIT that fails is an error to whoever saved, and nothing of it is written', async () => {
        const id = newId();
        failCommit = true;
        await expect(create({ id, title: 'half' })).rejects.toThrow('Nothing was written');
        failCommit = false;
        expect(await read(id)).toBeNull();
        expect((await newsroom.payload.findVersions({ collection, where: { parent: { equals: id } }, overrideAccess: true })).totalDocs).toBe(0);
        expect(await create({ id, title: 'whole' })).toMatchObject({ title: 'whole' });
      });

      it('committing what was rolled back is an error, and so is writing in it', async () => {
        const { payload } = newsroom;
        const req = await newsroom.begin();
        const transactionID = await req.transactionID;
        await killTransaction(req);
        await expect(payload.db.commitTransaction(transactionID ?? '')).rejects.toThrow('rolled back');
        await expect(payload.db.create({ collection, data: { id: newId(), title: 'stray' }, req: { transactionID } })).rejects.toThrow('rolled back');
        expect((await payload.find({ collection, where: { title: { equals: 'stray' } }, overrideAccess: true })).totalDocs).toBe(0);
      });

      it('many people who save at once all have what was acknowledged', async () => {
        const saved = await Promise.all(Array.from({ length: 12 }, (_, index) => withTransientRetry(() => create({ title: `story ${index}` }))));
        const found = await newsroom.payload.find({ collection, where: { id: { in: saved.map(({ id }) => id) } }, limit: 100, overrideAccess: true });
        expect(found.totalDocs).toBe(12);
      });
    });

    describe('the revision', () => {
      it('starts at 1, and no write but a claim changes it', async () => {
        const { payload } = newsroom;
        const when = new Date().toISOString();
        const forged = { rev: 77, publicFrom: when };
        const doc = await create(forged);
        const { id } = doc;
        const untouched = { rev: 1, publicFrom: null };
        expect(doc).toMatchObject(untouched);
        expect(await payload.update({ collection, id, data: { title: 'a', ...forged }, overrideAccess: true })).toMatchObject({ title: 'a', ...untouched });
        expect(await payload.update({ collection, id, data: { title: 'b', ...forged }, draft: true, overrideAccess: true })).toMatchObject({
          title: 'b',
          ...untouched,
        });
        expect(await payload.update({ collection, id, data: { title: 'c', ...forged }, draft: true, autosave: true, overrideAccess: true })).toMatchObject(
          untouched,
        );
        expect(await payload.update({ collection, id, data: { title: 'd', ...forged }, draft: true, autosave: true, overrideAccess: true })).toMatchObject(
          untouched,
        );
        await payload.update({ collection, where: { id: { equals: id } }, data: forged, overrideAccess: true });
        const req = { context: {} };
        await releasing(req, async () => {
          await payload.db.updateMany({ collection, where: { id: { equals: id } }, data: { ...forged }, req });
          await payload.db.updateOne({ collection, where: { id: { equals: id } }, data: { title: 'e', ...forged }, req });
        });
        expect(await read(id)).toMatchObject({ title: 'e', ...untouched });
        expect(await read(id, true)).toMatchObject(untouched);
      });

      it('is taken once by each of many who claim it, and only by the first who has seen it', async () => {
        const id = String((await create()).id);
        const claims = await Promise.all(Array.from({ length: 8 }, () => withTransientRetry(() => claim(id, 1))));
        expect(claims.filter((one) => 'rev' in one)).toEqual([{ rev: 2 }]);
        expect(claims.filter((one) => 'conflict' in one)).toHaveLength(7);
        expect(await claim(id)).toEqual({ rev: 3 });
        expect(await claim(id, 1)).toEqual({ conflict: 3 });
        await expect(claim(newId())).rejects.toMatchObject({ status: 404 });
      });

      it('is shown by drafts and by an old version that is restored', async () => {
        const { payload } = newsroom;
        const id = String((await create({ title: 'old' })).id);
        await claim(id, 1);
        expect(await read(id, true)).toMatchObject({ rev: 2 });
        await payload.update({ collection, id, data: { title: 'new' }, draft: true, overrideAccess: true });
        const { docs } = await payload.findVersions({ collection, where: { parent: { equals: id } }, sort: 'createdAt', overrideAccess: true });
        await claim(id, 2);
        await payload.restoreVersion({ collection, id: docs[0]?.id ?? '', draft: true, overrideAccess: true });
        expect(await read(id, true)).toMatchObject({ title: 'old', rev: 3 });
        expect(await read(id)).toMatchObject({ rev: 3 });
      });

      it('is given back when the write that claimed it is rolled back', async () => {
        const id = String((await create()).id);
        const req = await newsroom.begin();
        expect(await claimRevision({ payload: newsroom.payload, req, collection, id, expected: 1 })).toEqual({ rev: 2 });
        await killTransaction(req);
        expect(await read(id)).toMatchObject({ rev: 1 });
        await expect(claimRevision({ payload: newsroom.payload, req, collection, id })).rejects.toThrow('without an open transaction');
      });
    });

    it('what the server sets is read as any date is, in documents and in drafts', async () => {
      const { payload } = newsroom;
      const id = String((await create()).id);
      const set = async (publicFrom: Date | string | null): Promise<void> => {
        const req = await newsroom.begin();
        await writeServerFields({ payload, req, collection, id, values: { publicFrom } });
        await commitTransaction(req);
      };
      await set('2026-01-02T03:04:05.000Z');
      for (const draft of [false, true]) expect(await read(id, draft)).toMatchObject({ publicFrom: '2026-01-02T03:04:05.000Z', rev: 1 });
      const found = await payload.find({
        collection,
        where: { and: [{ id: { equals: id } }, { publicFrom: { less_than_equal: '2026-01-02T03:04:05.000Z' } }] },
        overrideAccess: true,
      });
      expect(found.totalDocs).toBe(1);
      await payload.update({ collection, id, data: { title: 'later' }, draft: true, overrideAccess: true });
      expect(await read(id, true)).toMatchObject({ title: 'later', publicFrom: '2026-01-02T03:04:05.000Z' });
      await set(null);
      for (const draft of [false, true]) expect(await read(id, draft)).toMatchObject({ publicFrom: null });
    });

    it('somebody who forgot the password is not kept waiting by a transaction of their own', async () => {
      const { payload } = newsroom;
      const email = `${newId()}@example.org`;
      await payload.create({ collection: 'staff', data: { email, password: 'correct horse' }, overrideAccess: true });
      expect(await payload.forgotPassword({ collection: 'staff', data: { email } })).toEqual(expect.any(String));
      await expect(payload.login({ collection: 'staff', data: { email, password: 'wrong' } })).rejects.toMatchObject({ status: 401 });
      expect(await payload.login({ collection: 'staff', data: { email, password: 'correct horse' } })).toMatchObject({ user: { email } });
    });

    it('localised fields, unique values and ids that are taken behave as an editor expects', async () => {
      const { payload } = newsroom;
      const id = newId();
      const slug = `s-${id}`;
      await payload.create({ collection: 'outlets', data: { id, name: 'Harbour Post', slug }, overrideAccess: true });
      await payload.update({ collection: 'outlets', id, locale: 'fr', data: { name: 'La Poste du Port' }, overrideAccess: true });
      expect(await payload.findByID({ collection: 'outlets', id, locale: 'all', overrideAccess: true })).toMatchObject({
        name: { en: 'Harbour Post', fr: 'La Poste du Port' },
        rev: 1,
      });
      await expect(payload.create({ collection: 'outlets', data: { name: 'Other', slug }, overrideAccess: true })).rejects.toMatchObject({ status: 400 });
      await expect(payload.create({ collection: 'outlets', data: { id, name: 'Other' }, overrideAccess: true })).rejects.toMatchObject({ status: 400 });
    });

    it('a record that is written once cannot be changed or deleted by any door', async () => {
      const { payload } = newsroom;
      const records = 'approvals';
      const { id } = await payload.create({ collection: records, data: { by: 'one' }, overrideAccess: true });
      const where = { id: { equals: id } };
      await expect(payload.update({ collection: records, id, data: { by: 'two' }, overrideAccess: true })).rejects.toMatchObject({ status: 409 });
      await expect(payload.delete({ collection: records, id, overrideAccess: true })).rejects.toMatchObject({ status: 409 });
      await expect(payload.db.updateMany({ collection: records, where, data: { by: 'two' } })).rejects.toMatchObject({ status: 409 });
      await expect(payload.db.upsert({ collection: records, where, data: { by: 'two' } })).rejects.toMatchObject({ status: 409 });
      await expect(payload.db.deleteMany({ collection: records, where })).rejects.toMatchObject({ status: 409 });
      expect(await payload.findByID({ collection: records, id, overrideAccess: true })).toMatchObject({ by: 'one' });
    });
  });
}

it('a hook that writes without req is told so instead of hanging', async () => {
  const newsroom = await tinyNewsroom({
    queueLimit: 50,
    hooks: {
      afterChange: [
        async ({ req }) => {
          await req.payload.create({ collection: 'approvals', data: { by: 'nobody' }, overrideAccess: true });
        },
      ],
    },
  });
  await expect(newsroom.payload.create({ collection, data: { title: 'stuck' }, overrideAccess: true })).rejects.toMatchObject({
    status: 503,
    message: expect.stringContaining('without passing `req`') as string,
  });
  expect((await newsroom.payload.count({ collection, overrideAccess: true })).totalDocs).toBe(0);
  await newsroom.close();
});

it('an address of another kind of database is refused with what to give instead', async () => {
  await expect(databaseAdapter({ databaseUrl: 'postgres://db', dataDir: '/nowhere' })).rejects.toThrow('mongodb://');
});

/** MongoDB's own COMMIT cannot be made to fail from outside, so the session's is. */
function failCommits({ payload }: TinyNewsroom, fail: () => void): void {
  const begin = payload.db.beginTransaction;
  payload.db.beginTransaction = async (...args) => {
    const id = await begin.apply(payload.db, args);
    const session = payload.db.sessions[id ?? ''];
    const commit = session?.commitTransaction.bind(session);
    if (session && commit) {
      session.commitTransaction = async () => {
        fail();
        await commit();
      };
    }
    return id;
  };
}

/** Without its times and the ids of it and of its rows, which are its own. */
function withoutOwn(document: Record<string, unknown>): Record<string, unknown> {
  const tags = (document['tags'] as { tag: string }[]).map(({ tag }) => tag);
  return { ...document, tags, id: undefined, createdAt: typeof document['createdAt'], updatedAt: typeof document['updatedAt'] };
}
