/** Without this file both sides would run in different processes: approves and publishes new stories, by transitions or by the Local API alone, and tells how long it took. */
import { assembleContent } from '../../dist/src/editorial/assemble/content.js';
import { gatherStory } from '../../dist/src/editorial/gather.js';
import { inTransaction, runTransition } from '../../dist/src/editorial/runTransition.js';
import { readEnv } from '../../dist/src/env.js';
import { createConfig } from '../../dist/src/payload.config.js';
import { openNewsroom } from '../../dist/src/server/openNewsroom.js';
import { draftStory, firstOf } from '../seed/drafts.mjs';

const env = readEnv();
const { payload, desk, close } = await openNewsroom(env, await createConfig(env));
const [user] = (await payload.find({ collection: 'users', limit: 1, depth: 0, overrideAccess: true })).docs;
const [outlet, author, topic] = [await firstOf(payload, 'outlets'), await firstOf(payload, 'authors'), await firstOf(payload, 'topics')];
const sides = { transitions, bare };
let written = 200_000;

process.on('message', async ({ side, stories }) => {
  const prepared = [];
  while (prepared.length < stories) prepared.push(await inReview());
  const began = performance.now();
  for (const story of prepared) await sides[side](story);
  process.send({ milliseconds: performance.now() - began });
});
process.once('disconnect', () => void close().then(() => process.exit(0)));

async function transitions({ article }) {
  for (const transition of ['approve', 'publish']) await runTransition(desk, { transition, article, user: { ...user, collection: 'users' } });
}

async function bare({ article, documents, content, carried, workflow, slug }) {
  const step = { article, from: { work: 'in_review', publication: 'none' }, to: { work: 'approved', publication: 'none' }, by: { user: user.id } };
  const at = new Date().toISOString();
  let approval;
  await inTransaction(desk, null, async (req) => {
    const { create, update } = local(req);
    approval = (await create('approvals', { article, content, contentDigest: 'sha-256:', documents, by: { user: user.id }, at })).id;
    await update('workflow', workflow, { work: 'approved', approval, changedAt: at });
    await create('transitions', { ...step, transition: 'approve', at });
    for (const one of carried) await create('carriages', { article, ...one, releaseAt: null });
  });
  await inTransaction(desk, null, async (req) => {
    const { create, update } = local(req);
    await create('publications', { article, number: 1, approval, kind: 'published', by: { user: user.id }, at, firstPublishedAt: at, backfill: false });
    await update('slugs', slug, { published: true });
    for (const { collection, data } of documents) await update(collection, data.id, textOf(data));
    await update('workflow', workflow, { work: 'draft', publication: 'live', approval: null, published: approval, number: 1, changedAt: at });
    await create('transitions', { ...step, transition: 'publish', at });
  });
}

/** The Local API within `req`, answering with as little as it can. */
function local(req) {
  const given = { depth: 0, overrideAccess: true, req };
  return {
    create: (collection, data) => payload.create({ collection, data, ...given }),
    update: (collection, id, data) => payload.update({ collection, id, data, ...given }),
  };
}

/** A new story that waits for its approval, and what the bare side needs to know of it. */
async function inReview() {
  written += 1;
  const { article, excerpt, commentary } = await draftStory(payload, written, { outlet, author, topic });
  await runTransition(desk, { transition: 'submit', article, system: 'samples' });
  return inTransaction(desk, null, async (req) => {
    const story = await gatherStory(req, article);
    const row = async (collection) =>
      (await payload.find({ collection, where: { article: { equals: article } }, limit: 1, req, overrideAccess: true })).docs[0].id;
    const ids = { articles: [article], 'news-excerpts': [excerpt], commentaries: [commentary], outlets: [outlet], authors: [author], topics: [topic] };
    return {
      article,
      documents: [story.article, ...story.excerpts, ...story.commentaries],
      content: assembleContent(story, env.defaultLanguage),
      carried: Object.entries(ids).flatMap(([collection, documents]) => documents.map((document) => ({ collection, document }))),
      workflow: await row('workflow'),
      slug: await row('slugs'),
    };
  });
}

/** What a client of the Local API would write of a document. */
function textOf({ id: _id, rev: _rev, publicFrom: _from, createdAt: _made, updatedAt: _changed, ...text }) {
  return text;
}
