/** A story's address in its own script's spirit: readable letters where they can be had, never an empty one. */
import slugify from '@sindresorhus/slugify';

/** Long enough for a headline, short enough for every URL limit after percent-encoding. */
export const MAX_SLUG_LENGTH = 96;

/**
 * The slug of `title`: transliterated to ASCII where the script allows it, otherwise the title's own letters and digits
 * joined by hyphens (an IRI segment, RFC 3987), otherwise `fallback`.
 */
export function slugFrom(title: string, fallback: string): string {
  const ascii = slugify(title, { decamelize: false });
  const letters = countLetters(title);
  // A title in a script without transliteration leaves a stump ("2024"): its own letters say more.
  const best = countLetters(ascii) >= Math.min(letters, 3) && ascii !== '' ? ascii : ownLetters(title);
  return shorten(best) || fallback;
}

/** Whether `value` may stand in a path as one segment without being read as anything else. */
export function isSlug(value: string): boolean {
  return (
    value.length <= MAX_SLUG_LENGTH &&
    value === value.normalize('NFC') &&
    /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:-[\p{L}\p{N}\p{M}]+)*$/u.test(value) &&
    value === value.toLowerCase()
  );
}

function ownLetters(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
}

function shorten(slug: string): string {
  if (slug.length <= MAX_SLUG_LENGTH) return slug;
  const cut = slug.slice(0, MAX_SLUG_LENGTH + 1);
  const lastHyphen = cut.lastIndexOf('-');
  const whole = lastHyphen > MAX_SLUG_LENGTH / 2 ? cut.slice(0, lastHyphen) : Array.from(slug).slice(0, 40).join('');
  return whole.replace(/-+$/, '');
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
