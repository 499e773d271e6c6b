/** The client's half of an edit's compare-and-set: which revision it believes it is changing (API section 5, edits). */
import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload';
import { revisionNamed } from '../../src/domain/revision.ts';
import { Problem } from '../../src/errors.ts';

/** Takes `If-Match` or the body's `rev` out of an update; required of requests that carry an Authorization header. */
export const expectRevision: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'update' && operation !== 'restoreVersion' && operation !== 'create') return args;
  const data = (args as { data?: Record<string, unknown> }).data;
  const inBody = data?.rev;
  if (data) delete data.rev;
  if (operation === 'create') return args;
  const expected = operation === 'update' ? (revisionNamed(req.headers) ?? revisionIn(inBody)) : revisionNamed(req.headers);
  if (expected === null && operation === 'update' && mustNameRevision(req)) {
    throw new Problem(428, 'revision-required', 'Say which revision you are changing: send If-Match with the ETag you read, or rev in a GraphQL update.');
  }
  req.context.expectedRevision = expected;
  return args;
};

/** Whether `req` comes from a program (it carries Authorization) and so has to say what it read. */
export function mustNameRevision(req: Pick<PayloadRequest, 'headers' | 'payloadAPI'>): boolean {
  return req.payloadAPI !== 'local' && req.headers.has('authorization') && !req.headers.has('if-match');
}

function revisionIn(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new Problem(400, 'bad-revision', 'rev has to be the whole number that you read.', [{ pointer: '/rev', detail: 'a whole number' }]);
}
