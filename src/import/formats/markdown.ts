/** Without this file a Markdown document could not come in: its source is the text, its marks are understood later. */
import { decodeUtf8 } from './utf8.ts';
import type { Format } from './format.ts';

export const markdown: Format = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  read: (bytes) => ({ text: decodeUtf8(bytes), date: null }),
};
