/** Without this file the panel could not tell what two people changed from what only one of them did. */
import { valueAt, withValue, type Comparable, type Text } from './comparable.ts';

/** A field in which two versions differ, and who changed it since the one that both began with. */
export interface Difference extends Comparable {
  theirs: unknown;
  yours: unknown;
  changed: 'theirs' | 'yours' | 'both';
}

/** Whose words of a field are kept. */
export type Choice = 'theirs' | 'yours';

/** The version that both began with, the one that is stored now, and the one in the form. */
export interface ThreeTexts {
  base: Text;
  theirs: Text;
  yours: Text;
}

/** What differs between the stored text and the form, in the order of the form. */
export function differencesIn(fields: readonly Comparable[], { base, theirs, yours }: ThreeTexts): Difference[] {
  return fields.flatMap((field) => {
    const [was, their, your] = [base, theirs, yours].map((text) => valueAt(text, field.path));
    if (sameValue(their, your) || leftToTheServer(field, your)) return [];
    const changed = sameValue(was, your) ? 'theirs' : sameValue(was, their) ? 'yours' : 'both';
    return [{ ...field, theirs: their, yours: your, changed }];
  });
}

/** Whether two texts say the same in all `fields`. */
export function sameText(fields: readonly Comparable[], one: Text, other: Text): boolean {
  return fields.every((field) => sameValue(valueAt(one, field.path), valueAt(other, field.path)) || leftToTheServer(field, valueAt(other, field.path)));
}

/** The form's text with `theirs` where that was chosen. */
export function merged(yours: Text, differences: readonly Difference[], choices: Readonly<Record<string, Choice>>): Text {
  return differences.filter(({ path }) => choices[path] === 'theirs').reduce((text, { path, theirs }) => withValue(text, path, theirs), yours);
}

/** What is chosen before anybody chooses: what only one side changed is theirs who changed it. */
export function givenChoices(differences: readonly Difference[]): Record<string, Choice> {
  return Object.fromEntries(differences.flatMap(({ path, changed }) => (changed === 'both' ? [] : [[path, changed] as const])));
}

/** An address that was left empty is made from the title by the server: an empty box says nothing about it. */
function leftToTheServer({ field }: Comparable, yours: unknown): boolean {
  return 'name' in field && field.name === 'slug' && isNothing(yours);
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** Forms and databases spell "nothing" in many ways, and objects in any order. */
function plain(value: unknown): unknown {
  if (isNothing(value)) return null;
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, plain(inner)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== null).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true;
  return Array.isArray(value) && value.length === 0;
}
