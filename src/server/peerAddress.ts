/** Without this file the limits and the log would each have their own idea of whose request it is. */
import type { IncomingMessage } from 'node:http';
import proxyAddress from 'proxy-addr';

export type AddressOf = (request: IncomingMessage) => string | undefined;

/** X-Forwarded-For is believed for as many steps as there are proxies of ours, as Express does with `trust proxy`; undefined once the connection is gone. */
export function addressBehind(trustedProxies: number): AddressOf {
  return (request) => proxyAddress(request, (_address, step) => step < trustedProxies);
}
