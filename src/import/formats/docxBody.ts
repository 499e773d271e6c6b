/** Without this file the words of a word-processor document would stay between its tags: one part of it, element by element, into blocks. */
import type { SaxesTagNS } from 'saxes';
import { isOn, type DocxParts, type Relation } from './docxParts.ts';
import { DocxLists, type ListPlace } from './docxLists.ts';
import { imageType } from './images.ts';
import { runMarks, styleOf, type RunProperties } from './docxStyles.ts';
import type { Marks, TextBuilder } from './textBuilder.ts';
import { attribute, readXml } from './xml.ts';

/** The sign of a note in the text, and where it stands. */
export interface NoteSign {
  sign: string;
  at: ReturnType<TextBuilder['here']>;
}

/** What tracked changes took away, and the properties that they changed. */
const skipped = new Set(['del', 'moveFrom', 'rPrChange', 'pPrChange', 'tblPrChange', 'tcPrChange', 'trPrChange', 'sectPrChange']);
/** Numbers that change from page to page. */
const pageNumber = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i;
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

interface Paragraph {
  style: string | null;
  heading: number | null;
  list: ListPlace | null;
  begun: boolean;
}

/** Reads parts of one document into `builder`; notes are counted through all of them. */
export class DocxBody {
  /** By kind and id of the note. */
  readonly signs = new Map<string, NoteSign>();
  /** Text that the document holds and does not show. */
  readonly hidden: string[] = [];
  readonly #lists: DocxLists;
  readonly #paragraphs: Paragraph[] = [];
  readonly #runs: RunProperties[] = [];
  readonly #links: (string | null)[] = [];
  readonly #fields: { code: string; result: boolean }[] = [];
  readonly #choices: boolean[] = [];
  #relations: ReadonlyMap<string, Relation> = new Map();
  #skip = 0;
  /** The text of the element that is open, where it is one whose text counts. */
  #words: { kind: 'text' | 'code'; keepsSpace: boolean; words: string } | null = null;
  #alt: string | null = null;
  #note: NoteSign | null = null;
  #tracked = false;
  #afterSign = false;

  constructor(
    readonly parts: DocxParts,
    readonly builder: TextBuilder,
  ) {
    this.#lists = new DocxLists(builder, parts.counts);
  }

  /** Reads the part `name`, if there is one. */
  read(name: string): void {
    const xml = this.parts.xml(name);
    if (xml === null) return;
    this.#relations = this.parts.relationsOf(name);
    this.builder.startBlock();
    readXml(xml, name, {
      open: (tag) => this.#open(tag),
      text: (text) => {
        if (this.#words) this.#words.words += text;
      },
      close: (tag) => this.#close(tag),
    });
    this.#lists.leave();
  }

  #open(tag: SaxesTagNS): void {
    const { local } = tag;
    if (this.#skip > 0 || skipped.has(local) || this.#isOtherChoice(local)) {
      this.#skip += 1;
      if (local === 'delText' && !this.#tracked) {
        this.#tracked = true;
        this.builder.remark('text that was deleted while changes were tracked was left out');
      }
      return;
    }
    if (!this.#openStructure(tag) && !this.#openProperty(tag)) this.#openContent(tag);
  }

  #close({ local }: SaxesTagNS): void {
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    if (local === 't') this.#closeText();
    else if (local === 'instrText') this.#closeCode();
    else if (local === 'p') {
      this.#paragraphs.pop();
      this.builder.startBlock();
    } else if (local === 'r') this.#runs.pop();
    else if (local === 'hyperlink') this.#links.pop();
    else if (local === 'fldSimple') this.#fields.pop();
    else if (local === 'AlternateContent') this.#choices.pop();
    else if (local === 'txbxContent') this.builder.closeBox();
    else if (local === 'tbl') this.builder.closeTable();
    else if (local === 'footnote' || local === 'endnote') this.#note = null;
  }

  #openStructure(tag: SaxesTagNS): boolean {
    switch (tag.local) {
      case 'p':
        this.#paragraphs.push({ style: null, heading: null, list: null, begun: false });
        this.builder.startBlock();
        return true;
      case 'r':
        this.#runs.push({});
        return true;
      case 'tbl':
        this.#lists.leave();
        this.builder.openTable();
        return true;
      case 'tr':
        this.builder.openRow();
        return true;
      case 'tc':
        this.builder.openCell();
        return true;
      case 'txbxContent':
        this.builder.openBox();
        return true;
      case 'hyperlink':
        this.#links.push(this.#targetOf(attribute(tag, 'id')));
        return true;
      case 'fldSimple':
        this.#fields.push({ code: attribute(tag, 'instr') ?? '', result: true });
        return true;
      case 'AlternateContent':
        this.#choices.push(false);
        return true;
      case 'footnote':
      case 'endnote':
        this.#openNote(tag);
        return true;
      default:
        return false;
    }
  }

  #openProperty(tag: SaxesTagNS): boolean {
    const value = attribute(tag, 'val');
    const run = this.#runs.at(-1);
    const paragraph = this.#paragraphs.at(-1);
    if (run) {
      if (tag.local === 'b') run.bold = isOn(value);
      else if (tag.local === 'bCs') run.boldComplex = isOn(value);
      else if (tag.local === 'i') run.italic = isOn(value);
      else if (tag.local === 'iCs') run.italicComplex = isOn(value);
      else if (tag.local === 'rtl' || tag.local === 'cs') run.complex = isOn(value);
      else if (tag.local === 'vanish') run.hidden = isOn(value);
      else if (tag.local === 'rStyle') run.style = value;
      else return false;
      return true;
    }
    if (!paragraph) return false;
    if (tag.local === 'pStyle') paragraph.style = value ?? null;
    else if (tag.local === 'outlineLvl' && /^[0-8]$/.test(value ?? '')) paragraph.heading = Number(value) + 1;
    else if (tag.local === 'numId') paragraph.list = { id: value ?? '0', level: paragraph.list?.level ?? 0 };
    else if (tag.local === 'ilvl') paragraph.list = { id: paragraph.list?.id ?? '', level: Number(value ?? 0) };
    else return false;
    return true;
  }

  #openContent(tag: SaxesTagNS): void {
    const { local } = tag;
    // A tab or break among the properties of a paragraph is none.
    const inRun = this.#runs.length > 0;
    if (local === 't') this.#words = { kind: 'text', keepsSpace: attribute(tag, 'space') === 'preserve' || tag.prefix !== 'w', words: '' };
    else if (local === 'instrText') this.#words = { kind: 'code', keepsSpace: true, words: '' };
    else if (local === 'fldChar') this.#field(attribute(tag, 'fldCharType'));
    else if (inRun && (local === 'tab' || local === 'ptab')) this.#add('\t');
    else if (inRun && (local === 'br' || local === 'cr')) this.#break();
    else if (local === 'noBreakHyphen') this.#add('\u2011');
    else if (local === 'softHyphen') this.#add('\u00ad');
    else if (local === 'sym') this.#symbol(attribute(tag, 'char') ?? '');
    else if (local === 'footnoteReference' || local === 'endnoteReference') this.#reference(tag);
    else if (local === 'footnoteRef' || local === 'endnoteRef') this.#addSign();
    else if (local === 'docPr' || local === 'shape') this.#alt = attribute(tag, 'descr') ?? attribute(tag, 'alt') ?? null;
    else if (local === 'blip') this.#image(attribute(tag, 'embed') ?? attribute(tag, 'link'));
    else if (local === 'imagedata') this.#image(attribute(tag, 'id'));
    else if (local === 'altChunk') this.builder.remark('a document that lies inside this one was left out');
    else if (local === 'chart' || local === 'relIds') this.builder.remark('a chart or diagram was left out');
  }

  /** The first choice is read, and what older programs would show instead is not. */
  #isOtherChoice(local: string): boolean {
    if (local !== 'Choice' && local !== 'Fallback') return false;
    const taken = this.#choices.pop() ?? false;
    this.#choices.push(true);
    return taken;
  }

  #openNote(tag: SaxesTagNS): void {
    const type = attribute(tag, 'type') ?? 'normal';
    this.#note = this.signs.get(`${tag.local} ${attribute(tag, 'id') ?? ''}`) ?? null;
    this.builder.startBlock();
    this.builder.refersTo = this.#note?.at ?? null;
    // The lines that part notes from the text are notes of a type of their own.
    if (type !== 'normal') this.#note = null;
  }

  #reference(tag: SaxesTagNS): void {
    if (attribute(tag, 'id') === undefined) return;
    this.#begin();
    const custom = isOn(attribute(tag, 'customMarkFollows') ?? '0');
    const sign = custom ? '' : [...String(this.signs.size + 1)].map((digit) => superscripts[Number(digit)] ?? digit).join('');
    this.signs.set(`${tag.local.replace('Reference', '')} ${attribute(tag, 'id') ?? ''}`, { sign, at: this.builder.here() });
    this.#add(sign);
  }

  #addSign(): void {
    this.#add(this.#note?.sign ?? '');
    this.#afterSign = true;
  }

  #closeText(): void {
    const { words = '', keepsSpace = true } = this.#words ?? {};
    this.#words = null;
    const even = words.replace(/[\t\r\n]/g, ' ');
    const shown = keepsSpace ? even : even.trim();
    // Some programs leave it to the layout to part a note from its sign.
    this.#add(this.#afterSign && /^\S/.test(shown) ? ` ${shown}` : shown);
    this.#afterSign = false;
  }

  #closeCode(): void {
    const field = this.#fields.at(-1);
    if (field && !field.result) field.code += this.#words?.words ?? '';
    this.#words = null;
  }

  #field(type: string | undefined): void {
    const field = this.#fields.at(-1);
    if (type === 'begin') this.#fields.push({ code: '', result: false });
    else if (type === 'separate' && field) field.result = true;
    else if (type === 'end') this.#fields.pop();
  }

  #add(text: string): void {
    if (text === '' || this.#fields.some(({ code }) => pageNumber.test(code))) return;
    if (this.#runs.at(-1)?.hidden) {
      this.hidden.push(text);
      return;
    }
    this.#begin();
    this.builder.add(text, this.#marks());
  }

  #break(): void {
    this.#begin();
    this.builder.lineBreak();
  }

  #symbol(code: string): void {
    const point = /^[0-9a-f]{1,5}$/i.test(code) ? parseInt(code, 16) : 0;
    if (point > 0) this.#add(String.fromCodePoint(point));
  }

  /** Heading and list are known when the first word of a paragraph comes. */
  #begin(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || paragraph.begun) return;
    paragraph.begun = true;
    const style = styleOf(this.parts.styles, paragraph.style);
    const list = paragraph.list ? { ...paragraph.list, id: paragraph.list.id || (style.list?.id ?? '') } : style.list;
    this.#lists.place(list);
    const heading = paragraph.heading ?? style.heading;
    if (heading !== null) this.builder.startBlock('heading', Math.min(heading, 6));
  }

  #marks(): Marks {
    const code = [...this.#fields].reverse().find(({ code: one }) => /^\s*HYPERLINK\s/i.test(one))?.code ?? '';
    const url = this.#links.at(-1) ?? /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1] ?? null;
    return { ...runMarks(this.parts.styles, this.#paragraphs.at(-1)?.style ?? null, this.#runs.at(-1) ?? {}), url };
  }

  #image(id: string | undefined): void {
    const relation = this.#relations.get(id ?? '');
    const bytes = relation && !relation.external ? this.parts.bytes(relation.target) : null;
    const alt = this.#alt?.trim() ?? '';
    this.#begin();
    if (bytes)
      this.builder.image({
        type: imageType(bytes) ?? `image/${/\.(\w+)$/.exec(relation?.target ?? '')?.[1]?.toLowerCase() ?? 'unknown'}`,
        bytes,
        alt: alt === '' ? null : alt,
      });
    else this.builder.remark(`an image that is not in the document was left out${relation ? `: ${relation.target.slice(0, 200)}` : ''}`);
  }

  #targetOf(id: string | undefined): string | null {
    const relation = this.#relations.get(id ?? '');
    return relation?.external ? relation.target : null;
  }
}
