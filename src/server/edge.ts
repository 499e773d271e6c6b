/** Without this file a kept answer would pass other doors than one that is worked out: the one place for headers, limits and the log. */
import type { Env } from '../env.ts';
import type { Logger } from '../log.ts';
import { accessLog } from './accessLog.ts';
import { crossOrigin, privateAnswers } from './crossOrigin.ts';
import { frontDoor } from './frontDoor.ts';
import type { Metrics } from './metrics.ts';
import type { AddressOf } from './peerAddress.ts';
import { limitRequests } from './rateLimits.ts';
import type { Readiness } from './readiness.ts';
import { plainAddress } from './requestAddress.ts';
import { requestId } from './requestId.ts';
import { securityHeaders } from './securityHeaders.ts';
import type { Step } from './steps.ts';

export interface EdgeParts {
  env: Pick<Env, 'publicUrl' | 'rateLimitPerMinute'> & { limits: Pick<Env['limits'], 'urlBytes'> };
  log: Logger;
  readiness: Readiness;
}

/** What every request passes, whoever answers it, in this order. */
export function edge({ env, log, readiness }: EdgeParts, { measure }: Pick<Metrics, 'measure'>, addressOf: AddressOf): readonly Step[] {
  return [
    requestId,
    measure,
    accessLog(log, addressOf),
    securityHeaders(env),
    privateAnswers,
    frontDoor(readiness),
    plainAddress(env.limits.urlBytes),
    limitRequests(env, addressOf),
    crossOrigin(env),
  ];
}
