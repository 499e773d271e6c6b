/** What a picture shows, in words: nobody saves a picture without them, but an import may bring one whose words are still to be written. */
import type { TextField } from 'payload';
import { text } from 'payload/shared';

/** Under this key a request of the newsroom's own says that the words come later; no client can. */
const LATER = 'describedLater';

export const altField: TextField = {
  name: 'alt',
  type: 'text',
  required: true,
  maxLength: 1000,
  admin: { description: 'What the picture shows, for those who cannot see it.' },
  // A story with such a picture is not ready (src/editorial/readiness.ts).
  validate: (value, options) => (value === '' && options.operation === 'create' && options.req.context[LATER] === true ? true : text(value, options)),
};
