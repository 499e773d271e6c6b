/** Without this file a proof could only look at what it already knows of: everything a newsroom holds, read through its API. */
import type { Approval } from '../../src/editorial/approval.ts';
import type { ApprovalRow, CarriageRow, PublicationRow, Records, SlugRow, WorkflowRow } from '../../src/editorial/records.ts';
import type { Caller, Doc } from './staff.ts';

export const DRAFTED = ['articles', 'news-excerpts', 'commentaries'] as const;
export const PLAIN = ['outlets', 'authors', 'topics', 'media'] as const;
export type Drafted = (typeof DRAFTED)[number];

export interface Version {
  id: string;
  parent: string;
  latest?: boolean;
  version: Doc;
}

export interface Snapshot {
  /** As readers see them, by collection. */
  shown: ReadonlyMap<string, Doc[]>;
  /** As editors see them, by collection. */
  newest: ReadonlyMap<string, Doc[]>;
  versions: ReadonlyMap<string, Version[]>;
  workflow: WorkflowRow[];
  approvals: (ApprovalRow & Approval)[];
  publications: PublicationRow[];
  /** Oldest first. */
  transitions: Records['transitions'][];
  cascades: Records['cascades'][];
  carriages: CarriageRow[];
  slugs: SlugRow[];
}

/** Reads everything; nothing may be written meanwhile. */
export async function snapshotOf(staff: Caller): Promise<Snapshot> {
  const shown = new Map<string, Doc[]>();
  const newest = new Map<string, Doc[]>();
  const versions = new Map<string, Version[]>();
  for (const collection of [...DRAFTED, ...PLAIN]) shown.set(collection, await all<Doc>(staff, collection));
  for (const collection of DRAFTED) {
    newest.set(collection, await all<Doc>(staff, collection, 'draft=true'));
    const stored = await all<Version>(staff, `${collection}/versions`);
    // A version is kept without its document's id, and at each reading another one is made up for it.
    versions.set(
      collection,
      stored.map((one) => ({ ...one, version: { ...one.version, id: one.parent } })),
    );
  }
  return {
    shown,
    newest,
    versions,
    workflow: await all(staff, 'workflow'),
    approvals: await all(staff, 'approvals'),
    publications: await all(staff, 'publications'),
    transitions: await all(staff, 'transitions'),
    cascades: await all(staff, 'cascades'),
    carriages: await all(staff, 'carriages'),
    slugs: await all(staff, 'slugs'),
  };
}

/** Every document below `/api/{path}`, in the order of their ids. */
export async function all<Stored>(staff: Caller, path: string, query = ''): Promise<Stored[]> {
  const found: Stored[] = [];
  for (let page = 1, last = false; !last; page += 1) {
    const { status, body } = await staff.send<{ docs: Stored[]; hasNextPage: boolean }>('GET', `/api/${path}?depth=0&limit=100&sort=id&page=${page}&${query}`);
    if (status !== 200) throw new Error(`${path} was answered with ${status}: ${JSON.stringify(body)}`);
    found.push(...body.docs);
    last = !body.hasNextPage;
  }
  return found;
}
