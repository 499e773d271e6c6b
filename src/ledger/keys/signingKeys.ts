/** The keys that sign the ledger, as everybody but their own room sees them: something that signs, and the public halves of all that ever did. */
import type { JWK } from 'jose';

/** How long others may keep the list of public keys, in milliseconds. */
export const CACHED_FOR = 60_000;
/** By then, in milliseconds, every node and every cache tells a new key's public half. */
export const KNOWN_EVERYWHERE = 2 * CACHED_FOR;

/** Signs with one key. */
export interface Signer {
  kid: string;
  /** A detached JWS over `text`. */
  sign(text: string): Promise<string>;
}

export interface PublicKey extends JWK {
  kid: string;
}

/** When there is no key yet, the first is made by whichever of these calls comes first. */
export interface SigningKeys {
  /** What signs now. @throws {Problem} when it was sealed under another PAYLOAD_SECRET. */
  signer(): Promise<Signer>;
  /** All that were ever made, oldest first; from memory, as long as that is fresh. */
  publicKeys(): Promise<readonly PublicKey[]>;
  /** Reads the keys again if one of these is not in memory: another node may have made it. */
  know(kids: readonly string[]): Promise<void>;
  /** Makes the next key, which signs from `delay` milliseconds on: before, every node and cache has to tell its public half. */
  rotate(delay: number): Promise<{ kid: string; signsFrom: string }>;
}
