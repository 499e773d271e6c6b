/** One quoted report or one comment by itself: without this file a part could be found only through its story. */
import { orNull } from './missing.ts';
import { segment } from './query.ts';
import type { CallOptions } from './settings.ts';
import type { Transport } from './transport.ts';

export interface Parts<Part> {
  /** With the stories that carry it. @throws ProblemError 404 when no published story does */
  get: (id: string, options?: CallOptions) => Promise<Part>;
  find: (id: string, options?: CallOptions) => Promise<Part | null>;
}

export function partsAt<Part>(transport: Transport, path: '/v1/excerpts' | '/v1/commentaries'): Parts<Part> {
  const get: Parts<Part>['get'] = (id, options) => transport.json({ path: `${path}/${segment(id)}` }, options);
  return { get, find: (id, options) => orNull(get(id, options)) };
}
