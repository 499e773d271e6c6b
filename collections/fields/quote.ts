/** The quoted words, paragraph by paragraph. A misquote is a disaster, so nothing here tidies: NFC is all that is applied. */
import type { JSONField } from 'payload';

const MAX_PARAGRAPHS = 1000;
const MAX_CHARACTERS = 200_000;

export const quoteField: JSONField = {
  name: 'quote',
  type: 'json',
  jsonSchema: {
    uri: 'counterpoint://quote.json',
    fileMatch: ['counterpoint://quote.json'],
    schema: { type: 'array', items: { type: 'string' } },
  },
  validate: (value: unknown) => {
    if (value === null || value === undefined) return true;
    if (!Array.isArray(value) || !value.every((paragraph) => typeof paragraph === 'string')) {
      return 'The quote is a list of paragraphs, each a text.';
    }
    const paragraphs = value;
    if (paragraphs.some((paragraph) => paragraph.trim() === '')) return 'A paragraph of the quote is empty.';
    if (paragraphs.length > MAX_PARAGRAPHS) return `A quote has at most ${MAX_PARAGRAPHS} paragraphs.`;
    if (paragraphs.join('').length > MAX_CHARACTERS) return `A quote has at most ${MAX_CHARACTERS.toLocaleString('en')} characters.`;
    return true;
  },
  hooks: {
    beforeChange: [
      ({ value }: { value?: unknown }) =>
        Array.isArray(value) ? value.map((paragraph: unknown) => (typeof paragraph === 'string' ? paragraph.normalize('NFC') : paragraph)) : value,
    ],
  },
  admin: {
    description: 'The words of the report, exactly. Leave an empty line between paragraphs.',
    components: { Field: '/src/admin/QuoteField.tsx#QuoteField' },
  },
};
