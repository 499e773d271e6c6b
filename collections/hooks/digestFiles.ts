/** An edition names each rendition's bytes by their digest; they are taken while the bytes are still in hand. */
import { createHash } from 'node:crypto';
import type { CollectionBeforeChangeHook } from 'payload';

/** Fills `digests` with the SHA-256 (hex) of the original and of each rendition of a newly uploaded file. */
export const digestFiles: CollectionBeforeChangeHook = ({ data, req }) => {
  const original = req.file?.data;
  if (original === undefined) return data;
  const renditions = Object.entries(req.payloadUploadSizes ?? {}).map(([name, bytes]) => [name, sha256(bytes)]);
  return { ...data, digests: { original: sha256(original), ...(Object.fromEntries(renditions) as Record<string, string>) } };
};

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
