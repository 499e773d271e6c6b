/** Without this file a forgotten password could not be set anew: mail goes out by SMTP, or is said not to. */
import { createTransport } from 'nodemailer';
import type { EmailAdapter } from 'payload';
import type { Env } from '../env.ts';

/** Payload's mail over the SMTP server of the settings. */
export function mailAdapter({ host, port, user, password, from }: NonNullable<Env['smtp']>): EmailAdapter {
  const transport = createTransport({
    host,
    port,
    // 465 speaks TLS from the first byte (RFC 8314); other ports upgrade with STARTTLS.
    secure: port === 465,
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
  });
  return () => ({
    name: 'smtp',
    defaultFromAddress: from,
    defaultFromName: 'Counterpoint',
    sendEmail: (message) => transport.sendMail({ from, ...message }),
  });
}
