/** Without this hook a changed outlet would be shown as one id against another. */
'use client';
import { useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { Difference } from './differences.ts';

/** The titles of the documents that `differences` point to, by id; what cannot be found is left out. */
export function useTitles(differences: readonly Difference[]): ReadonlyMap<string, string> {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const { config, getEntityConfig } = useConfig();
  const { api } = config.routes;

  useEffect(() => {
    let gone = false;
    const lookUps = [...pointedTo(differences)].map(async ([collection, ids]) => {
      const title = getEntityConfig({ collectionSlug: collection })?.admin.useAsTitle ?? 'id';
      const response = await fetch(`${api}/${collection}?depth=0&draft=true&limit=100&where[id][in]=${[...ids].join(',')}`, { credentials: 'include' });
      const { docs } = response.ok ? ((await response.json()) as { docs: Record<string, unknown>[] }) : { docs: [] };
      return docs.flatMap((doc): [string, string][] => (typeof doc[title] === 'string' ? [[String(doc.id), doc[title]]] : []));
    });
    void Promise.allSettled(lookUps).then((found) => {
      if (!gone) setTitles(new Map(found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))));
    });
    return () => {
      gone = true;
    };
  }, [api, differences, getEntityConfig]);

  return titles;
}

function pointedTo(differences: readonly Difference[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { field, theirs, yours } of differences) {
    if ((field.type !== 'relationship' && field.type !== 'upload') || typeof field.relationTo !== 'string') continue;
    const ids = found.get(field.relationTo) ?? new Set<string>();
    for (const id of [theirs, yours].flat()) if (typeof id === 'string') ids.add(id);
    found.set(field.relationTo, ids);
  }
  return found;
}
