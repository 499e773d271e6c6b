/** Without this file nobody could say afterwards who asked for what, and what they were told. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pinoHttp } from 'pino-http';
import type { Logger } from '../log.ts';
import type { Step } from './steps.ts';
import type { AddressOf } from './peerAddress.ts';
import { idOf } from './requestId.ts';

const quiet = /^\/(livez|readyz|metrics|_next\/static\/)/;

/** One line per answer: no query, no header and no body, since any of them can hold a secret. */
export function accessLog(log: Logger, addressOf: AddressOf): Step {
  const lineOf = (request: Asked, response: ServerResponse): object => {
    const path = pathOf(request.originalUrl ?? request.url ?? '');
    return { method: request.method, path, status: response.statusCode, address: addressOf(request) };
  };
  return pinoHttp<Asked, ServerResponse>({
    // A line has none of what is redacted elsewhere, and looking for it took longer than to answer.
    logger: log.child({}, { redact: { paths: [] } }),
    genReqId: idOf,
    quietReqLogger: true,
    quietResLogger: true,
    customAttributeKeys: { reqId: 'request', responseTime: 'milliseconds' },
    serializers: { req: () => undefined, res: () => undefined },
    // Otherwise all headers of both are collected first, for nothing.
    wrapSerializers: false,
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    customLogLevel: (request, response) => {
      if (quiet.test(request.originalUrl ?? request.url ?? '')) return 'debug';
      if (response.statusCode === 503) return 'warn';
      return response.statusCode >= 500 ? 'error' : 'info';
    },
    customSuccessObject: (request, response, value: object) => ({ ...value, ...lineOf(request, response) }),
    // What failed has a line of its own, with its stack.
    customErrorObject: (request, response, _error, { err: _stack, ...value }: { err?: unknown }) => ({ ...value, ...lineOf(request, response) }),
  });
}

/** Express keeps the address as it came where it changes it. */
type Asked = IncomingMessage & { originalUrl?: string };

/** The path, with the tokens that Payload and previews carry in it left out. */
function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  return path.replace(/\/(reset|verify|preview|reset-password)\/[^/]+/g, '/$1/[redacted]');
}
