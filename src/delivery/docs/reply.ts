/** Without this file each page would say for itself how it is sent. */
import type { Ready } from '../ready.ts';
import { plainPolicy } from './plainPage.ts';

/** An HTML page of ours, for everybody. */
export function pageReply(body: string, keys = ''): Ready {
  return { type: 'text/html; charset=utf-8', body, keys, more: { 'Content-Security-Policy': plainPolicy } };
}
