/** Reading and writing the newsroom's records without Payload's hooks: they are facts, and nothing about them is for a client to decide. */
import type { PayloadRequest, Where } from 'payload';
import { newId } from '../domain/ids.ts';
import type { Actor } from './desk.ts';
import type { Publication, Work } from './stages.ts';

export interface WorkflowRow {
  id: string;
  article: string;
  work: Work;
  publication: Publication;
  /** The approval that publishing would take. */
  approval?: string | null;
  /** The approval that is, or last was, out. */
  published?: string | null;
  /** Number of the newest publication; 0 before the first. */
  number: number;
  firstPublishedAt?: string | null;
  scheduledFor?: string | null;
  /** When readers may see what is live: now, or the end of the embargo. */
  releaseAt?: string | null;
  /** Set while parts of a live story wait for the end of its embargo. */
  releaseDue?: string | null;
  lastEditedBy?: string | null;
  changedAt?: string | null;
  /** The node that has the due story in hand, and until when; another one may take it afterwards. */
  leaseOwner?: string | null;
  leaseUntil?: string | null;
  /** Before this time what failed is not tried again. */
  nextAttemptAt?: string | null;
  problem?: DueProblem | null;
}

/** Why a story could not go out at its time; shown to the desk. */
export interface DueProblem {
  /** The problem's stable name, `failed` for what is not of anybody's making. */
  slug: string;
  detail: string;
  at: string;
  /** How often it was tried. */
  attempts: number;
  nextAttemptAt: string;
}

export interface ApprovalRow {
  id: string;
  article: string;
  content: unknown;
  contentDigest: string;
  documents: unknown;
  by: Actor;
  at: string;
}

export interface PublicationRow {
  id: string;
  article: string;
  number: number;
  approval: string | null;
  kind: 'published' | 'updated' | 'corrected' | 'withdrawn' | 'killed';
  notice: string | null;
  by: Actor;
  at: string;
  embargoUntil: string | null;
  firstPublishedAt: string | null;
  backfill: boolean;
}

export interface SlugRow {
  id: string;
  language: string;
  slug: string;
  article: string;
  published: boolean;
}

export interface CarriageRow {
  id: string;
  article: string;
  collection: string;
  document: string;
  /** When the story lets readers see the document; null when the story carries it no longer. */
  releaseAt: string | null;
}

/** An imported document. `number` 1 is its story; each higher one a newer text that was kept beside an edited or published story. */
export interface ImportRow {
  id: string;
  /** The document's identity (DESIGN section 4). */
  key: string;
  number: number;
  article: string;
  /** Of the text as it was last imported. */
  digest: string;
  /** What it was read with, apart from its text. */
  reading: { language: string; date: string | null; images?: string[] };
  /** The revisions that the import left, by collection and id: another one means that somebody has edited since. */
  revisions: { collection: 'articles' | 'news-excerpts' | 'commentaries'; id: string; rev: number }[];
  at: string;
}

/** Where a story stood on the site it was imported from. */
export interface RedirectRow {
  id: string;
  host: string;
  /** With its query. */
  path: string;
  article: string;
}

/** What is still to be done for a picture, after the transaction that caused it. */
export interface PictureTaskRow {
  id: string;
  task: 'render' | 'remove';
  picture: string;
  /** The files to remove. */
  files: readonly string[];
  /** Not before; while a node holds the task, when it may be taken from that node. */
  dueAt: string;
  owner: string | null;
  attempts: number;
  /** Why the last attempt failed; for whoever looks after the newsroom. */
  problem: string | null;
}

/** What the ledger still has to be told. */
export interface LedgerTaskRow {
  id: string;
  task: 'publication' | 'release' | 'cascade';
  /** The publication or the cascade that it is about. */
  subject: string;
  /** Of a publication and of a release. */
  article: string | null;
  /** Not before: the end of the embargo, or of the pause after a failure. */
  dueAt: string;
  /** Of a cascade: the last story, in the order of their ids, that certainly has its new edition. */
  reached: string | null;
  attempts: number;
  /** Why the last attempt failed; for whoever looks after the newsroom. */
  problem: string | null;
}

export interface LeaseRow {
  id: string;
  name: string;
  owner: string | null;
  heldUntil: string | null;
}

export interface Records {
  workflow: WorkflowRow;
  approvals: ApprovalRow;
  publications: PublicationRow;
  transitions: {
    id: string;
    article: string;
    transition: string;
    from: unknown;
    to: unknown;
    by: Actor;
    at: string;
    reason: string | null;
    notice: string | null;
    /** Of `schedule`: when the story is to go out. */
    scheduledFor: string | null;
  };
  cascades: { id: string; collection: string; document: string; by: Actor; at: string };
  slugs: SlugRow;
  carriages: CarriageRow;
  imports: ImportRow;
  redirects: RedirectRow;
  'picture-tasks': PictureTaskRow;
  'ledger-tasks': LedgerTaskRow;
  leases: LeaseRow;
}

/** The kinds that are not insert-only. */
type Changeable = 'workflow' | 'slugs' | 'carriages' | 'imports' | 'redirects' | 'picture-tasks' | 'ledger-tasks' | 'leases';

/** Every record of `kind` that `where` finds, in `sort` order. */
export async function recordsWhere<Kind extends keyof Records>(
  req: PayloadRequest,
  kind: Kind,
  where: Where,
  options: { sort?: string; limit?: number } = {},
): Promise<Records[Kind][]> {
  const { docs } = await req.payload.db.find<Records[Kind]>({ collection: kind, where, limit: options.limit ?? 0, pagination: false, sort: options.sort, req });
  return docs;
}

/** Writes a new record; its id grows with time. */
export async function insertRecord<Kind extends keyof Records>(req: PayloadRequest, kind: Kind, record: Omit<Records[Kind], 'id'>): Promise<string> {
  const id = newId();
  await req.payload.db.create({ collection: kind, data: { ...record, id }, req, returning: false });
  return id;
}

/** Changes a record of the kinds that are not insert-only. */
export async function changeRecord<Kind extends Changeable>(req: PayloadRequest, kind: Kind, id: string, change: Partial<Records[Kind]>): Promise<void> {
  await req.payload.db.updateOne({ collection: kind, id, data: change, req });
}

/** Removes records of the kinds that are not insert-only. */
export async function removeRecords(req: PayloadRequest, kind: Changeable, where: Where): Promise<void> {
  await req.payload.db.deleteMany({ collection: kind, where, req });
}
