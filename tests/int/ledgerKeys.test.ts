/** The keys that sign: one for all nodes, the public halves for everybody and for good, the private ones for nobody. */
import { createHash, createPrivateKey } from 'node:crypto';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createLocalJWKSet, flattenedVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/domain/digest.ts';
import type { LedgerEntry } from '../../src/domain/entries.ts';
import { keyRows } from '../../src/ledger/keys/keyRows.ts';
import { unseal } from '../../src/ledger/keys/seal.ts';
import { CACHED_FOR, KNOWN_EVERYWHERE } from '../../src/ledger/keys/signingKeys.ts';
import { kidOf } from '../../src/ledger/signature.ts';
import { counterpoint, testEnvironment, type Place } from '../helpers/commandLine.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { anEdition, ledgerNewsroom, SECRET, type LedgerNewsroom } from '../ledger/newsroom.ts';

describe('keys of several nodes on one database', () => {
  let newsroom: LedgerNewsroom;
  beforeAll(async () => {
    newsroom = await ledgerNewsroom();
  });
  afterAll(() => newsroom.close());

  it('nodes that start at the same moment make one key', async () => {
    const nodes = Array.from({ length: 5 }, () => newsroom.node());
    const signers = await Promise.all(nodes.map(({ keys }) => keys.signer()));
    expect(new Set(signers.map(({ kid }) => kid)).size).toBe(1);
    expect(await keyRows(newsroom.payload)).toHaveLength(1);
  });

  it('a new key is told at once and signs when everybody can know it; the old one stays for good', async () => {
    let now = new Date();
    const node = newsroom.node({ clock: () => now });
    const later = (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    };
    const [old] = await node.keys.publicKeys();
    const { kid, signsFrom } = await newsroom.node({ clock: () => now }).keys.rotate(KNOWN_EVERYWHERE);
    expect(new Date(signsFrom).getTime()).toBe(now.getTime() + KNOWN_EVERYWHERE);
    const [before] = await node.ledger.append([anEdition()]);
    expect(kidOf(before?.signature)).toBe(old?.kid);
    later(KNOWN_EVERYWHERE - CACHED_FOR);
    expect((await node.keys.publicKeys()).map((key) => key.kid)).toEqual([old?.kid, kid]);
    expect((await node.keys.signer()).kid).toBe(old?.kid);
    later(CACHED_FOR);
    const [after] = await node.ledger.append([anEdition()]);
    expect(kidOf(after?.signature)).toBe(kid);
    for (const entry of [before, after]) await proves(entry, await node.keys.publicKeys());
  });

  it('an entry is read only when the key that signed it is known here', async () => {
    const here = newsroom.node();
    expect(await here.keys.publicKeys()).toHaveLength(2);
    const elsewhere = newsroom.node();
    await elsewhere.keys.rotate(0);
    const [entry] = await elsewhere.ledger.append([anEdition()]);
    expect(await here.keys.publicKeys(), 'kept from a moment ago').toHaveLength(2);
    const [read] = await here.ledger.after((entry?.header.seq ?? 0) - 1, 1);
    expect(read).toEqual(entry);
    await proves(read, await here.keys.publicKeys());
  });

  it('a node with another secret signs nothing, says why, and can begin anew', async () => {
    const stranger = newsroom.node({ secret: 'another secret than that of the other nodes' });
    const before = await newsroom.ledger.head();
    await expect(stranger.ledger.append([anEdition()])).rejects.toMatchObject({ status: 503, message: expect.stringContaining('PAYLOAD_SECRET') as string });
    expect(await newsroom.ledger.head()).toEqual(before);
    const { kid } = await stranger.keys.rotate(0);
    const [entry] = await stranger.ledger.append([anEdition()]);
    expect(kidOf(entry?.signature)).toBe(kid);
  });

  it('the private half opens under the secret and the name it was sealed for, and otherwise not', async () => {
    const [row] = await keyRows(newsroom.payload);
    if (!row) throw new Error('There is no key.');
    const { sealedPrivateKey: sealed, kid } = row;
    const der = unseal(sealed, SECRET, kid);
    const { x } = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
    expect(x).toBe(row.publicKey.x);
    expect(() => unseal(sealed, `${SECRET}.`, kid)).toThrow();
    expect(() => unseal(sealed, SECRET, 'another')).toThrow();
    const end = Buffer.from(sealed.split('.')[3] ?? '', 'base64url');
    for (const at of [0, end.length - 1]) {
      const damaged = Buffer.from(end);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
      expect(() => unseal([...sealed.split('.').slice(0, 3), damaged.toString('base64url')].join('.'), SECRET, kid)).toThrow();
    }
  });
});

describe('a newsroom', () => {
  let place: Place;
  let newsroom: Newsroom;
  let library: LedgerNewsroom;
  let entries: LedgerEntry[];
  const secret = 'the-secret-of-a-newsroom-whose-keys-are-looked-for-0123456789';
  const heard: string[] = [];

  beforeAll(async () => {
    place = testEnvironment({ PAYLOAD_SECRET: secret });
    newsroom = await startNewsroom({ on: place, env: { PAYLOAD_SECRET: secret } });
    library = await ledgerNewsroom(place);
    const node = library.node({ secret });
    entries = await node.ledger.append([anEdition({}, { title: 'A story that is to be proved' }), anEdition(), anEdition()]);
  });
  afterAll(async () => {
    await library.close();
    await newsroom.kill();
    await place.remove();
  });

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(newsroom.url + path, { headers });
    const text = await answer.text();
    heard.push(text, JSON.stringify([...answer.headers]));
    return { answer, text };
  };
  const jwks = async () => JSON.parse((await get('/.well-known/jwks.json')).text) as { keys: { kid: string }[] };
  const command = async (...given: string[]) => {
    const answer = await counterpoint(place, ['ledger', ...given]);
    heard.push(answer.stdout, answer.stderr);
    return answer;
  };
  const prove = async (edition: unknown, keys: unknown) => {
    const files = [place.write('edition.json', JSON.stringify(edition)), place.write('jwks.json', JSON.stringify(keys))];
    const program = resolve(import.meta.dirname, '../../docs/verify.mjs');
    try {
      return (await promisify(execFile)(process.execPath, [program, ...files])).stdout.trim();
    } catch (error) {
      return `refused: ${(error as { stderr: string }).stderr}`;
    }
  };

  it('tells its public keys to everybody, to be kept for a minute', async () => {
    const { answer } = await get('/.well-known/jwks.json', { Origin: 'https://elsewhere.example' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^application\/jwk-set\+json/);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    const again = await get('/.well-known/jwks.json', { 'If-None-Match': answer.headers.get('etag') ?? '' });
    expect([again.answer.status, again.text]).toEqual([304, '']);
    const [key, ...others] = (await jwks()).keys;
    expect(others).toEqual([]);
    expect(key).toEqual({ kty: 'OKP', crv: 'Ed25519', x: expect.any(String) as string, kid: kidOf(entries[0]?.signature), alg: 'EdDSA', use: 'sig' });
    const thumbprint = createHash('sha256')
      .update(canonicalJson({ crv: 'Ed25519', kty: 'OKP', x: (key as { x?: string }).x }))
      .digest('base64url');
    expect(key?.kid).toBe(thumbprint);
    expect((await fetch(`${newsroom.url}/.well-known/jwks.json`, { method: 'POST' })).status).toBe(405);
  });

  it('lets anybody prove with the program in docs/ that a story is its own and unaltered', async () => {
    const [edition] = entries;
    const keys = await jwks();
    expect(await prove(edition, keys)).toMatch(/^Genuine: revision 1 of story .+, published at 2026-03-01T09:00:00.000Z\.$/);
    const altered = (change: Record<string, unknown>) => ({ ...(JSON.parse(JSON.stringify(edition)) as object), ...change });
    expect(await prove(altered({ content: { ...edition?.content, title: 'A story that is to be proven' } }), keys)).toContain('not the content');
    expect(await prove(altered({ content: null }), keys)).toContain('not the content');
    expect(await prove(altered({ header: { ...edition?.header, language: 'fr' } }), keys)).toContain('signature verification failed');
    expect(await prove(altered({ signature: entries[1]?.signature }), keys)).toContain('signature verification failed');
    expect(await prove(edition, { keys: [] })).toContain('no applicable key found');
  });

  it('verifies its ledger by command, against a saved head and saved keys, and makes a new key', async () => {
    const whole = await command('verify', '--json');
    expect([whole.code, whole.stderr]).toEqual([0, '']);
    const { head, ...rest } = JSON.parse(whole.stdout) as { head: { seq: number; hash: string } };
    expect(rest).toEqual({ findings: [], entries: 3 });
    const saved = place.write('head.json', JSON.stringify(head));
    const keys = place.write('keys.json', JSON.stringify(await jwks()));
    expect(await command('verify', '--head', saved, '--keys', keys)).toMatchObject({ code: 0, stdout: '3 entries; all are as they were signed.\n' });
    const ahead = place.write('ahead.json', JSON.stringify({ ...head, seq: 5 }));
    const none = place.write('none.json', '{"keys":[]}');
    const { code, stdout } = await command('verify', '--head', ahead, '--keys', none);
    expect([code, ...stdout.split('\n').map((line) => line.slice(0, 32).trim())]).toEqual([
      1,
      ...['unknown-key           entry 1 is', 'unknown-key           entry 2 is', 'unknown-key           entry 3 is'],
      ...['tail-missing          the ledger', '3 entries; findings: 4.', ''],
    ]);
    for (const wrong of [
      ['--head', 'nowhere.json'],
      ['--keys', saved],
    ])
      expect(await command('verify', ...wrong)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(wrong[1] ?? '') as string });

    const rotated = await command('rotate-key', '--json', '--now');
    expect(rotated.code).toBe(0);
    const { kid } = JSON.parse(rotated.stdout) as { kid: string };
    // The running server tells it too, without being told.
    await expect.poll(async () => (await jwks()).keys.map((key) => key.kid), { timeout: 20_000, interval: 250 }).toEqual([kidOf(entries[0]?.signature), kid]);
  });

  it('shows nobody a private key: in no answer, no log, no output and no file, in whatever spelling', async () => {
    for (const path of ['/api/signing-keys', '/api/signing-keys?showHiddenFields=true', '/api/ledger', '/api/access', '/readyz', '/metrics', '/'])
      await get(path);
    const { answer } = await get('/api/signing-keys');
    expect(answer.status).toBe(404);
    const { text } = await get('/api/graphql?query={__schema{types{name}}}');
    expect(text).not.toContain('SigningKey');
    const rows = await keyRows(library.payload);
    expect(rows).toHaveLength(2);
    const places = new Map([
      ['answers and output', Buffer.from(heard.join('\n'))],
      ['logs', Buffer.from(newsroom.logs.join('\n'))],
      ...filesBelow(place.dataDir).map((file): [string, Buffer] => [file, readFileSync(file)]),
    ]);
    for (const row of rows) {
      const der = unseal(row.sealedPrivateKey, secret, row.kid);
      expect(where(places, spellings(der))).toEqual([]);
      // The search finds what is there: the public half, and in the database what is sealed.
      expect(where(places, [Buffer.from(row.kid)])).toContain('answers and output');
      if (place.databaseUrl === undefined) expect(where(places, [Buffer.from(row.sealedPrivateKey)]).join()).toContain('counterpoint.db');
      expect(where(new Map([['answers and output', Buffer.from(heard.join('\n'))]]), [Buffer.from(row.sealedPrivateKey)])).toEqual([]);
    }
  });
});

/** @throws when the entry is not signed by one of `keys`. */
async function proves(entry: LedgerEntry | undefined, keys: readonly object[]): Promise<void> {
  const [header = '', , signature = ''] = entry?.signature.split('.') ?? [];
  const payload = Buffer.from(canonicalJson(entry?.header)).toString('base64url');
  await flattenedVerify({ protected: header, payload, signature }, createLocalJWKSet({ keys: [...keys] as { kty: string }[] }));
}

/** The private key itself (the last 32 bytes), as bytes and in the spellings in which it could stand in a text; of base64 all three shifts. */
function spellings(der: Buffer): Buffer[] {
  const key = der.subarray(-32);
  const shifted = [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), key])
      .toString('base64')
      .slice(4, -4);
    return [text, text.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [key, ...[key.toString('hex'), key.toString('hex').toUpperCase(), [...key].join(','), ...shifted].map((text) => Buffer.from(text))];
}

function where(places: ReadonlyMap<string, Buffer>, wanted: readonly Buffer[]): string[] {
  return [...places].flatMap(([name, bytes]) => (wanted.some((one) => bytes.includes(one)) ? [name] : []));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath ?? entry.path, entry.name)] : [],
  );
}
