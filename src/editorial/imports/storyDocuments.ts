/** Writes an imported document as drafts: a story, the reports it quotes and the comments that answer them. */
import type { PayloadRequest } from 'payload';
import { knownReferences } from '../../domain/knownReferences.ts';
import type { ImportRow } from '../records.ts';
import { answeredBy } from './answered.ts';
import { nameOf, type ImportedDocument, type Origin } from './importedDocument.ts';
import { lexicalBody } from './lexicalBody.ts';
import type { StoryNames } from './storyNames.ts';

type Revisions = ImportRow['revisions'];
type Drafted = Revisions[number]['collection'];

export interface StoryDraft {
  document: ImportedDocument;
  names: StoryNames;
  notes: string | null;
  /** The slug that a new story is to have; null lets its title decide. */
  slug: string | null;
  /** The picture at the top of the story. */
  heroImage: string | null;
  at: Date;
  /** The story beside which this newer text is kept. */
  besides?: string;
}

/**
 * Saves `draft` through Payload, in the transaction of `req`: over the documents of an earlier import whose revisions are given as `earlier`,
 * or as new ones. A part that the document no longer has is let go of by the story and stays as a draft.
 * @returns the story's id and the revision of everything that the story now holds.
 */
export async function saveDraft(req: PayloadRequest, draft: StoryDraft, earlier: Revisions = []): Promise<{ article: string; revisions: Revisions }> {
  const before = (collection: Drafted): Revisions => earlier.filter((one) => one.collection === collection);
  const { story } = draft.document;
  const excerpts: Revisions = [];
  for (const [index, data] of excerptsOf(draft).entries()) {
    excerpts.push(await save(req, 'news-excerpts', data, draft, before('news-excerpts')[index]));
  }
  const answered = answeredBy(story).map((parts) => parts.flatMap((part) => excerpts[part]?.id ?? []));
  const commentaries: Revisions = [];
  for (const [index, data] of commentariesOf(draft).entries()) {
    commentaries.push(await save(req, 'commentaries', { ...data, respondsTo: answered[index] }, draft, before('commentaries')[index]));
  }
  const parts = { excerpts: excerpts.map(({ id }) => id), commentaries: commentaries.map(({ id }) => id) };
  const [over] = before('articles');
  const picture = over === undefined && draft.heroImage === null ? {} : { heroImage: draft.heroImage };
  const article = await save(req, 'articles', { ...articleOf(draft), ...picture, ...parts }, draft, over);
  return { article: article.id, revisions: [article, ...excerpts, ...commentaries] };
}

function excerptsOf({ document: { story }, names }: StoryDraft): Record<string, unknown>[] {
  return story.excerpts.map(({ leadIn, publishedOn, publishedOnPartial, publishedOnInferred, paragraphs }, index) => ({
    outlet: names.sources[index] ?? null,
    publishedOn: publishedOn ?? publishedOnPartial,
    publishedOnInferred,
    leadIn,
    quote: paragraphs,
    language: story.language,
  }));
}

function commentariesOf({ document: { story }, names }: StoryDraft): Record<string, unknown>[] {
  return story.commentaries.map(({ body, capacity }, index) => ({
    body: lexicalBody(body),
    authors: names.authors[index] ?? [],
    capacity,
    language: story.language,
  }));
}

function articleOf({ document: { identity, story, date }, names, notes, slug }: StoryDraft): Record<string, unknown> {
  return {
    title: story.title ?? nameOf(identity),
    language: story.language,
    outlets: names.sites,
    writtenFor: names.writtenFor,
    storyDate: date,
    notes,
    ...(slug === null ? {} : { slug }),
  };
}

async function save(
  req: PayloadRequest,
  collection: Drafted,
  data: Record<string, unknown>,
  draft: StoryDraft,
  earlier?: Revisions[number],
): Promise<Revisions[number]> {
  const rev = (earlier?.rev ?? 0) + 1;
  const whole = { ...data, origin: originOf(draft, rev) };
  const options = { collection, data: whole, draft: true as const, depth: 0, overrideAccess: true, req };
  const saved = earlier === undefined ? await req.payload.create(options) : await req.payload.update({ ...options, id: earlier.id });
  knownReferences(req.context)?.add(collection, String(saved.id));
  return { collection, id: String(saved.id), rev };
}

function originOf({ document: { identity, digest }, at, besides }: StoryDraft, rev: number): Origin {
  return { source: identity.source, path: identity.path, digest, importedAt: at.toISOString(), rev, ...(besides === undefined ? {} : { besides }) };
}
