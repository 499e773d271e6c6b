/** Without this file a restore, a plug-in or a forgotten `draft: true` would write what readers see, past approval. */
import type { BaseDatabaseAdapter, JsonObject, PayloadRequest } from 'payload';
import { around } from './around.ts';

const RELEASING = Symbol.for('counterpoint.releasing');

/**
 * Runs `write` with leave to write published rows; only releasing an approved story has it.
 * The leave ends with `write`: what the same request does afterwards is an edit again.
 */
export async function releasing<Result>(req: Pick<PayloadRequest, 'context'>, write: () => Promise<Result>): Promise<Result> {
  const context = req.context as Record<symbol, unknown>;
  context[RELEASING] = true;
  try {
    return await write();
  } finally {
    delete context[RELEASING];
  }
}

/**
 * On collections with drafts: an update of the main row without leave is left undone (the version that follows it holds the edit),
 * and no version calls itself published. Creating writes the main row as a draft, which nobody outside sees.
 */
export function onlyReleasesPublish(adapter: BaseDatabaseAdapter): void {
  const guarded = (collection: string, req: Partial<PayloadRequest> | undefined): boolean => {
    const context = req?.context as Record<symbol, unknown> | undefined;
    return hasDrafts(adapter, collection) && context?.[RELEASING] !== true;
  };
  around(adapter, 'create', (stock) => (args) => stock(guarded(args.collection, args.req) ? { ...args, data: asDraft(args.data) } : args));
  around(adapter, 'updateOne', (stock) => async (args) => {
    if (guarded(args.collection, args.req)) return { ...args.data, id: args.id };
    const updated: unknown = await stock(args);
    return updated;
  });
  around(adapter, 'updateMany', (stock) => async (args) => (guarded(args.collection, args.req) ? [] : stock(args)));
  around(
    adapter,
    'createVersion',
    (stock) => (args) => stock(guarded(args.collectionSlug, args.req) ? { ...args, versionData: asDraft(args.versionData) } : args),
  );
  around(adapter, 'updateVersion', (stock) => (args) => {
    const { version } = args.versionData;
    return stock(guarded(args.collection, args.req) && version ? { ...args, versionData: { ...args.versionData, version: asDraft(version) } } : args);
  });
}

function hasDrafts(adapter: BaseDatabaseAdapter, collection: string): boolean {
  const versions = adapter.payload.collections[collection]?.config.versions;
  return typeof versions === 'object' && Boolean(versions.drafts);
}

function asDraft<Data extends JsonObject>(data: Data): Data {
  return { ...data, _status: 'draft' };
}
