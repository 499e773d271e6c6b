/** Without this file emphasis and links of a comment would be tied to one editor: a small tree that any of them can take. */

export type RichInline = { type: 'text'; text: string; bold?: true; italic?: true } | { type: 'link'; url: string; children: RichInline[] } | { type: 'break' };

export type RichBlock =
  | { type: 'paragraph'; children: RichInline[] }
  | { type: 'heading'; level: number; children: RichInline[] }
  | { type: 'list'; ordered: boolean; items: RichBlock[][] }
  | { type: 'quote'; children: RichBlock[] }
  | { type: 'rule' };

/** The words of a tree without any form, for search and for comparing. */
export function richTextWords(blocks: readonly RichBlock[]): string {
  const inline = (child: RichInline): string => (child.type === 'text' ? child.text : child.type === 'break' ? '\n' : child.children.map(inline).join(''));
  const block = (one: RichBlock): string => {
    if (one.type === 'rule') return '';
    if (one.type === 'list') return one.items.map(richTextWords).join('\n');
    return one.type === 'quote' ? richTextWords(one.children) : one.children.map(inline).join('');
  };
  return blocks.map(block).join('\n\n');
}

/** `children` with a link around them where the address is one that a reader may be sent to; otherwise its words alone. */
export function link(url: string, children: RichInline[]): RichInline[] {
  return /^(?:https?:|mailto:)/i.test(url) ? [{ type: 'link', url, children }] : children;
}
