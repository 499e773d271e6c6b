/** Without this file each component would speak to the server in its own way, and each would forget another failure. */
import type { ProblemPart } from '../errors.ts';
import type { Stage, TransitionName } from '../editorial/stages.ts';

/** The part of a story that the panel needs of an answer. */
export interface MovedStory extends Stage {
  id: string;
  updatedAt: string;
}

/** What the server answered to a step; `unreachable` when there was no answer. */
export type Answer = { story: MovedStory } | { refusal: Refusal } | 'unreachable';

export interface Refusal {
  status: number;
  slug: string;
  detail: string;
  parts: readonly ProblemPart[];
}

/** A row of `workflow`, as far as the panel shows it. */
export interface Standing extends Stage {
  changedAt?: string | null;
  releaseAt?: string | null;
  scheduledFor?: string | null;
  /** Why it could not go out at its time. */
  problem?: { detail: string } | null;
}

/** A row of `transitions`. */
export interface TakenStep {
  id: string;
  transition: TransitionName;
  by: { user?: string; system?: 'samples' | 'schedule' | 'cascade' };
  at: string;
  reason?: string | null;
  notice?: string | null;
  scheduledFor?: string | null;
}

export interface StepRequest {
  transition: TransitionName;
  /** The revision that the editor has before them; another one is refused. */
  rev: number | null;
  words: { reason?: string; notice?: string; at?: string };
}

/** Asks for a step of the story `id`. */
export async function askForStep(api: string, id: string, { transition, rev, words }: StepRequest): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json', ...(rev === null ? {} : { 'If-Match': `"${rev}"` }) };
  try {
    const response = await fetch(`${api}/articles/${id}/${transition}`, { method: 'POST', credentials: 'include', headers, body: JSON.stringify(words) });
    const body = (await response.json()) as unknown;
    return response.ok ? { story: body as MovedStory } : { refusal: refusalIn(response.status, body) };
  } catch {
    return 'unreachable';
  }
}

/** Where the story stands now; null when that cannot be told. */
export async function standingOf(api: string, id: string): Promise<Standing | null> {
  const [row] = await rowsOf<Standing>(`${api}/workflow?limit=1&depth=0&where[article][equals]=${id}`);
  return row ?? null;
}

/** The steps that the story has taken, newest first. */
export function stepsOf(api: string, id: string): Promise<TakenStep[]> {
  return rowsOf<TakenStep>(`${api}/transitions?limit=50&depth=0&sort=-at&where[article][equals]=${id}`);
}

/** The names of colleagues, by their ids; whoever may not be seen is left out. */
export async function namesOf(api: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const users = await rowsOf<{ id: string; name?: string | null; email?: string }>(`${api}/users?limit=50&depth=0&where[id][in]=${ids.join(',')}`);
  return new Map(users.flatMap(({ id, name, email }) => (name || email ? [[id, name || email || ''] as const] : [])));
}

/** How far the formats of a picture have come. */
export type PictureProgress = 'pending' | 'ready' | 'failed';

/** What is known of the files of the picture `id` now; null when that cannot be told. */
export async function pictureStateOf(api: string, id: string): Promise<PictureProgress | null> {
  const [row] = await rowsOf<{ renditionState?: PictureProgress | null }>(`${api}/media?limit=1&depth=0&select[renditionState]=true&where[id][equals]=${id}`);
  return row?.renditionState ?? null;
}

/** What came of looking for the quotes of the excerpts `ids` in their sources. */
export async function verificationsOf(api: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const query = `draft=true&limit=100&depth=0&select[verification]=true&where[id][in]=${ids.join(',')}`;
  const excerpts = await rowsOf<{ id: string; verification?: string | null }>(`${api}/news-excerpts?${query}`);
  return new Map(excerpts.map(({ id, verification }) => [id, verification ?? 'unverified']));
}

async function rowsOf<Row>(address: string): Promise<Row[]> {
  try {
    const response = await fetch(address, { credentials: 'include' });
    return response.ok ? ((await response.json()) as { docs: Row[] }).docs : [];
  } catch {
    return [];
  }
}

/** A refusal is problem+json; one that came from before the route has Payload's shape. */
function refusalIn(status: number, body: unknown): Refusal {
  const { type = '', detail, errors = [] } = body as { type?: string; detail?: string; errors?: (ProblemPart & { message?: string })[] };
  return { status, slug: type.split('/').at(-1) ?? '', detail: detail ?? errors[0]?.message ?? '', parts: detail === undefined ? [] : errors };
}
