/** Without this file a field that nobody thought of would hold no secret, and its leak would go unseen. */
import type { SanitizedCollectionConfig } from 'payload';
import { ask, type Door } from './ask.ts';
import { canHoldWords, fieldsOf } from './config.ts';
import type { Marks } from './marks.ts';

/** Fields that could hold words by their type and hold none, and why. `*` stands for every collection. */
const WITHOUT_WORDS: Record<string, readonly string[]> = {
  'the id of a document or an account': [
    ...[
      '*.id',
      'authors.links.id',
      'users.sessions.id',
      '*.shownApproval',
      'articles.translationSet',
      '*.article',
      '*.document',
      '*.savedBy',
      'picture-tasks.picture',
      'ledger-tasks.subject',
      'ledger-tasks.reached',
    ],
    ...['ledger.source', 'ledger.onlyOnce', 'ledger.articleId'],
    ...['workflow.approval', 'workflow.published', 'publications.approval', 'workflow.lastEditedBy', '*.by', 'imports.revisions'],
  ],
  'a moment of the server’s own clock': [
    ...['*.createdAt', '*.updatedAt', '*.at', 'users.resetPasswordExpiration', 'users.resetPasswordRequestedAt', 'users.lockUntil', 'users.sessions.expiresAt'],
    ...['workflow.changedAt', 'workflow.leaseUntil', 'workflow.nextAttemptAt', 'picture-tasks.dueAt', 'nodes.startedAt', 'nodes.seenAt'],
    ...['news-excerpts.snapshot.capturedAt', 'signing-keys.madeAt', 'signing-keys.signsFrom', 'ledger-tasks.dueAt', 'leases.heldUntil'],
  ],
  'one of a few words that are in the source': [
    ...['articles.work', 'articles.publication', 'transitions.transition', 'transitions.from', 'transitions.to', 'cascades.collection', 'carriages.collection'],
    ...['workflow.problem', 'outlets.country', 'media.mimeType', 'media.sizes.thumbnail.mimeType', 'media.sizes.card.mimeType', 'media.sizes.hero.mimeType'],
  ],
  'a digest of what is in another field, or of a setting': ['approvals.contentDigest', 'imports.digest', 'media.sourceDigest', 'nodes.secret', 'nodes.media'],
  'a signature, of a key that everybody may know': ['ledger.signature', 'signing-keys.kid', 'signing-keys.publicKey'],
  'a part of the file’s name, which holds a secret': ['media.fileKey'],
  'of pictures from before their files were listed; nothing writes it': ['media.digests'],
  'done and gone before anybody can look; the files in it are those of media.renditions': [
    'picture-tasks.files',
    'picture-tasks.problem',
    'ledger-tasks.problem',
  ],
  'the name of a process, or of what it does': ['workflow.leaseOwner', 'picture-tasks.owner', 'leases.name', 'leases.owner'],
  'how an import was read: a language, a day, and digests of images': ['imports.reading'],
  'no door leads to it; tests/int/ledgerKeys.test.ts looks for it everywhere': ['signing-keys.sealedPrivateKey'],
  'no door tells it to anybody; tests/int/oracles.test.ts asks for it': ['users.salt', 'users.hash', 'users.resetPasswordToken'],
  'Payload’s own: the name of a global (there is none), of a migration, of a list in the panel': [
    ...['payload-locked-documents.globalSlug', 'payload-migrations.name', 'payload-preferences.key', 'payload-kv.key', 'payload-kv.data'],
  ],
};

/** What a member of staff finds. */
export interface Found {
  marks: Set<string>;
  /** `collection.path` of every field in which a mark was seen. */
  fields: Set<string>;
  /** By collection: the ids of all documents. */
  ids: Map<string, string[]>;
}

/** Looks for every secret where staff may see it: lists, drafts and versions of every collection. */
export async function findAsStaff(doors: readonly Door[], collections: readonly SanitizedCollectionConfig[], marks: Marks): Promise<Found> {
  const found: Found = { marks: new Set(), fields: new Set(), ids: new Map() };
  for (const { slug, versions, flattenedFields } of collections) {
    for (const door of doors) {
      const documents =
        slug === 'payload-preferences'
          ? await ownPreferences(door)
          : await documentsAt(door, `/api/${slug}?limit=100&depth=0&locale=all${versions ? '&draft=true' : ''}`);
      const old = versions ? await documentsAt(door, `/api/${slug}/versions?limit=100&depth=0`) : [];
      for (const mark of marks.in(JSON.stringify([documents, old]))) found.marks.add(mark);
      for (const { path } of fieldsOf(flattenedFields)) {
        if (marks.in(JSON.stringify(documents.map((document) => valueAt(document, path)))).size > 0) found.fields.add(`${slug}.${path}`);
      }
      if (!found.ids.has(slug) || documents.length > 0)
        found.ids.set(
          slug,
          documents.map(({ id }) => id),
        );
    }
  }
  return found;
}

/** Fields in which words can stand and no secret was seen. */
export function unknownFields(collections: readonly SanitizedCollectionConfig[], { fields }: Found): string[] {
  const wordless = new Set(Object.values(WITHOUT_WORDS).flat());
  return collections.flatMap(({ slug, flattenedFields }) =>
    fieldsOf(flattenedFields)
      .filter(canHoldWords)
      .map(({ path }) => [`${slug}.${path}`, `*.${path.split('.').at(-1) ?? ''}`] as const)
      .filter(([field, anywhere]) => !fields.has(field) && !wordless.has(field) && !wordless.has(anywhere))
      .map(([field]) => field),
  );
}

async function documentsAt(door: Door, path: string): Promise<{ id: string }[]> {
  const { status, body } = await ask(door, { path });
  return status === 200 ? (JSON.parse(Buffer.from(body, 'latin1').toString()) as { docs: { id: string }[] }).docs : [];
}

/** Everybody reads their own, by name, and nobody a list. */
async function ownPreferences(door: Door): Promise<{ id: string }[]> {
  const { status, body } = await ask(door, { path: '/api/payload-preferences/articles-list' });
  const preferences = status === 200 ? (JSON.parse(Buffer.from(body, 'latin1').toString()) as { id?: string }) : {};
  return preferences.id === undefined ? [] : [preferences as { id: string }];
}

function valueAt(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((one) => valueAt(one, path));
  const [first = '', ...rest] = path.split('.');
  const inner = value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[first] : undefined;
  return rest.length === 0 ? inner : valueAt(inner, rest.join('.'));
}
