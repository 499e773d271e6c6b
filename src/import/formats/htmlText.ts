/** Without this file a web page could not come in: its text as a browser shows it, with headings, emphasis, links, lists, tables and images. */
import { Parser } from 'htmlparser2';
import { UnreadableDocument } from './format.ts';
import type { Container, Layout } from './layout.ts';
import { dataImage, imageType, isRelative, type ImagesBeside } from './images.ts';
import { addressOf, leftOut, shortened } from './leftOut.ts';
import { TextBuilder, type Marks } from './textBuilder.ts';

export interface HtmlText {
  text: string;
  layout: Layout;
  /** Content of `<meta>` by its name or property, in lower case. */
  meta: ReadonlyMap<string, string>;
}

const blocks = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
const dropped = new Set(['script', 'style', 'template', 'head', 'iframe', 'object', 'embed', 'audio', 'video', 'canvas']);
/** Nobody writes deeper; who generates it means no good. */
const deepest = 1000;

interface Element {
  name: string;
  marks: Marks;
  container: boolean;
  pre: boolean;
  dropped: boolean;
  hidden: boolean;
}

/**
 * Reads HTML in one pass, however deep or long it is. Scripts and styles are dropped; text that is not shown stands at the end, as hidden,
 * and a remark names each image that is not, and each video and the like.
 * With `lineBreaks` a line end in the text is a break, and a blank line parts paragraphs, as WordPress's classic editor has it.
 * `beside` finds the images that relative addresses name.
 * @throws {UnreadableDocument} when elements are nested too deep.
 */
export function readHtmlText(html: string, { lineBreaks = false, beside = null }: { lineBreaks?: boolean; beside?: ImagesBeside | null } = {}): HtmlText {
  const reader = new HtmlReader(lineBreaks, beside);
  const parser = new Parser(reader, { decodeEntities: true });
  reader.line = () => lineAt(html, parser.startIndex);
  parser.write(html);
  parser.end();
  return reader.finish();
}

class HtmlReader {
  readonly #builder = new TextBuilder();
  readonly #stack: Element[] = [];
  readonly #meta = new Map<string, string>();
  readonly #hidden: string[] = [];
  #container = 0;
  line: () => number = () => 1;

  constructor(
    readonly lineBreaks: boolean,
    readonly beside: ImagesBeside | null,
  ) {}

  onopentag(name: string, attributes: Record<string, string>): void {
    const outer = this.#stack.at(-1);
    if (this.#stack.length >= deepest) throw new UnreadableDocument(`its elements are nested more than ${deepest} deep`, this.line());
    const element: Element = {
      name,
      marks: marksOf(name, attributes, outer?.marks ?? { bold: false, italic: false, url: null }),
      container: false,
      pre: name === 'pre' || name === 'textarea' || (outer?.pre ?? false),
      dropped: dropped.has(name) || (outer?.dropped ?? false),
      hidden: isHidden(attributes) || (outer?.hidden ?? false),
    };
    this.#stack.push(element);
    if (name === 'meta') this.#readMeta(attributes);
    if (element.dropped || element.hidden) {
      const remark = leftOut(name, attributes, !element.hidden && outer?.dropped !== true);
      if (remark !== null) this.#builder.remark(remark);
    }
    if (element.dropped) return;
    if (element.hidden) {
      this.#hidden.push(outer?.hidden === true ? `${this.#hidden.pop() ?? ''}${blocks.has(name) ? ' ' : ''}` : '');
      return;
    }
    this.#open(name, attributes, element);
  }

  ontext(text: string): void {
    const element = this.#stack.at(-1);
    if (element?.dropped) return;
    if (element?.hidden) this.#hidden.push(`${this.#hidden.pop() ?? ''}${text}`);
    else if (element?.pre) this.#builder.add(text.replace(/\r\n?/g, '\n'), element.marks);
    else if (this.lineBreaks) this.#withLineBreaks(text, element?.marks ?? noMarks);
    else this.#builder.addCollapsed(text, element?.marks ?? noMarks);
  }

  onclosetag(name: string): void {
    const element = this.#stack.pop();
    if (!element || element.dropped || element.hidden) return;
    if (name === 'q') this.#builder.add('”', element.marks);
    if (name === 'table') this.#builder.closeTable();
    else if (element.container) {
      this.#container -= 1;
      this.#builder.leave();
    } else if (blocks.has(name) || /^h[1-6]$/.test(name)) this.#builder.startBlock();
  }

  finish(): HtmlText {
    this.#builder.startBlock();
    this.#builder.aside = 'hidden';
    for (const text of this.#hidden) {
      this.#builder.startBlock();
      this.#builder.addCollapsed(text, noMarks);
    }
    return { ...this.#builder.finish(), meta: this.#meta };
  }

  #open(name: string, attributes: Record<string, string>, element: Element): void {
    const heading = /^h([1-6])$/.exec(name);
    const container = containerOf(name);
    if (name === 'br') this.#builder.lineBreak();
    else if (name === 'img') this.#image(attributes);
    else if (name === 'q') this.#builder.add('“', element.marks);
    else if (name === 'table') this.#builder.openTable();
    else if (name === 'tr') this.#builder.openRow();
    else if (name === 'td' || name === 'th') this.#builder.openCell();
    else if (heading) this.#builder.startBlock('heading', Number(heading[1]));
    else if (container && this.#container < deepestContainer) {
      this.#container += 1;
      element.container = true;
      this.#builder.enter(container);
    } else if (blocks.has(name)) this.#builder.startBlock();
  }

  #image(attributes: Record<string, string>): void {
    const { src = '', alt } = attributes;
    const words = alt?.trim() ?? '';
    const found = dataImage(src) ?? this.#besideOf(src);
    if (found === null) {
      const address = addressOf(attributes);
      if (address !== '') this.#builder.remark(`an image that is not in the document was left out: ${shortened(address)}`);
    } else if ('reason' in found) this.#builder.remark(`an image was left out, because ${found.reason}: ${shortened(src)}`);
    else this.#builder.image({ ...found, alt: words === '' ? null : words });
  }

  #besideOf(src: string): { type: string; bytes: Uint8Array } | { reason: string } | null {
    if (this.beside === null || !isRelative(src)) return null;
    const found = this.beside(src.trim());
    return 'reason' in found ? found : { type: imageType(found) ?? 'application/octet-stream', bytes: found };
  }

  #readMeta({ name, property, content }: Record<string, string>): void {
    const key = (property ?? name ?? '').toLowerCase();
    if (key !== '' && content !== undefined && !this.#meta.has(key)) this.#meta.set(key, content);
  }

  #withLineBreaks(text: string, marks: Marks): void {
    const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n[^\S\n]*\n\s*/);
    for (const [index, paragraph] of paragraphs.entries()) {
      if (index > 0) this.#builder.startBlock();
      for (const [line, words] of paragraph.split('\n').entries()) {
        if (line > 0) this.#builder.lineBreak();
        this.#builder.addCollapsed(words, marks);
      }
    }
  }
}

const noMarks: Marks = { bold: false, italic: false, url: null };
/** Deeper lists and quotations are only text: no editor shows them. */
const deepestContainer = 12;

function containerOf(name: string): Container | null {
  if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir') return { kind: 'list', ordered: name === 'ol' };
  if (name === 'li') return { kind: 'item' };
  return name === 'blockquote' ? { kind: 'quote' } : null;
}

function marksOf(name: string, { href, style = '' }: Record<string, string>, { bold, italic, url }: Marks): Marks {
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  const slant = /font-style\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  const heavy = weight === undefined ? bold || name === 'b' || name === 'strong' : /^(?:bold|bolder|[6-9]\d\d)$/.test(weight);
  const slanted = slant === undefined ? italic || name === 'i' || name === 'em' : slant !== 'normal';
  return { bold: heavy, italic: slanted, url: name === 'a' && href !== undefined ? href.trim() : url };
}

function isHidden({ hidden, style = '' }: Record<string, string>): boolean {
  return hidden !== undefined || /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(style);
}

function lineAt(html: string, offset: number): number {
  return html.slice(0, offset).split(/\r\n|\r|\n/).length;
}
