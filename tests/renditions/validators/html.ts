/** Without this file only we would say that our pages are HTML: html-validate, with its rules for standards, for accessibility and for documents. */
import { HtmlValidate } from 'html-validate';

const pages = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y', 'html-validate:standard'],
  rules: {
    // How characters and attributes are spelled is the writer's choice, as long as they mean the same.
    'no-raw-characters': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    // A comment may hold what its author wrote.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'tel-non-breaking': 'off',
    // What comes from the page's own server is as good as the page.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
});

/** Of a fragment nobody can say what stands above it. */
const fragments = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:standard'],
  rules: {
    'no-raw-characters': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'tel-non-breaking': 'off',
    'heading-level': ['error', { allowMultipleH1: false, minInitialRank: 'h2' }],
  },
});

/** What is wrong with a whole page. */
export function pageComplaints(document: string): Promise<string[]> {
  return complaintsOf(pages, document);
}

/** What is wrong with a piece of one. */
export function fragmentComplaints(document: string): Promise<string[]> {
  return complaintsOf(fragments, document);
}

async function complaintsOf(validator: HtmlValidate, document: string): Promise<string[]> {
  const { results } = await validator.validateString(document);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`));
}
