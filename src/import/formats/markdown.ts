/** Without this file a Markdown document could not come in: its source is the text, its marks are understood later. */
import { decode } from './encoding.ts';
import type { Format } from './format.ts';

export const markdown: Format = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  read: (bytes, encoding) => ({ text: decode(bytes, encoding), date: null, layout: null }),
};
