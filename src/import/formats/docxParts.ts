/** Without this file a word-processor file would be a heap of XML: its parts by what they are, its relations, styles and lists. */
import { posix } from 'node:path';
import { UnreadableDocument } from './format.ts';
import { attribute, readXml } from './xml.ts';
import { zipParts } from './zipParts.ts';

/** A relation of a part: where it leads, and whether that is outside the file. */
export interface Relation {
  kind: string;
  target: string;
  external: boolean;
}

/** What a paragraph or character style makes of its text. */
export interface Style {
  basedOn: string | null;
  /** 1 for titles and headings of the first level. */
  heading: number | null;
  bold: boolean | null;
  italic: boolean | null;
  list: { id: string; level: number } | null;
}

export interface DocxParts {
  /** The part as text. @throws {UnreadableDocument} when it is not UTF-8 or UTF-16. */
  xml: (name: string) => string | null;
  bytes: (name: string) => Uint8Array | null;
  /** Name of the main document. */
  main: string;
  relationsOf: (name: string) => ReadonlyMap<string, Relation>;
  styles: ReadonlyMap<string, Style>;
  /** Whether the list `id` counts on `level`. */
  counts: (id: string, level: number) => boolean;
}

/** @throws {UnreadableDocument} when the zip is no word-processor document. */
export function docxParts(file: Uint8Array): DocxParts {
  const parts = zipParts(file, (name) => (/\.(?:xml|rels)$/i.test(name) ? 'xml' : /(?:^|\/)media\/[^/]+$/i.test(name) ? 'media' : null));
  const bytes = (name: string): Uint8Array | null => parts.get(name) ?? null;
  const xml = (name: string): string | null => {
    const part = bytes(name);
    return part && decodeXml(part, name);
  };
  const relationsOf = (name: string): Map<string, Relation> => relations(xml, name);
  const main = [...relationsOf('').values()].find(({ kind }) => kind === 'officeDocument')?.target ?? 'word/document.xml';
  if (!parts.has(main)) throw new UnreadableDocument('the zip file is no word-processor document: it holds no text');
  const related = (kind: string): string | null => {
    const target = [...relationsOf(main).values()].find((relation) => relation.kind === kind)?.target;
    return target === undefined ? null : xml(target);
  };
  return { xml, bytes, main, relationsOf, styles: readStyles(related('styles')), counts: readNumbering(related('numbering')) };
}

function decodeXml(part: Uint8Array, name: string): string {
  const utf16 = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff);
  try {
    return new TextDecoder(utf16 ? (part[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(part);
  } catch {
    throw new UnreadableDocument(`${name} is neither UTF-8 nor UTF-16`);
  }
}

function relations(xml: (name: string) => string | null, name: string): Map<string, Relation> {
  const folder = name.replace(/[^/]*$/, '');
  const part = `${folder}_rels/${name.slice(folder.length)}.rels`;
  const found = new Map<string, Relation>();
  const text = xml(part);
  if (text === null) return found;
  readXml(text, part, {
    open: (tag) => {
      const [id, type, target] = ['Id', 'Type', 'Target'].map((local) => attribute(tag, local));
      if (tag.local !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
      const external = attribute(tag, 'TargetMode') === 'External';
      found.set(id, { kind: type.replace(/^.*\//, ''), target: external ? target : within(folder, target), external });
    },
  });
  return found;
}

/** A target as the name of a part; one that leads out of the file is the name of none. */
function within(folder: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
}

function readStyles(text: string | null): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  if (text === null) return styles;
  readXml(text, 'the styles', {
    open: (tag) => {
      const value = attribute(tag, 'val');
      if (tag.local === 'style') {
        style = { basedOn: null, heading: null, bold: null, italic: null, list: null };
        styles.set(attribute(tag, 'styleId') ?? '', style);
      }
      if (!style) return;
      if (tag.local === 'basedOn') style.basedOn = value ?? null;
      // The names of built-in styles are English in every language.
      if (tag.local === 'name') style.heading ??= /^title$/i.test(value ?? '') ? 1 : numberOf(/^heading (\d)$/i.exec(value ?? '')?.[1], 0);
      if (tag.local === 'outlineLvl') style.heading = numberOf(/^[0-8]$/.exec(value ?? '')?.[0], 1);
      if (tag.local === 'b') style.bold = isOn(value);
      if (tag.local === 'i') style.italic = isOn(value);
      if (tag.local === 'numId') style.list = { id: value ?? '0', level: style.list?.level ?? 0 };
      if (tag.local === 'ilvl') style.list = { id: style.list?.id ?? '0', level: Number(value ?? 0) };
    },
    close: (tag) => {
      if (tag.local === 'style') style = null;
    },
  });
  return styles;
}

function numberOf(digits: string | undefined, plus: number): number | null {
  return digits === undefined ? null : Number(digits) + plus;
}

/** Whether a property that is written without a value, or with one, holds. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/i.test(value);
}

function readNumbering(text: string | null): (id: string, level: number) => boolean {
  const bullets = new Set<string>();
  const abstracts = new Map<string, string>();
  let abstract = '';
  let level = '';
  let number = '';
  if (text !== null) {
    readXml(text, 'the lists', {
      open: (tag) => {
        const value = attribute(tag, 'val') ?? '';
        if (tag.local === 'abstractNum') abstract = attribute(tag, 'abstractNumId') ?? '';
        if (tag.local === 'lvl') level = attribute(tag, 'ilvl') ?? '';
        if (tag.local === 'numFmt' && /^(?:bullet|none)$/.test(value)) bullets.add(`${abstract}/${level}`);
        if (tag.local === 'num') number = attribute(tag, 'numId') ?? '';
        if (tag.local === 'abstractNumId') abstracts.set(number, value);
      },
    });
  }
  return (id, at) => !bullets.has(`${abstracts.get(id) ?? ''}/${at}`);
}
