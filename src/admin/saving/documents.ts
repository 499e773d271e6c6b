/** Without this file autosaving would speak to the server in its own way: keeps a draft, and reads what is stored now. */
import type { Text } from './comparable.ts';

/** A document of the newsroom, as far as saving it needs to know. */
export interface Address {
  api: string;
  collection: string;
  id: string;
  locale: string;
}

/** What came of keeping a draft. `noAnswer`: nobody knows whether it was kept. */
export type Kept = { stored: Text } | { stale: true } | { refused: string } | 'signedOut' | 'noAnswer';

/** Keeps `text` as the newest draft, if the newest is still the one at `rev`. */
export async function keepDraft(at: Address, text: Text, rev: number): Promise<Kept> {
  try {
    const response = await fetch(addressOf(at, { autosave: 'true' }), {
      method: 'PATCH',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...text, _status: 'draft', rev }),
    });
    if (response.ok) return { stored: ((await response.json()) as { doc: Text }).doc };
    if (response.status === 412) return { stale: true };
    if (response.status === 401 || (response.status === 403 && (await nobodyIsSignedIn(at)))) return 'signedOut';
    if (response.status >= 500 || response.status === 429) return 'noAnswer';
    return { refused: sentenceIn(await response.json()) };
  } catch {
    return 'noAnswer';
  }
}

/** The newest draft that is stored, or null when it cannot be read now. */
export async function newestDraft(at: Address): Promise<Text | null> {
  try {
    const response = await fetch(addressOf(at), { credentials: 'include' });
    return response.ok ? ((await response.json()) as Text) : null;
  } catch {
    return null;
  }
}

function addressOf({ api, collection, id, locale }: Address, query: Record<string, string> = {}): string {
  const search = new URLSearchParams({ depth: '0', draft: 'true', locale, 'fallback-locale': 'null', ...query });
  return `${api}/${collection}/${id}?${search.toString()}`;
}

/** Payload says "not allowed" to a session that has ended. */
async function nobodyIsSignedIn({ api }: Address): Promise<boolean> {
  const response = await fetch(`${api}/users/me`, { credentials: 'include' });
  return response.ok && ((await response.json()) as { user: unknown }).user === null;
}

interface Refusal {
  errors?: { message?: string; data?: { errors?: { label?: string; path?: string; message?: string }[] } }[];
}

/** What is wrong, with the field that it is about where the server names one. */
function sentenceIn(body: unknown): string {
  const [first] = (body as Refusal).errors ?? [];
  const [fault] = first?.data?.errors ?? [];
  const about = fault?.label ?? fault?.path;
  return about !== undefined && fault?.message !== undefined ? `${about}: ${fault.message}` : (first?.message ?? '');
}
