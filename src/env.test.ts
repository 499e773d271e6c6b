/** Without these tests a setting could be documented and not read, read and not documented, or wrong and found out late. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { parse } from 'dotenv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnv, WrongSetting } from './env.ts';
import { settings } from './settings.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-env-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

const read = (given: Record<string, string | undefined> = {}) => readEnv({ DATA_DIR: dataDir, ...given });
const complaint = (given: Record<string, string | undefined>): string => {
  try {
    read(given);
  } catch (error) {
    if (error instanceof WrongSetting) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('settings', () => {
  it('an empty environment gives a newsroom on this machine only', () => {
    const env = read();
    expect(env).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: undefined, fourEyes: false, production: false, newsroomTimeZone: 'UTC' });
    expect(env.languages).toEqual(['en', 'fr', 'ar', 'ru', 'es', 'tr', 'ur']);
    expect(env.limits).toEqual({ bodyBytes: 1_048_576, uploadBytes: 20_971_520, urlBytes: 8192, maxLimit: 100, maxDepth: 3 });
  });

  it('folders are absolute, and media lie in the data folder unless told otherwise', () => {
    const env = read({ DATA_DIR: './somewhere', PAYLOAD_SECRET: 's'.repeat(32) });
    expect(isAbsolute(env.dataDir)).toBe(true);
    expect(env.mediaDir).toBe(join(env.dataDir, 'media'));
    expect(isAbsolute(read({ MEDIA_DIR: 'pictures' }).mediaDir)).toBe(true);
  });

  it('an empty value is the same as none', () => {
    expect(read({ PORT: '', DATABASE_URL: ' ', ADMIN_EMAIL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined, adminEmail: undefined });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '3000x'],
    ['PORT', '1e3'],
    ['PUBLIC_URL', 'news.example'],
    ['PUBLIC_URL', 'https://news.example/path'],
    ['PUBLIC_URL', 'ftp://news.example'],
    ['DATABASE_URL', 'postgres://db'],
    ['NEWSROOM_TIME_ZONE', 'Europe/Atlantis'],
    ['NEWSROOM_TIME_ZONE', '+02:00'],
    ['FOUR_EYES', 'perhaps'],
    ['LANGUAGES', 'en,not a tag'],
    ['DEFAULT_LANGUAGE', 'de'],
    ['ADMIN_EMAIL', 'nobody'],
    ['RATE_LIMIT_PER_MINUTE', '-1'],
    ['RESPONSE_CACHE_MB', '64M'],
    ['CDN_PURGE_METHOD', 'FETCH'],
    ['BODY_LIMIT_BYTES', 'NaN'],
    ['MAX_LIMIT', '0'],
    ['LOG_LEVEL', 'loud'],
    ['COUNTERPOINT_PRODUCTION', 'maybe'],
  ])('%s=%s is refused by name, with what is accepted', (name, value) => {
    const said = complaint({ [name]: value });
    expect(said).toMatch(new RegExp(`^${name} is .+: accepted is \\S.+\\.$`, 'm'));
    expect(said.includes(value)).toBe(name !== 'DATABASE_URL');
    expect(said).not.toMatch(/\n\s+at /);
  });

  it('a wrong secret is named but never shown', () => {
    const said = complaint({
      PAYLOAD_SECRET: 'too-short',
      ADMIN_EMAIL: 'a@news.example',
      ADMIN_PASSWORD: 'elevenchars',
      DATABASE_URL: 'postgres://u:hunter2@db',
    });
    expect(said).toMatch(/PAYLOAD_SECRET[\s\S]*ADMIN_PASSWORD|ADMIN_PASSWORD[\s\S]*PAYLOAD_SECRET/);
    expect(said).not.toMatch(/too-short|elevenchars|hunter2/);
  });

  it.each([
    ['CDN_PURGE_URL', 'ftp://cdn.example/hunter2/{key}'],
    ['CDN_PURGE_URL', 'https://cdn.example/hunter2'],
    ['CDN_PURGE_URL', 'https://{key}.example/hunter2'],
    ['CDN_PURGE_URL', 'https://cdn.example/hunter2/{key}/{path}'],
    ['CDN_PURGE_URL', 'https://user:hunter2@cdn.example/{key}'],
    ['CDN_PURGE_HEADER', 'hunter2'],
    ['CDN_PURGE_HEADER', 'Name: hunter2\nOther: x'],
  ])('%s=%s is refused by name and not repeated', (name, value) => {
    const said = complaint({ CDN_PURGE_URL: 'https://cdn.example/{key}', [name]: value });
    expect(said).toMatch(new RegExp(`^${name} is not usable: accepted is \\S.+\\.$`, 'm'));
    expect(said).not.toContain('hunter2');
  });

  it.each(['https://cdn.example/purge/{key}', 'http://127.0.0.1:6081{path}', 'https://cdn.example/?url={url}'])(
    'a cache elsewhere can be told at %s',
    (url) => {
      expect(read({ CDN_PURGE_URL: url, CDN_PURGE_METHOD: 'purge', CDN_PURGE_HEADER: 'CDN-Key: a:b c' }).purge).toEqual({
        url,
        method: 'PURGE',
        header: { name: 'CDN-Key', value: 'a:b c' },
      });
    },
  );

  it('settings that need each other say so', () => {
    expect(complaint({ ADMIN_EMAIL: 'a@news.example' })).toContain('ADMIN_PASSWORD is not set');
    expect(complaint({ CDN_PURGE_HEADER: 'CDN-Key: secret' })).toContain('CDN_PURGE_URL is not set');
    expect(complaint({ S3_BUCKET: 'pictures' })).toContain('S3_ACCESS_KEY_ID is not set');
    expect(complaint({ SMTP_HOST: 'mail.example' })).toContain('SMTP_FROM is not set');
  });

  it('.env.example has each setting once, and shows only values that are accepted', () => {
    const example = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8');
    const names = [...example.matchAll(/^#([A-Z0-9_]+)=.*# \S/gm)].map(([, name]) => name);
    const inTheCallersEnvironment = ['NODE_ENV', 'COUNTERPOINT_PRODUCTION'];
    const known = Object.keys(settings.shape).filter((name) => !inTheCallersEnvironment.includes(name));
    expect([...names].sort()).toEqual([...known].sort());
    const uncommented = parse(example.replaceAll(/^#(?=[A-Z0-9_]+=)/gm, ''));
    expect(complaint({ ...uncommented, DATA_DIR: dataDir })).toBe('accepted');
  });
});

describe('production and the secret', () => {
  it.each([
    [{ NODE_ENV: 'production' }, true],
    [{ NODE_ENV: 'production', COUNTERPOINT_PRODUCTION: 'false' }, false],
    [{ COUNTERPOINT_PRODUCTION: 'true' }, true],
    [{ NODE_ENV: 'development' }, false],
    [{}, false],
  ])('%j means production: %s', (given, production) => {
    expect(read({ ...given, PAYLOAD_SECRET: 's'.repeat(32) }).production).toBe(production);
  });

  it('production without a secret does not start', () => {
    expect(complaint({ NODE_ENV: 'production' })).toContain('PAYLOAD_SECRET is not set');
  });

  it('outside production a secret is made once, kept, and readable by its owner only', () => {
    const first = read().payloadSecret;
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(read().payloadSecret).toBe(first);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  });
});
