/** Without this file an editor who compares two versions would read ids, node trees and time stamps. */
import type { ClientField } from 'payload';
import { textOf } from '../quoteText.ts';

/** What is needed to say a value in words. */
export interface Reading {
  language: string;
  yes: string;
  no: string;
  /** The titles of documents, by their ids. */
  titles: ReadonlyMap<string, string>;
  /** A label of Payload's, in the language of the panel. */
  label: (label: unknown) => string;
}

/** A field's value as an editor would read it; empty when there is none. */
export function readable(field: ClientField, value: unknown, reading: Reading): string {
  if (field.type === 'checkbox') return value === true ? reading.yes : reading.no;
  if (value === null || value === undefined || value === '') return '';
  switch (field.type) {
    case 'richText':
      return richTextInWords(value);
    case 'relationship':
    case 'upload':
      return listed(value, (id) => reading.titles.get(id) ?? id);
    case 'date':
      return moment(value, reading.language);
    case 'select':
    case 'radio':
      return listed(value, (chosen) => optionLabel(field.options, chosen, reading));
    case 'array':
      return Array.isArray(value) ? value.map((row) => rowInWords(field.fields, row, reading)).join('\n') : '';
    case 'json':
      return isTexts(value) ? textOf(value) : JSON.stringify(value, null, 2);
    default:
      return listed(value, (one) => one);
  }
}

/** The words of a rich text, a paragraph a line, and a mark before each item of a list. */
export function richTextInWords(value: unknown): string {
  const root = isNode(value) ? value['root'] : undefined;
  return blocksOf(root).join('\n\n');
}

type Node = Record<string, unknown>;

const BLOCKS = new Set(['paragraph', 'heading', 'quote']);

function blocksOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  const { type } = node;
  if (type === 'list')
    return [
      childrenOf(node)
        .map((item) => `• ${wordsOf(item)}`)
        .join('\n'),
    ];
  if (typeof type === 'string' && BLOCKS.has(type)) return [wordsOf(node)];
  return childrenOf(node).flatMap(blocksOf);
}

function wordsOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (typeof node['text'] === 'string') return node['text'];
  if (node['type'] === 'linebreak') return '\n';
  return childrenOf(node).map(wordsOf).join('');
}

function childrenOf(node: Node): unknown[] {
  return Array.isArray(node['children']) ? node['children'] : [];
}

function rowInWords(fields: readonly ClientField[], row: unknown, reading: Reading): string {
  if (!isNode(row)) return '';
  const said = fields.map((field) => ('name' in field && field.name !== 'id' ? readable(field, row[field.name], reading) : ''));
  return said.filter((words) => words !== '').join(' · ');
}

function listed(value: unknown, say: (one: string) => string): string {
  return (Array.isArray(value) ? value : [value]).map((one) => say(typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
}

function optionLabel(options: readonly unknown[], chosen: string, reading: Reading): string {
  const option = options.find((one) => one === chosen || (isNode(one) && one['value'] === chosen));
  return isNode(option) ? reading.label(option['label']) : chosen;
}

function moment(value: unknown, language: string): string {
  const at = new Date(String(value));
  if (Number.isNaN(at.getTime())) return String(value);
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
