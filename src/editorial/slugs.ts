/** A story's address is a promise: nobody else gets it while the story holds it, and never once it was out. */
import type { PayloadRequest } from 'payload';
import { ValidationError } from 'payload';
import { canonicalLanguage } from '../domain/language.ts';
import type { EditionContent } from '../domain/edition.ts';
import { slugFrom } from '../domain/slug.ts';
import { changeRecord, insertRecord, recordsWhere, removeRecords, type SlugRow } from './records.ts';
import { oneAtATime } from './oneAtATime.ts';
import type { SlugRequest } from './services.ts';

const MAX_TRIES = 1000;

/**
 * Reserves the slug that was asked for, or a free one made from the title, and frees what the story's draft no longer holds.
 * @throws {ValidationError} naming `slug` when another story has, or ever published under, the one that was asked for.
 */
export async function reserveSlug(req: PayloadRequest, request: SlugRequest): Promise<string> {
  // Stories that are saved at the same time in one transaction, as an import does, must not find the same slug free.
  const transaction = String((await req.transactionID) ?? request.article);
  return oneAtATime(`${transaction} ${request.asked || slugFrom(request.title, 'story')}`, () => reserve(req, request));
}

async function reserve(req: PayloadRequest, request: SlugRequest): Promise<string> {
  const language = canonicalLanguage(request.language) ?? request.language;
  const own = await recordsWhere(req, 'slugs', { article: { equals: request.article } });
  const slug = request.asked ? await askedSlug(req, request.asked, language, request.article) : await freeSlug(req, request, language);
  const holds = (row: SlugRow): boolean => row.language === language && row.slug === slug;
  if (!own.some(holds)) await insertRecord(req, 'slugs', { language, slug, article: request.article, published: false });
  const dropped = own.filter((row) => !holds(row) && !row.published);
  if (dropped.length > 0) {
    const approved = await approvedSlug(req, request.article);
    const free = dropped.filter((row) => row.slug !== approved).map((row) => row.id);
    await removeRecords(req, 'slugs', { id: { in: free } });
  }
  return slug;
}

/** Keeps the published story's slug for good; one that an earlier draft dropped and nobody took is taken again. */
export async function keepSlug(req: PayloadRequest, article: string, language: string, slug: string): Promise<void> {
  const [row] = await recordsWhere(req, 'slugs', { and: [{ language: { equals: language } }, { slug: { equals: slug } }] }, { limit: 1 });
  if (row === undefined) await insertRecord(req, 'slugs', { language, slug, article, published: true });
  else if (row.article === article && !row.published) await changeRecord(req, 'slugs', row.id, { published: true });
}

async function slugHolder(req: PayloadRequest, language: string, slug: string): Promise<string | null> {
  const [row] = await recordsWhere(req, 'slugs', { and: [{ language: { equals: language } }, { slug: { equals: slug } }] }, { limit: 1 });
  return row?.article ?? null;
}

/** What is approved goes out under the address it was approved with, even if the draft on top already holds another. */
async function approvedSlug(req: PayloadRequest, article: string): Promise<string | null> {
  const [row] = await recordsWhere(req, 'workflow', { article: { equals: article } }, { limit: 1 });
  if (!row?.approval) return null;
  const [approval] = await recordsWhere(req, 'approvals', { id: { equals: row.approval } }, { limit: 1 });
  return (approval?.content as EditionContent | undefined)?.slug ?? null;
}

async function askedSlug(req: PayloadRequest, asked: string, language: string, article: string): Promise<string> {
  const slug = asked.normalize('NFC');
  const holder = await slugHolder(req, language, slug);
  if (holder !== null && holder !== article) {
    throw new ValidationError({
      collection: 'articles',
      id: article,
      errors: [{ path: 'slug', message: `Another story in this language has, or had, the address "${slug}". Choose another, or leave it empty.` }],
      req,
    });
  }
  return slug;
}

async function freeSlug(req: PayloadRequest, request: SlugRequest, language: string): Promise<string> {
  const base = slugFrom(request.title, 'story');
  for (let number = 1; number < MAX_TRIES; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    const holder = await slugHolder(req, language, slug);
    if (holder === null || holder === request.article) return slug;
  }
  return `${base}-${request.article.slice(-12)}`;
}
