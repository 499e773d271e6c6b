/** Without this file no format would be found: a new one is a file of its own and one line here. */
import { docx } from './docx.ts';
import { markdown } from './markdown.ts';
import { html } from './html.ts';
import { plainText } from './plainText.ts';
import type { Format } from './format.ts';

export const formats: readonly Format[] = [markdown, plainText, html, docx];
