/** Without this file somebody would have to say of each document what language it is in: the language that its labels are in. */
import { findLabels, languagesWithLabels } from './labels.ts';
import { fallbackLanguage, languageFor } from './languages/registry.ts';
import type { Row } from './rows.ts';

/**
 * The language that a document is read in: the one given, or the one language whose labels explain every label that any language sees in it,
 * or `otherwise`. A warning says where that is doubtful.
 */
export function chooseLanguage(text: string, rows: readonly Row[], given: string | null, otherwise: string): { tag: string; warning: string | null } {
  if (given !== null || languageFor(otherwise) === undefined) {
    const tag = given ?? otherwise;
    const unknown = languageFor(tag) === undefined;
    return { tag, warning: unknown ? `there are no labels for the language "${tag}" yet; they were read as "${fallbackLanguage.tag}"` : null };
  }
  const found = languagesOfLabels(text, rows);
  const [only, ...others] = found;
  if (only === undefined) {
    const foreign = !writtenIn(text, otherwise);
    return { tag: otherwise, warning: foreign ? `no label tells the language of the document; it was read as "${otherwise}"` : null };
  }
  if (others.length === 0) return { tag: regional(only, otherwise), warning: null };
  return { tag: otherwise, warning: `its labels are of several languages (${found.join(', ')}); it was read as "${otherwise}"` };
}

/** The one language that explains all labels; or every language that has labels in the document, when none does. */
function languagesOfLabels(text: string, rows: readonly Row[]): string[] {
  const found = [...languagesWithLabels(text, rows)]
    .map((language) => ({ tag: language.tag, rows: new Set(findLabels(text, rows, language).map(({ row }) => row)) }))
    .filter((one) => one.rows.size > 0)
    .sort((a, b) => b.rows.size - a.rows.size);
  const [first, ...others] = found;
  if (!first) return [];
  const explainsAll = others.every((other) => other.rows.size < first.rows.size && [...other.rows].every((row) => first.rows.has(row)));
  return explainsAll ? [first.tag] : found.map(({ tag }) => tag);
}

/** `en-GB` stays `en-GB` where the labels only say English. */
function regional(tag: string, otherwise: string): string {
  return languageFor(otherwise)?.tag === tag ? otherwise : tag;
}

/** Whether most letters at the beginning of `text` are of the script that the labels of `tag` are written in. */
function writtenIn(text: string, tag: string): boolean {
  const script = scripts.find((one) => one.test(languageFor(tag)?.labels.news.join('') ?? ''));
  const letters = text.slice(0, 2000).match(/\p{L}/gu) ?? [];
  return script === undefined || letters.filter((letter) => script.test(letter)).length * 2 >= letters.length;
}

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u];
