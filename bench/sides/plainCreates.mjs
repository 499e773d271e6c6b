/** Without this file nobody would know what an importer is worth: the same documents, parsed by the same parser, saved by a plain loop of Payload's Local API. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answeredBy } from '../../dist/src/editorial/imports/answered.js';
import { lexicalBody } from '../../dist/src/editorial/imports/lexicalBody.js';
import { readForImport } from '../../dist/src/editorial/imports/readForImport.js';
import { readEnv } from '../../dist/src/env.js';
import { fileIdentity } from '../../dist/src/import/importer.js';
import { createConfig } from '../../dist/src/payload.config.js';
import { openNewsroom } from '../../dist/src/server/openNewsroom.js';

const env = readEnv();
const { payload, close } = await openNewsroom(env, await createConfig(env));
const folder = process.env.BENCH_DOCUMENTS;
const stories = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => {
    const identity = fileIdentity({ realPath: join(folder, name), realFolder: folder }, 'bench');
    return readForImport(readFileSync(join(folder, name)), name, identity, { language: null, date: null }).story;
  });

const create = async (collection, data, more = {}) => (await payload.create({ collection, data, depth: 0, overrideAccess: true, ...more })).id;
const ids = { outlets: new Map(), authors: new Map() };
const kinds = new Map();

const began = performance.now();
for (const story of stories) await save(story);
const milliseconds = performance.now() - began;
await close();
process.send({ milliseconds }, () => process.exit(0));

async function save(story) {
  const excerpts = [];
  const outletsOfExcerpts = [];
  for (const { outlet } of story.excerpts) outletsOfExcerpts.push(await outletOf(outlet, 'source'));
  const authors = [];
  for (const { authors: signed } of story.commentaries) {
    const found = [];
    for (const { name, role } of signed) found.push(await named('authors', name, { name, role }));
    authors.push(found);
  }
  const writtenFor = await outletOf(story.writtenFor, 'organisation');
  const outlets = [];
  for (const name of story.outlets) outlets.push(await outletOf(name, 'website'));
  for (const [index, { leadIn, publishedOn, publishedOnPartial, publishedOnInferred, paragraphs }] of story.excerpts.entries()) {
    const data = { outlet: outletsOfExcerpts[index], publishedOn: publishedOn ?? publishedOnPartial, publishedOnInferred, leadIn, quote: paragraphs };
    excerpts.push(await create('news-excerpts', { ...data, language: story.language }, { draft: true }));
  }
  const answers = answeredBy(story);
  const commentaries = [];
  for (const [index, { body, capacity }] of story.commentaries.entries()) {
    const respondsTo = answers[index].map((part) => excerpts[part]);
    const data = { body: lexicalBody(body), authors: authors[index], capacity, language: story.language, respondsTo };
    commentaries.push(await create('commentaries', data, { draft: true }));
  }
  const { title, language } = story;
  await create('articles', { title, language, outlets, writtenFor, storyDate: null, notes: null, excerpts, commentaries }, { draft: true });
}

async function outletOf(name, kind) {
  if (name === null) return null;
  const id = await named('outlets', name, { name, kinds: [kind] });
  const known = kinds.get(id) ?? [kind];
  kinds.set(id, known);
  if (!known.includes(kind)) {
    known.push(kind);
    await payload.update({ collection: 'outlets', id, data: { kinds: known }, depth: 0, overrideAccess: true });
  }
  return id;
}

/** Found by the name as printed, without its article, and made when it is new. */
async function named(collection, name, data) {
  const key = name.toLowerCase().replace(/^the /, '');
  const known = ids[collection].get(key);
  if (known !== undefined) return known;
  const made = await create(collection, data, { locale: 'en' });
  ids[collection].set(key, made);
  return made;
}
