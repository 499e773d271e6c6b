/** Without this file a word-processor document could not come in: its body, then what stands beside it, with nothing left inside. */
import { DocxBody } from './docxBody.ts';
import { docxParts, type DocxParts } from './docxParts.ts';
import { UnreadableDocument, type Format } from './format.ts';
import type { Aside } from './layout.ts';
import { TextBuilder } from './textBuilder.ts';

/** Parts beside the body, by the kind of their relation, in the order in which they stand at the end of the text. */
const beside: readonly [kind: string, aside: Aside][] = [
  ['footnotes', 'note'],
  ['endnotes', 'note'],
  ['header', 'pageHeader'],
  ['footer', 'pageFooter'],
  ['comments', 'margin'],
];

export const docx: Format = {
  name: 'docx',
  extensions: ['.docx', '.docm', '.dotx'],
  begins: (head) => head.startsWith('PK\u0003\u0004'),
  read: (bytes) => {
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
      throw new UnreadableDocument('the file is in the format of Word before 2007, or locked with a password; save it as .docx');
    const parts = docxParts(bytes);
    const builder = new TextBuilder();
    const body = new DocxBody(parts, builder);
    body.read(parts.main);
    for (const [kind, aside] of beside) {
      builder.startBlock();
      builder.aside = aside;
      for (const name of targetsOf(parts, kind)) {
        builder.refersTo = null;
        body.read(name);
      }
    }
    builder.startBlock();
    builder.aside = 'hidden';
    builder.refersTo = null;
    if (body.hidden.length > 0) builder.add(body.hidden.join(''), { bold: false, italic: false, url: null });
    const { text, layout } = builder.finish();
    if (text.trim() === '') throw new UnreadableDocument('the document holds no text');
    // The dates that a word processor keeps are those of the file, not of the story.
    return { text, layout, date: null };
  },
};

/** First, even and other pages have parts of their own, which often hold the same. */
function targetsOf(parts: DocxParts, kind: string): string[] {
  const seen = new Set<string>();
  const targets = [...parts.relationsOf(parts.main).values()].filter((relation) => relation.kind === kind && !relation.external).map(({ target }) => target);
  return [...new Set(targets)].filter((target) => {
    const xml = parts.xml(target) ?? '';
    return !seen.has(xml) && seen.add(xml) !== undefined;
  });
}
