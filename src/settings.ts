/** Without this file the names, defaults and accepted values of the settings would be scattered over whoever uses them. */
import { z } from 'zod';

const wholeNumber = (least: number, most: number, fallback: number) => {
  const accepted = `a whole number from ${String(least)} to ${String(most)}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, accepted)
    .transform(Number)
    .pipe(z.number().min(least, accepted).max(most, accepted))
    .prefault(String(fallback));
};
const answer = z.stringbool({ error: 'true or false' });
const text = (accepted: string) => z.string(accepted).trim();
const secret = (least: number) => {
  const accepted = `text of ${String(least)} characters or more`;
  return z.string(accepted).min(least, accepted);
};
const webAddress = 'an address such as https://news.example, without a path';
const languageTag = 'a BCP 47 language tag, such as en or zh-Hant';
const languageList = 'BCP 47 language tags with commas between them, such as en,fr,ar';
const purgeAddress = 'an http or https address with {key}, {url} or {path} in its path or query, such as https://cdn.example/purge/{key}';
const purgeMethods = ['POST', 'PURGE', 'BAN', 'DELETE', 'PUT', 'GET'] as const;
const purgeHeader = 'a name and a value, such as CDN-Key: secret';
const largest = 1024 * 1024 * 1024;

/** Every variable of API section 6, by its name in the environment. `.env.example` has a line for each; a test compares the two. */
export const settings = z
  .object({
    PORT: wholeNumber(0, 65_535, 3000),
    HOST: text('a host name or an IP address').default('127.0.0.1'),
    PUBLIC_URL: text(webAddress).transform(toOrigin).optional(),
    DATABASE_URL: text('')
      .regex(/^mongodb(\+srv)?:\/\/./, 'mongodb://… naming a replica set, or nothing for SQLite')
      .optional(),
    DATA_DIR: text('a folder').default('./data'),
    MEDIA_DIR: text('a folder').optional(),
    PAYLOAD_SECRET: secret(32).optional(),
    NEWSROOM_TIME_ZONE: text('').refine(isTimeZone, 'an IANA time zone, such as Europe/Paris or UTC').default('UTC'),
    LANGUAGES: text(languageList)
      .transform((value, context) => value.split(',').map((tag) => toLanguageTag(tag.trim(), context, languageList)))
      .prefault('en,fr,ar,ru,es,tr,ur'),
    DEFAULT_LANGUAGE: text(languageTag)
      .transform((value, context) => toLanguageTag(value, context, languageTag))
      .prefault('en'),
    FOUR_EYES: answer.prefault('false'),
    LOAD_SAMPLES: answer.prefault('true'),
    ADMIN_EMAIL: z.email('an email address').optional(),
    ADMIN_PASSWORD: secret(12).optional(),
    RATE_LIMIT_PER_MINUTE: wholeNumber(0, 1_000_000, 600),
    LOGIN_ATTEMPTS_PER_MINUTE: wholeNumber(0, 1_000_000, 10),
    TRUSTED_PROXIES: wholeNumber(0, 10, 0),
    METRICS_TOKEN: secret(16).optional(),
    RESPONSE_CACHE_MB: wholeNumber(0, 65_536, 64),
    CDN_PURGE_URL: text(purgeAddress).refine(isPurgeAddress, purgeAddress).optional(),
    CDN_PURGE_METHOD: text(purgeMethods.join(', '))
      .toUpperCase()
      .pipe(z.enum(purgeMethods, purgeMethods.join(', ')))
      .prefault('POST'),
    CDN_PURGE_HEADER: text(purgeHeader).transform(toHeader).optional(),
    BODY_LIMIT_BYTES: wholeNumber(1024, largest, 1024 * 1024),
    UPLOAD_LIMIT_BYTES: wholeNumber(1024, largest, 20 * 1024 * 1024),
    URL_LIMIT_BYTES: wholeNumber(256, 64 * 1024, 8 * 1024),
    MAX_LIMIT: wholeNumber(1, 1000, 100),
    MAX_DEPTH: wholeNumber(0, 10, 3),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'fatal, error, warn, info, debug, trace or silent').default('info'),
    S3_BUCKET: text('').optional(),
    S3_REGION: text('').default('us-east-1'),
    S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'an http or https address' }).optional(),
    S3_ACCESS_KEY_ID: text('').optional(),
    S3_SECRET_ACCESS_KEY: text('').optional(),
    SMTP_HOST: text('').optional(),
    SMTP_PORT: wholeNumber(1, 65_535, 587),
    SMTP_USER: text('').optional(),
    SMTP_PASSWORD: text('').optional(),
    SMTP_FROM: z.email('an email address').optional(),
    NODE_ENV: text('').optional(),
    COUNTERPOINT_PRODUCTION: answer.optional(),
  })
  .superRefine(together);

/** The settings as checked, by their names in the environment. */
export type Settings = z.output<typeof settings>;

/** One line for a person: the variable, what it was unless that is a secret, and what is accepted. */
export function messageFor(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): string {
  const name = String(issue.path[0]);
  const value = given[name];
  const shown = value === undefined ? 'not set' : mayBeShown(name) ? JSON.stringify(value) : 'not usable';
  return `${name} is ${shown}: accepted is ${issue.message}.`;
}

function mayBeShown(name: string): boolean {
  return !/SECRET|PASSWORD|TOKEN|KEY|DATABASE_URL|CDN_PURGE_(URL|HEADER)/.test(name);
}

/** Settings that only make sense with each other. */
function together(set: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void {
  const needs = (name: string, others: string[], why: string) => {
    if (set[name] === undefined) return;
    for (const other of others) {
      if (set[other] === undefined) context.addIssue({ code: 'custom', path: [other], message: `a value whenever ${name} is set${why}` });
    }
  };
  needs('ADMIN_EMAIL', ['ADMIN_PASSWORD'], ' (12 characters or more)');
  needs('ADMIN_PASSWORD', ['ADMIN_EMAIL'], ' (an email address)');
  needs('S3_BUCKET', ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'], '');
  needs('CDN_PURGE_HEADER', ['CDN_PURGE_URL'], '');
  needs('SMTP_HOST', ['SMTP_FROM'], ' (an email address)');
  if (!(set.LANGUAGES as string[]).includes(set.DEFAULT_LANGUAGE as string)) {
    context.addIssue({ code: 'custom', path: ['DEFAULT_LANGUAGE'], message: `one of LANGUAGES: ${(set.LANGUAGES as string[]).join(', ')}` });
  }
}

function toOrigin(value: string, context: z.RefinementCtx): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username) return url.origin;
  context.addIssue({ code: 'custom', message: webAddress });
  return z.NEVER;
}

/** The places for what is to be thrown away stand behind the origin, which nothing that is published may change. */
function isPurgeAddress(value: string): boolean {
  const filled = ['a', 'b'].map((text) => value.replaceAll(/\{(key|url)\}/g, text).replaceAll('{path}', `/${text}`));
  // By key or by address, not both.
  if (/\{key\}/.test(value) === /\{(url|path)\}/.test(value) || !filled.every((address) => URL.canParse(address))) return false;
  const [one, other] = filled.map((address) => new URL(address));
  return /^https?:$/.test(one?.protocol ?? '') && one?.host === other?.host && one?.username === '' && one.password === '';
}

function toHeader(value: string, context: z.RefinementCtx): { name: string; value: string } {
  const [, name, text] = /^([\w!#$%&'*+.^`|~-]+):[ \t]*([\x20-\x7e]+)$/.exec(value) ?? [];
  if (name !== undefined && text !== undefined) return { name, value: text };
  context.addIssue({ code: 'custom', message: purgeHeader });
  return z.NEVER;
}

function toLanguageTag(value: string, context: z.RefinementCtx, accepted: string): string {
  try {
    const [tag] = Intl.getCanonicalLocales(value);
    if (tag) return tag;
  } catch {
    // Falls through to the one message below.
  }
  context.addIssue({ code: 'custom', message: accepted });
  return z.NEVER;
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return !/^[+-]/.test(value);
  } catch {
    return false;
  }
}
