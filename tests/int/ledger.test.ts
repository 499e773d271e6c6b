/** What the ledger promises to whoever appends to it and reads it, on the database that this run tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDigest } from '../../src/domain/digest.ts';
import type { LedgerEntry } from '../../src/domain/entries.ts';
import { newId } from '../../src/domain/ids.ts';
import { RevisionTaken, type NewEntry } from '../../src/ledger/ledger.ts';
import { headOf, placeOf } from '../../src/ledger/link.ts';
import { rowsOf } from '../../src/ledger/openLedger.ts';
import { anEdition, anEntitlement, aRelease, ledgerNewsroom, type LedgerNewsroom } from '../ledger/newsroom.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let newsroom: LedgerNewsroom;
beforeAll(async () => {
  newsroom = await ledgerNewsroom();
});
afterAll(() => newsroom.close());

const all = async () => newsroom.ledger.after(0, 10_000);
const append = async (...entries: NewEntry[]) => newsroom.ledger.append(entries);

describe('appending', () => {
  it('begins with nothing, and says so', async () => {
    expect(await newsroom.ledger.head()).toEqual({ seq: 0, hash: null, at: null, signature: null });
    expect(await all()).toEqual([]);
    expect(await append()).toEqual([]);
  });

  it('numbers entries from 1 without a gap, each linked to the one before', async () => {
    const story = newId();
    const appended = await append(anEdition({ articleId: story }), aRelease(story), anEntitlement());
    await append(anEdition());
    const entries = await all();
    expect(entries.map(({ header }) => header.seq)).toEqual([1, 2, 3, 4]);
    expect(entries.slice(0, 3)).toEqual(appended);
    expect(entries.map(({ header }) => header.previous)).toEqual([null, ...entries.slice(0, 3).map(({ header }) => placeOf(header).hash)]);
    expect(await newsroom.ledger.head()).toEqual(headOf(entries.at(-1)));
    expect(await newsroom.ledger.after(1, 2)).toEqual(entries.slice(1, 3));
  });

  it('carries the digest of its content, and keeps the content as it was, whatever the language', async () => {
    const title = 'الميناء — «Причал», l’été 𝒜 "quoted"\\ \u2028';
    const [entry] = await append(anEdition({}, { title, summary: '' }));
    const [stored] = (await all()).slice(-1);
    expect(stored).toEqual(entry);
    expect(stored).toMatchObject({ content: { title, summary: '' }, header: { contentDigest: contentDigest(entry?.content) } });
    const [withdrawn] = await append(anEdition({ kind: 'withdrawn', notice: 'Taken back.' }, null));
    expect(withdrawn).toMatchObject({ content: null, header: { contentDigest: contentDigest(null) } });
    const [contract] = await append(anEntitlement({ from: 1e21, ratio: 0.1, whole: 3_000_000_000, none: null, nested: { 'a.b': [1, '$x'] } }));
    expect((await all()).at(-1)).toEqual(contract);
  });

  it('never lets the time go backwards', async () => {
    const [first] = await append(anEdition({ at: '2026-05-01T12:00:00.000Z' }));
    const [early, late] = await append(anEdition({ at: '2026-05-01T11:59:59.999Z' }), anEdition({ at: '2026-05-01T12:00:00.001Z' }));
    expect([first, early, late].map((entry) => entry?.header.at)).toEqual(['2026-05-01T12:00:00.000Z', '2026-05-01T12:00:00.000Z', '2026-05-01T12:00:00.001Z']);
  });

  it('enters nothing twice: a source that is there is left out, the others are taken', async () => {
    const [one, two] = [anEdition(), anEdition()];
    const [first] = await append(one);
    const again = await append(one, two, two);
    expect(again.map(({ header }) => header.type === 'edition' && header.articleId)).toEqual([two.header.articleId]);
    const seqOf = await newsroom.ledger.seqOf([one.source, two.source, 'publication:unknown']);
    expect(seqOf).toEqual(
      new Map([
        [one.source, first?.header.seq],
        [two.source, again[0]?.header.seq],
      ]),
    );
  });

  it('refuses a revision that a story has already, and then takes none of the batch', async () => {
    const articleId = newId();
    await append(anEdition({ articleId }));
    const before = await newsroom.ledger.head();
    await expect(append(anEdition(), anEdition({ articleId }))).rejects.toBeInstanceOf(RevisionTaken);
    const other = newId();
    await expect(append(anEdition({ articleId: other }), anEdition({ articleId: other }))).rejects.toBeInstanceOf(RevisionTaken);
    await expect(append(anEdition(), anEdition({}, { title: '\ud800' }))).rejects.toThrow();
    expect(await newsroom.ledger.head()).toEqual(before);
    expect(await append(aRelease(articleId), aRelease(articleId), anEdition({ articleId, revision: 2 }))).toHaveLength(3);
  });

  it('finds the newest edition of each story that has one', async () => {
    const [a, b] = [newId(), newId()];
    await append(anEdition({ articleId: a }), anEdition({ articleId: b }), anEdition({ articleId: a, revision: 2, kind: 'updated' }), aRelease(a, 2));
    const newest = await newsroom.ledger.newestEditions([a, b, newId()]);
    expect([...newest.keys()].sort()).toEqual([a, b].sort());
    expect(newest.get(a)?.header).toMatchObject({ revision: 2, kind: 'updated' });
    expect(newest.get(b)).toMatchObject({ header: { revision: 1 }, content: { id: b } });
  });
});

describe('many at once', () => {
  it('writers who do not know of each other lose nothing, double nothing and leave no gap', async () => {
    const second = await ledgerNewsroom(newsroom);
    try {
      const before = (await newsroom.ledger.head()).seq;
      const nodes = [newsroom.node(), newsroom.node(), newsroom.node(), second, second.node()];
      const shared = Array.from({ length: 6 }, () => anEdition());
      const own = nodes.map(() => Array.from({ length: 6 }, () => anEdition()));
      await Promise.all(
        nodes.flatMap(({ ledger }, index) => [
          ...(own[index] ?? []).map((entry) => ledger.append([entry])),
          ledger.append(shared),
          ...shared.map((entry) => ledger.append([entry])),
        ]),
      );
      const entries = await newsroom.ledger.after(before, 10_000);
      const sources = [...shared, ...own.flat()].map(({ source }) => source);
      expect(entries).toHaveLength(sources.length);
      expect((await second.ledger.seqOf(sources)).size).toBe(sources.length);
      entries.forEach(({ header }, index) => {
        expect(header.seq).toBe(before + 1 + index);
        if (index > 0) expect(header.previous).toBe(placeOf(entries[index - 1]?.header ?? header).hash);
      });
    } finally {
      await second.close();
    }
  });

  it('of two who bring the same revision one is told', async () => {
    const articleId = newId();
    const outcomes = await Promise.allSettled(
      [newsroom.node(), newsroom.node(), newsroom.node()].map(({ ledger }) => ledger.append([anEdition({ articleId })])),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(RevisionTaken);
  });
});

describe('taking a killed story out', () => {
  it('removes the text of all its editions, and nothing else', async () => {
    const articleId = newId();
    const text = `words-that-must-go-${newId()}`;
    await append(anEdition({ articleId }, { title: text }), anEdition({ articleId, revision: 2 }, { summary: text }), anEdition());
    await expect(newsroom.ledger.redact(articleId)).rejects.toMatchObject({ status: 409 });
    expect(JSON.stringify(await all())).toContain(text);
    await append(anEdition({ articleId, revision: 3, kind: 'killed' }, null));
    const before = await all();
    await newsroom.ledger.redact(articleId);
    const after = await all();
    expect(after).toEqual(
      before.map((entry) => (entry.header.type === 'edition' && entry.header.articleId === articleId ? { ...entry, content: null } : entry)),
    );
    expect(JSON.stringify(after)).not.toContain(text);
    await newsroom.ledger.redact(articleId);
  });

  it('leaves no trace of it in the files of SQLite', async ({ skip }) => {
    if (newsroom.databaseUrl !== undefined) skip();
    const articleId = newId();
    const text = `words-that-stood-on-the-disk-${newId()}`;
    const onDisk = () => readdirSync(newsroom.dataDir).filter((name) => readFileSync(join(newsroom.dataDir, name)).includes(text));
    await append(anEdition({ articleId }, { title: text, summary: `${text} `.repeat(2_000) }));
    expect(onDisk()).not.toEqual([]);
    await append(anEdition({ articleId, revision: 2, kind: 'killed' }, null));
    await newsroom.ledger.redact(articleId);
    expect(onDisk()).toEqual([]);
  });

  it('can no more be done through Payload than any other change', async () => {
    const { payload } = newsroom;
    const { docs } = await payload.find({ collection: 'ledger', limit: 1, sort: 'seq', overrideAccess: true });
    const id = docs[0]?.id ?? '';
    const where = { id: { equals: id } };
    const collection = 'ledger';
    await expect(payload.update({ collection, id, data: { content: null }, overrideAccess: true })).rejects.toMatchObject({ status: 409 });
    await expect(payload.delete({ collection, id, overrideAccess: true })).rejects.toMatchObject({ status: 409 });
    await expect(payload.db.updateMany({ collection, where, data: { content: null } })).rejects.toMatchObject({ status: 409 });
    await expect(payload.db.deleteMany({ collection, where })).rejects.toMatchObject({ status: 409 });
    for (const name of ['updateOne', 'deleteMany'] as const)
      await expect(
        name === 'updateOne'
          ? payload.db.updateOne({ collection: 'signing-keys', id, data: { number: 9 } })
          : payload.db.deleteMany({ collection: 'signing-keys', where }),
      ).rejects.toMatchObject({ status: 409 });
    expect(docs[0]).toMatchObject({ seq: 1, type: 'edition', header: { seq: 1 }, content: { title: 'The quay, reopened' } });
  });
});

it('a reader is told of a hole, and is not led past it', async () => {
  const rows = rowsOf(newsroom.payload);
  const { seq } = await newsroom.ledger.head();
  const hole = anEdition();
  const [row] = await append(hole);
  if (row === undefined) throw new Error('nothing was appended');
  const entry = { ...row, header: { ...row.header, seq: seq + 3 } } as LedgerEntry;
  await rows.insert([{ source: newId(), onlyOnce: newId(), entry, headerText: JSON.stringify(entry.header), contentText: JSON.stringify(entry.content) }]);
  await expect(newsroom.ledger.after(seq, 10)).rejects.toThrow(`Entry ${seq + 2} of the ledger is missing`);
  expect(await newsroom.ledger.after(seq, 1)).toHaveLength(1);
});
