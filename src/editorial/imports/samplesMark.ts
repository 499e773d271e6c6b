/** Without this file every start would load the whole importer only to find that the samples were dealt with long ago. */
import type { Desk } from '../desk.ts';

/** Under this key the newsroom remembers how far it is with its samples. */
const MARK = 'samples';

export type SamplesState = 'loading' | 'settled';

/** How far the newsroom is with its samples; null when nobody has thought of them. */
export async function samplesState({ payload }: Desk): Promise<SamplesState | null> {
  return (await payload.kv.get<{ state: SamplesState }>(MARK))?.state ?? null;
}

/** Remembers it. */
export async function markSamples({ payload }: Desk, state: SamplesState): Promise<void> {
  await payload.kv.set(MARK, { state });
}
