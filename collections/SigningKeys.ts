/** The keys that sign the ledger: public parts for good, private parts sealed under PAYLOAD_SECRET. No door leads here; src/ledger/keys reads and writes them. */
import type { CollectionConfig } from 'payload';
import { never } from './access/rules.ts';
import { serverOwned } from './fields/serverOwned.ts';

export const SigningKeys: CollectionConfig = {
  ...serverOwned({
    slug: 'signing-keys',
    labels: { singular: 'Signing key', plural: 'Signing keys' },
    graphQL: false,
    typescript: { interface: 'SigningKey' },
    description: 'Each key that signs or has signed entries of the ledger.',
    fields: [
      // 1, 2, 3 …: of two nodes that make the next key at once, one finds its number taken.
      { name: 'number', type: 'number', required: true, unique: true },
      { name: 'kid', type: 'text', required: true, unique: true },
      { name: 'publicKey', type: 'json', required: true },
      { name: 'sealedPrivateKey', type: 'text', required: true, hidden: true, access: { create: never, read: never, update: never } },
      { name: 'madeAt', type: 'date', required: true },
      { name: 'signsFrom', type: 'date', required: true },
    ],
  }),
  endpoints: false,
  access: { create: never, read: never, update: never, delete: never, unlock: never },
};
