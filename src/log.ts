/** Without this file log lines would come in several shapes, and a password or a session cookie would sooner or later be in one. */
import { stdout } from 'node:process';
import { destination, pino, type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { Env } from './env.ts';

export type { Logger } from 'pino';

const secretNames = ['authorization', 'Authorization', 'cookie', 'Cookie', 'set-cookie', 'Set-Cookie', 'password', 'secret', 'token', 'key', 'apiKey'];
const containers = ['', '*', '*.*', '*.*.*'];

/** What pino replaces. Redaction knows no "at any depth", so every depth that we log is spelt out. */
export const redaction = {
  paths: containers.flatMap((container) => secretNames.map((name) => `${container}["${name}"]`)),
  censor: '[redacted]',
};

/**
 * One JSON object a line on standard output, with secrets replaced by `[redacted]`; coloured text for a person at a terminal outside production.
 * Lines are written at once, so that none is lost when the process ends.
 */
export function createLog(env: Pick<Env, 'logLevel' | 'production'>): Logger {
  const options = {
    level: env.logLevel,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: redaction,
  };
  if (stdout.isTTY && !env.production) return pino(options, pretty({ sync: true, ignore: 'hostname,pid' }));
  return pino(options, destination({ fd: 1, sync: true }));
}
