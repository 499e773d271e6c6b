import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { isSigned, kidOf, signDetached } from './signature.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

it('a signature is a detached JWS that names its key, and proves its text and no other', async () => {
  const signature = await signDetached('{"seq":1}', 'the-key', privateKey);
  expect(signature).toMatch(/^[\w-]+\.\.[\w-]{86}$/);
  expect(kidOf(signature)).toBe('the-key');
  expect(await isSigned('{"seq":1}', signature, publicKey)).toBe(true);
  expect(await isSigned('{"seq":2}', signature, publicKey)).toBe(false);
  expect(await isSigned('{"seq":1}', signature, generateKeyPairSync('ed25519').publicKey)).toBe(false);
});

it.each([
  ['nothing', ''],
  ['no text', null],
  ['one part', 'abc'],
  ['an attached text', `${part({ alg: 'EdDSA', kid: 'k' })}.e30.abc`],
  ['a part too many', `${part({ alg: 'EdDSA', kid: 'k' })}..abc.def`],
  ['no signature', `${part({ alg: 'EdDSA', kid: 'k' })}..`],
  ['a header that is no JSON', 'abc..def'],
  ['another algorithm', `${part({ alg: 'HS256', kid: 'k' })}..abc`],
  ['no algorithm', `${part({ alg: 'none', kid: 'k' })}..abc`],
  ['no name of a key', `${part({ alg: 'EdDSA' })}..abc`],
])('%s is no signature of ours', (_what, signature) => {
  expect(kidOf(signature)).toBeUndefined();
});
