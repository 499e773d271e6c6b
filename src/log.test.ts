/** Without these tests a secret could reach the log the day somebody logs a whole request. */
import { expect, it } from 'vitest';
import { pino } from 'pino';
import { redaction } from './log.ts';

it('no secret reaches the log, whatever object it sits in', () => {
  const lines: string[] = [];
  const log = pino({ redact: redaction }, { write: (line: string) => lines.push(line) });
  const secrets = {
    authorization: 'hunter2',
    cookie: 'hunter2',
    'set-cookie': ['hunter2'],
    password: 'hunter2',
    secret: 'hunter2',
    token: 'hunter2',
    key: 'hunter2',
  };
  log.info(secrets);
  log.info({ req: { headers: secrets, query: { token: 'hunter2' } }, res: { headers: secrets } });
  log.info({ err: { data: { doc: secrets } } });
  expect(lines).toHaveLength(3);
  expect(lines.join('')).not.toContain('hunter2');
  expect(lines.join('')).toContain('[redacted]');
});
