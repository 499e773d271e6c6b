/** Authors, outlets and topics get a readable address from their name, and keep it when the name changes. */
import type { CollectionBeforeChangeHook } from 'payload';
import { slugFrom } from '../../src/domain/slug.ts';

/** Fills an empty `slug` from `name`; a taken one gets the next free number. */
export const slugFromName: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  const given = data.slug as string | null | undefined;
  if (given) return data;
  const kept = (originalDoc as { slug?: string } | undefined)?.slug;
  if (operation === 'update' && kept) return { ...data, slug: kept };
  const base = slugFrom(typeof data.name === 'string' ? data.name : '', collection.slug);
  const { docs } = await req.payload.db.find<{ slug: string }>({
    collection: collection.slug,
    where: { slug: { like: base } },
    limit: 0,
    pagination: false,
    select: { slug: true },
    req,
  });
  const taken = new Set(docs.map((doc) => doc.slug));
  let slug = base;
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
  return { ...data, slug };
};
