/** Without this file a plain text document could not come in: every character in it is meant as it stands. */
import { decodeUtf8 } from './utf8.ts';
import type { Format } from './format.ts';

export const plainText: Format = {
  name: 'plainText',
  extensions: ['.txt', '.text'],
  read: (bytes) => ({ text: decodeUtf8(bytes), date: null }),
};
