/** What can be wrong with a request as such, and what the server may not be able to do just now: without it clients would not know whether to change the request or to wait. */
import type { ErrorType } from './errorType.ts';

export const receivingErrors = {
  'malformed-body': {
    status: 400,
    title: 'The body cannot be read',
    happened: 'The body is not what its Content-Type says, is no JSON object where one is expected, or is nested too deeply.',
    remedy: 'Send a JSON object in UTF-8 (RFC 8259).',
    example: { detail: 'The body is not a JSON object.' },
  },
  'incomplete-body': {
    status: 400,
    title: 'The body ended early',
    happened: 'The connection closed before the whole body had come.',
    remedy: 'Send the request again.',
    example: { detail: 'The body ended before it was complete.' },
  },
  'malformed-host': {
    status: 400,
    title: 'The Host header is not a host',
    happened: 'The request does not say for which host it is meant.',
    remedy: 'Send a Host header with a name and, if need be, a port.',
    example: { detail: 'The Host header is not a host.' },
  },
  'method-override': {
    status: 400,
    title: 'That method cannot be named in a header',
    happened: 'X-HTTP-Method-Override turns a POST into a GET, and into nothing else.',
    remedy: 'Use the method itself.',
    example: { detail: 'Only GET may be named as the method of a POST.' },
  },
  'too-many-attempts': {
    status: 400,
    title: 'One attempt to sign in at a time',
    happened: 'A GraphQL operation tried to sign in more than once.',
    remedy: 'Send one operation for each attempt.',
    example: { detail: 'One attempt to sign in at a time.' },
  },
  'metrics-closed': {
    status: 403,
    title: 'Measurements are for the operator',
    happened: '/metrics is read from the machine itself, or with a token.',
    remedy: 'Set METRICS_TOKEN, and send it as Authorization: Bearer.',
    example: { detail: 'Metrics are read from the machine itself, or with METRICS_TOKEN as bearer token.' },
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    happened: 'The body has more bytes than are taken here.',
    remedy: 'Send less at once. The limits are in the .env of this newsroom: 1 MiB for JSON and 20 MiB for uploads, unless set otherwise.',
    example: { detail: 'A body may have 1048576 bytes here.' },
  },
  'unsupported-media-type': {
    status: 415,
    title: 'That kind of body is not taken here',
    happened: 'The Content-Type, or its character set, is none that is understood at this address.',
    remedy: 'Send application/json in UTF-8, or multipart/form-data for an upload.',
    example: { detail: 'A body is application/json, or multipart/form-data for an upload.' },
  },
  'encoded-body': {
    status: 415,
    title: 'The body is encoded',
    happened: 'A body with a Content-Encoding is not unpacked here.',
    remedy: 'Send it as it is.',
    example: { detail: 'A body is sent as it is, without Content-Encoding.' },
  },
  busy: {
    status: 503,
    title: 'Others are writing to it',
    happened: 'Several wrote to the same place at once, and trying again did not help in time. Nothing was stored.',
    remedy: 'Send the request again after the seconds in Retry-After.',
    example: { detail: 'Others are writing to this just now. Try again.' },
  },
  'database-busy': {
    status: 503,
    title: 'The database is locked',
    happened: 'Another transaction or process kept the database locked. Nothing was stored.',
    remedy: 'Send the request again after the seconds in Retry-After; if it lasts, the operator looks for the process that the sentence names.',
    example: { detail: 'Another process kept the database locked for 5 s; nothing was written.' },
  },
  'pictures-waiting': {
    status: 503,
    title: 'Too many pictures are waiting',
    happened: 'Pictures are worked on one after the other, and the queue is full.',
    remedy: 'Send the picture again after the seconds in Retry-After.',
    example: { detail: 'Too many pictures are waiting. Try again in a moment.' },
  },
  'pictures-not-available': {
    status: 503,
    title: 'The store of pictures does not answer',
    happened: 'Pictures lie in a store of their own, which does not answer just now.',
    remedy: 'Try again after the seconds in Retry-After.',
    example: { detail: 'The store of pictures does not answer. Try again in a moment.' },
  },
  'signing-key-sealed': {
    status: 503,
    title: 'The signing key cannot be opened',
    happened: 'The key that signs what is published was sealed under another PAYLOAD_SECRET.',
    remedy: 'The operator starts the newsroom with the secret it had, or makes a new key: counterpoint ledger rotate-key --now.',
    example: {
      detail:
        'The signing key k1 cannot be opened with this PAYLOAD_SECRET. Start with the secret it was made under, or make a new key: counterpoint ledger rotate-key --now',
    },
  },
} as const satisfies Record<string, ErrorType>;
