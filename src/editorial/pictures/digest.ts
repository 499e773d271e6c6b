/** By its bytes a picture is known again, whatever it is called; without this file an import would make it anew for every story. */
import { createHash } from 'node:crypto';

/** SHA-256 in hex of a picture's file as it was sent. What is stored has other bytes. */
export function digestOf(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
