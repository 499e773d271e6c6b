/** Without this file a quoted report would have no source: where the lead-in ends, and which outlet and day it names. */
import { nameRange } from './names.ts';
import { readable } from './readable.ts';
import { seen } from './rows.ts';
import { findDate, type PrintedDate } from './printedDate.ts';
import type { Language } from './languages/language.ts';
import type { Range } from './story.ts';

export interface LeadIn {
  /** With the colon, without emphasis that wraps all of it. */
  range: Range;
  outlet: Range | null;
  date: PrintedDate | null;
}

const sentenceEnded = /\p{Ll}{3}[.!?]["”’»)]*\s+\p{Lu}|\p{Lo}{3}[.!?؟۔]["”’»)]*\s+\p{Lo}/u;

/** A lead-in longer than this is a paragraph that happens to hold a colon. */
const longest = 600;

/**
 * The lead-in that the text from `range.start` opens with, or null. It is understood when a reporting verb or a date stands before its
 * colon; a line that ends with a colon is a lead-in even when it is not.
 */
export function findLeadIn(text: string, range: Range, language: Language): LeadIn | null {
  const { words, back } = readable(text.slice(range.start, Math.min(range.end, range.start + longest)));
  const emphasis = /^[*_]{1,3}(?=\S)/.exec(words)?.[0] ?? '';
  for (const colon of colonsOf(words)) {
    if (emphasis !== '' && !words.startsWith(emphasis, colon + 1)) continue;
    const leadIn = leadInAt(words, emphasis.length, colon, language);
    if (leadIn) return moved(leadIn, (index) => range.start + back(index));
  }
  // The emphasis opened on a name, not on the whole lead-in.
  if (emphasis !== '') {
    for (const colon of colonsOf(words)) {
      const leadIn = leadInAt(words, 0, colon, language);
      if (leadIn) return moved(leadIn, (index) => range.start + back(index));
    }
  }
  return null;
}

/** Colons that end a phrase; not those of times and addresses. */
function colonsOf(head: string): number[] {
  return [...head.matchAll(/[:：](?=$|[\s"“”„«»‘’‚‹›'*_])/g)].map(({ index }) => index);
}

function leadInAt(head: string, from: number, colon: number, language: Language): LeadIn | null {
  const phrase = head.slice(from, colon);
  if (phrase.trim() === '') return null;
  // A sentence that has ended, or a quotation that has run on, is the report itself.
  if (sentenceEnded.test(phrase) || /^["“„«‘'][^"”“»’']{60}/.test(phrase) || /[,.!?]["”»]/.test(phrase)) return null;
  const date = findDate(phrase, language);
  const verb = language.reportingVerb.test(phrase);
  const endsLine = /^[*_]*[^\S\r\n]*(?:[\r\n]|$)/.test(head.slice(colon + 1));
  if (!date && !verb && !endsLine) return null;
  const outlet = date || verb ? outletOf(phrase, date, language) : null;
  return moved({ range: { start: 0, end: colon + 1 - from }, outlet, date }, (index) => index + from);
}

/** The outlet's name: before or after the date, at the side where the reporting verb leaves one. */
function outletOf(phrase: string, date: PrintedDate | null, language: Language): Range | null {
  const before = { start: 0, end: date ? date.range.start : phrase.length };
  const after = { start: date ? date.range.end : phrase.length, end: phrase.length };
  return (
    nameBesideVerb(phrase, before, language) ?? nameBesideVerb(phrase, after, language) ?? cleaned(phrase, before, language) ?? cleaned(phrase, after, language)
  );
}

function nameBesideVerb(phrase: string, { start, end }: Range, language: Language): Range | null {
  const side = phrase.slice(start, end);
  const verb = language.reportingVerb.exec(side);
  if (!verb) return null;
  const afterVerb = verb.index + verb[0].length;
  const by = language.passive.exec(side.slice(afterVerb));
  if (by) return cleaned(phrase, { start: start + afterVerb + by[0].length, end }, language);
  const before = (): Range | null => cleaned(phrase, { start, end: start + verb.index }, language);
  const after = (): Range | null => cleaned(phrase, { start: start + afterVerb, end }, language);
  if (language.outletAfterVerb === 'first') return after() ?? before();
  return before() ?? (language.outletAfterVerb === 'otherwise' ? after() : null);
}

/** What is left of `range` when everything that is no part of a name is taken off its ends; null when that is no name. */
function cleaned(phrase: string, range: Range, language: Language): Range | null {
  let { start, end } = range;
  const dropFront = (pattern: RegExp): void => {
    start += pattern.exec(phrase.slice(start, end))?.[0].length ?? 0;
  };
  const dropBack = (pattern: RegExp): void => {
    end -= pattern.exec(phrase.slice(start, end))?.[0].length ?? 0;
  };
  dropFront(/^[\s,،;؛()–—-]+/);
  dropFront(language.opening);
  dropFront(language.article);
  // "Harbour Post, the city's daily," : what explains the name is no part of it.
  dropBack(/[,،]\s+\p{Ll}[^]*$/u);
  dropBack(/[\s,،;؛(–—-]+$/);
  dropBack(language.auxiliary);
  dropBack(/[\s,،;؛(–—-]+$/);
  // «Harbour Post», or what it is before it: newspaper «Harbour Post».
  const quoted = /^(?:[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\s-]*\s)?["“”„«»‘‚'‹›]([^"“”„«»‹›]+)["“”«»’‘'‹›]$/u.exec(phrase.slice(start, end));
  if (quoted?.[1] !== undefined) [start, end] = [end - 1 - quoted[1].length, end - 1];
  const name = nameRange(phrase, { start, end });
  const words = seen(phrase.slice(name.start, name.end));
  if (words.length === 0 || words.length > 120 || !/[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(words)) return null;
  return name;
}

function moved({ range, outlet, date }: LeadIn, to: (index: number) => number): LeadIn {
  const move = ({ start, end }: Range): Range => ({ start: to(start), end: to(end) });
  return { range: move(range), outlet: outlet && move(outlet), date: date && { ...date, range: move(date.range) } };
}
