/** The client's half of an edit's compare-and-set: which revision it believes it is changing (API section 5, edits). */
import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload';
import { revisionsNamed, type Seen } from '../../src/domain/revision.ts';
import { Problem } from '../../src/errors.ts';

/** What an edit says about itself, kept for the moment when its revision is claimed. */
export interface Expectation {
  /** Null when the client did not say, or said that any will do. */
  seen: Seen | null;
  /** What was sent, for the answer to whoever comes second. */
  sent: Record<string, unknown>;
}

const KEY = 'expectedRevision';

/** Takes `If-Match` or the body's `rev` out of an edit, a restoring or a deletion; an edit that carries an Authorization header has to say it. */
export const expectRevision: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (!['create', 'update', 'restoreVersion', 'delete'].includes(operation)) return args;
  const { data, id } = args as { data?: Record<string, unknown>; id?: unknown };
  const inBody = data?.rev;
  if (data) delete data.rev;
  if (operation === 'create') return args;
  const seen = req.payloadAPI === 'local' ? revisionIn(inBody) : seenBy(req, operation === 'update' ? inBody : undefined);
  // What Payload itself updates on a client's behalf (the token of a forgotten password) no client has read.
  if (operation === 'update' && overrideAccess !== true && mustNameRevision(req, inBody)) {
    throw new Problem(428, 'revision-required', 'Say which revision you are changing: send If-Match with the ETag you read, or rev in a GraphQL update.');
  }
  const sent = operation === 'restoreVersion' ? { version: id } : withoutSecrets(data ?? {});
  req.context[KEY] = { seen, sent } satisfies Expectation;
  // That a colleague has the document open is told to whoever opens it; who may write is decided by the revision alone.
  return operation === 'update' ? { ...args, overrideLock: true } : args;
};

/** What the edit in hand says about itself. One edit, one claim: whoever asks takes it away, so that a nested edit has its own. */
export function takeExpectation(req: Pick<PayloadRequest, 'context'>): Expectation {
  const expectation = req.context[KEY] as Expectation | undefined;
  delete req.context[KEY];
  return expectation ?? { seen: null, sent: {} };
}

/** Whether `req` comes from a program (it carries Authorization), has to say what it read, and did not. */
function mustNameRevision(req: Pick<PayloadRequest, 'headers' | 'payloadAPI'>, inBody: unknown): boolean {
  if (req.payloadAPI === 'local' || !req.headers.has('authorization') || req.headers.has('if-match')) return false;
  return req.payloadAPI === 'REST' || typeof inBody !== 'number';
}

/** A GraphQL request may hold several edits, each with its own `rev`; the header stands in for one that has none. */
function seenBy(req: Pick<PayloadRequest, 'headers' | 'payloadAPI'>, inBody: unknown): Seen | null {
  const [named, said] = [revisionsNamed(req.headers), revisionIn(inBody)];
  return req.payloadAPI === 'GraphQL' ? (said ?? named) : (named ?? said);
}

function revisionIn(value: unknown): Seen | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return [value];
  throw new Problem(400, 'bad-revision', 'rev has to be the whole number that you read.', [{ pointer: '/rev', detail: 'a whole number' }]);
}

function withoutSecrets(data: Record<string, unknown>): Record<string, unknown> {
  const { password: _password, 'confirm-password': _again, ...sent } = data;
  return structuredClone(sent);
}
