/** What a node says of itself, and how GraphQL and the public keys look: without it the document would end where our own JSON does. */
import { z } from 'zod';

/** GET /livez. */
export const livingSchema = z.strictObject({ status: z.literal('ok') });
/** GET /readyz. */
export const readinessSchema = z.strictObject({
  status: z.enum(['ok', 'degraded', 'starting', 'stopping']).describe('degraded: readers are answered, and only the editorial database is down.'),
  ledger: z.string().nullable().describe('The hash of the newest entry that this node shows.'),
});
/** GET /.well-known/jwks.json: RFC 7517. */
export const publicKeysSchema = z.strictObject({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })) });

/** What GraphQL answers (its specification, section 7). */
export const graphqlAnswerSchema = z.strictObject({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});
