/** Without this file a wrong setting would be found at the first request that needs it instead of at the start: the one place that reads the environment. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'dotenv';
import { messageFor, settings, type Settings } from './settings.ts';
import { keptSecret } from './secret.ts';

/** Everything the newsroom can be told from outside, checked once and typed from there on. */
export interface Env {
  /** 0 asks the system for a free port. */
  port: number;
  host: string;
  /** Undefined means SQLite in `dataDir`. */
  databaseUrl: string | undefined;
  /** Absolute. */
  dataDir: string;
  /** Absolute; where media lie when S3 is not set. */
  mediaDir: string;
  /** Origin under which the world sees this newsroom, without a trailing slash. */
  publicUrl: string | undefined;
  payloadSecret: string;
  /** IANA name. */
  newsroomTimeZone: string;
  /** Whether nobody approves what they last edited. */
  fourEyes: boolean;
  /** Whether a new database gets the sample newsroom; never in production. */
  loadSamples: boolean;
  adminEmail: string | undefined;
  adminPassword: string | undefined;
  /** Requests per minute and address; 0 = no limit. */
  rateLimitPerMinute: number;
  /** Attempts to sign in per minute and address; 0 = no limit. */
  loginAttemptsPerMinute: number;
  /** What kept answers may take; 0 = none are kept. */
  responseCacheBytes: number;
  /** How caches elsewhere are told what to throw away. */
  purge: { url: string; method: string; header: { name: string; value: string } | undefined } | undefined;
  /** Number of reverse proxies whose X-Forwarded-For is believed. */
  trustedProxies: number;
  /** Bearer token that opens /metrics to other addresses than loopback. */
  metricsToken: string | undefined;
  /** API section 6: the caller's answer, not whether built code runs. */
  production: boolean;
  logLevel: Settings['LOG_LEVEL'];
  /** Languages of localised names, canonical BCP 47 tags. */
  languages: readonly string[];
  defaultLanguage: string;
  limits: Limits;
  s3: { bucket: string; region: string; endpoint: string | undefined; accessKeyId: string; secretAccessKey: string } | undefined;
  smtp: { host: string; port: number; user: string | undefined; password: string | undefined; from: string } | undefined;
}

/** The limits of API section 5. Sizes in bytes. */
export interface Limits {
  bodyBytes: number;
  uploadBytes: number;
  urlBytes: number;
  /** Largest `limit` of a list. */
  maxLimit: number;
  /** Largest `depth` to which relations are filled in. */
  maxDepth: number;
}

/** A setting that cannot be used. Its message names the variable and what is accepted, and is all that a person needs to see. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

/**
 * Reads and checks the settings. Without an argument: the process environment over `.env` in the working directory.
 * Outside production a missing PAYLOAD_SECRET is made and kept in DATA_DIR/secret.
 * @throws {WrongSetting} naming each wrong variable and what it accepts.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>> = processEnvironment()): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw new WrongSetting(parsed.error.issues.map((issue) => messageFor(issue, given)).join('\n'));
  return toEnv(parsed.data);
}

function toEnv(set: Settings): Env {
  const dataDir = resolve(set.DATA_DIR);
  const production = set.COUNTERPOINT_PRODUCTION ?? set.NODE_ENV === 'production';
  if (production && set.PAYLOAD_SECRET === undefined) {
    throw new WrongSetting('PAYLOAD_SECRET is not set: in production it is required, and any text of 32 characters or more that nobody can guess is accepted.');
  }
  return {
    port: set.PORT,
    host: set.HOST,
    databaseUrl: set.DATABASE_URL,
    dataDir,
    mediaDir: resolve(set.MEDIA_DIR ?? `${dataDir}/media`),
    publicUrl: set.PUBLIC_URL,
    payloadSecret: set.PAYLOAD_SECRET ?? keptSecret(dataDir),
    newsroomTimeZone: set.NEWSROOM_TIME_ZONE,
    fourEyes: set.FOUR_EYES,
    loadSamples: set.LOAD_SAMPLES && !production,
    adminEmail: set.ADMIN_EMAIL,
    adminPassword: set.ADMIN_PASSWORD,
    rateLimitPerMinute: set.RATE_LIMIT_PER_MINUTE,
    loginAttemptsPerMinute: set.LOGIN_ATTEMPTS_PER_MINUTE,
    responseCacheBytes: set.RESPONSE_CACHE_MB * 1024 * 1024,
    purge: set.CDN_PURGE_URL === undefined ? undefined : { url: set.CDN_PURGE_URL, method: set.CDN_PURGE_METHOD, header: set.CDN_PURGE_HEADER },
    trustedProxies: set.TRUSTED_PROXIES,
    metricsToken: set.METRICS_TOKEN,
    production,
    logLevel: set.LOG_LEVEL,
    languages: set.LANGUAGES,
    defaultLanguage: set.DEFAULT_LANGUAGE,
    limits: {
      bodyBytes: set.BODY_LIMIT_BYTES,
      uploadBytes: set.UPLOAD_LIMIT_BYTES,
      urlBytes: set.URL_LIMIT_BYTES,
      maxLimit: set.MAX_LIMIT,
      maxDepth: set.MAX_DEPTH,
    },
    s3: s3Of(set),
    smtp: smtpOf(set),
  };
}

function s3Of(set: Settings): Env['s3'] {
  if (!set.S3_BUCKET || !set.S3_ACCESS_KEY_ID || !set.S3_SECRET_ACCESS_KEY) return undefined;
  return {
    bucket: set.S3_BUCKET,
    region: set.S3_REGION,
    endpoint: set.S3_ENDPOINT,
    accessKeyId: set.S3_ACCESS_KEY_ID,
    secretAccessKey: set.S3_SECRET_ACCESS_KEY,
  };
}

function smtpOf(set: Settings): Env['smtp'] {
  if (!set.SMTP_HOST || !set.SMTP_FROM) return undefined;
  return { host: set.SMTP_HOST, port: set.SMTP_PORT, user: set.SMTP_USER, password: set.SMTP_PASSWORD, from: set.SMTP_FROM };
}

/** Whether this is production is the caller's answer alone, so a file cannot give it. */
function processEnvironment(): Record<string, string | undefined> {
  const { NODE_ENV: _mode, COUNTERPOINT_PRODUCTION: _production, ...file } = parse(fileText('.env'));
  return { ...file, ...process.env };
}

function fileText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
