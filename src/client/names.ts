/** Authors, outlets and topics: without this file nobody could lead readers through an archive by who and what. */
import { orNull } from './missing.ts';
import { listAt, type List } from './pages.ts';
import { segment } from './query.ts';
import type { CallOptions } from './settings.ts';
import type { Transport } from './transport.ts';

export interface NameQuery {
  /** In which names are printed, where a story has them in it. */
  language?: string;
}

export interface NamesQuery extends NameQuery {
  limit?: number;
  cursor?: string;
}

export interface Names<Name> extends List<NamesQuery, Name> {
  /** By slug or id, with how many stories there are. @throws ProblemError 404 when no published story has the name */
  get: (slug: string, query?: NameQuery, options?: CallOptions) => Promise<Name>;
  /** The same, but null where there is none. */
  find: (slug: string, query?: NameQuery, options?: CallOptions) => Promise<Name | null>;
}

export function namesAt<Name>(transport: Transport, path: '/v1/authors' | '/v1/outlets' | '/v1/topics'): Names<Name> {
  const get: Names<Name>['get'] = (slug, query, options) => transport.json({ path: `${path}/${segment(slug)}`, query }, options);
  return { ...listAt<NamesQuery, Name>(transport, path), get, find: (slug, query, options) => orNull(get(slug, query, options)) };
}
