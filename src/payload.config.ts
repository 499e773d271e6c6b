/** What Payload is told about this newsroom: its collections, languages, limits and who may call it from where. */
import { lexicalEditor } from '@payloadcms/richtext-lexical';
import { ar } from '@payloadcms/translations/languages/ar';
import { en } from '@payloadcms/translations/languages/en';
import { es } from '@payloadcms/translations/languages/es';
import { fr } from '@payloadcms/translations/languages/fr';
import { ru } from '@payloadcms/translations/languages/ru';
import { tr } from '@payloadcms/translations/languages/tr';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type Sharp from 'sharp';
import { buildConfig, type CollectionConfig, type EmailAdapter, type SanitizedConfig } from 'payload';
import { graphqlDoors, keepDoors } from '../collections/access/doors.ts';
import { collections } from '../collections/index.ts';
import { refuseEvenly } from '../collections/hooks/evenRefusal.ts';
import { tellProblem } from '../collections/hooks/tellProblem.ts';
import { databaseAdapter } from './database/adapter.ts';
import type { Env } from './env.ts';

// Its ES module is written in a syntax that Node 20.9 cannot read yet; its CommonJS form is not.
const sharp = createRequire(import.meta.url)('sharp') as typeof Sharp;
/** The root of the project, above src/, dist/src/ or the bundle in dist/newsroom/. */
const projectRoot = path.dirname(fileURLToPath(import.meta.url)).replace(/([\\/]dist)?[\\/](src|newsroom)$/, '');
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** Payload's configuration for `env`; without `mail`, what would be sent is only logged as not sent. */
export async function createConfig(env: Env, mail?: EmailAdapter): Promise<SanitizedConfig> {
  const origin = env.publicUrl ?? '';
  const config = await buildConfig({
    secret: env.payloadSecret,
    serverURL: origin,
    csrf: origin === '' ? [] : [origin],
    cors: origin === '' ? [] : [origin],
    cookiePrefix: 'counterpoint',
    telemetry: false,
    defaultDepth: 1,
    maxDepth: env.limits.maxDepth,
    db: await databaseAdapter({ databaseUrl: env.databaseUrl, dataDir: env.dataDir }),
    editor: lexicalEditor(),
    ...(mail === undefined ? {} : { email: mail }),
    sharp,
    collections: collections.map((collection) => inThisNewsroom(collection, env)),
    localization: {
      locales: env.languages.map((code) => ({ code, label: languageName(code), rtl: RIGHT_TO_LEFT.has(code.split('-')[0] ?? '') })),
      defaultLocale: env.defaultLanguage,
      fallback: true,
    },
    i18n: { supportedLanguages: { en, fr, ar, ru, es, tr }, fallbackLanguage: 'en' },
    graphQL: { ...graphqlDoors, disablePlaygroundInProduction: true, maxComplexity: 1000, schemaOutputFile: path.join(projectRoot, 'schema.graphql') },
    typescript: { outputFile: path.join(projectRoot, 'src/payload-types.ts'), declare: false },
    upload: { limits: { fileSize: env.limits.uploadBytes, files: 1 }, abortOnLimit: true, safeFileNames: true, preserveExtension: 5 },
    hooks: { afterError: [refuseEvenly, tellProblem] },
    jobs: { access: { run: () => false, queue: () => false, cancel: () => false } },
    admin: {
      user: 'users',
      autoLogin: false,
      // The default asks a foreign site for a picture, by a digest of the person's address.
      avatar: 'default',
      timezones: { defaultTimezone: env.newsroomTimeZone },
      importMap: { baseDir: projectRoot, importMapFile: path.join(projectRoot, 'src/app/(payload)/admin/importMap.js') },
      meta: { titleSuffix: ' · Counterpoint', robots: 'noindex, nofollow' },
      components: { beforeDashboard: ['/src/admin/DeskOverview.tsx#DeskOverview'] },
    },
  });
  return keepDoors(config);
}

function inThisNewsroom(collection: CollectionConfig, env: Env): CollectionConfig {
  const secure = env.publicUrl?.startsWith('https://') === true;
  if (typeof collection.auth === 'object') {
    return { ...collection, auth: { ...collection.auth, cookies: { sameSite: 'Lax', secure } } };
  }
  return collection;
}

function languageName(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
}
