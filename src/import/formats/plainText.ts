/** Without this file a plain text document could not come in: every character in it is meant as it stands. */
import { decode } from './encoding.ts';
import type { Format } from './format.ts';

export const plainText: Format = {
  name: 'plainText',
  extensions: ['.txt', '.text'],
  read: (bytes, encoding) => ({ text: decode(bytes, encoding), date: null, layout: null }),
};
