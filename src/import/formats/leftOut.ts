/** Without this file pictures and films that a page hides or has from elsewhere would be gone without a word. */

/** What stands in a page and is no text, in the newsroom's words. */
const kinds: Readonly<Record<string, string>> = {
  img: 'an image',
  video: 'a video',
  audio: 'a recording',
  iframe: 'a frame with another page',
  object: 'an embedded object',
  embed: 'an embedded object',
};

/** The sentence for an element of a page that does not come in; null when it shows nothing but text. */
export function leftOut(element: string, attributes: Readonly<Record<string, string>>, isShown: boolean): string | null {
  const kind = kinds[element];
  if (kind === undefined) return null;
  const address = addressOf(attributes);
  // Videos and recordings name what they play within.
  if (address === '' && element === 'img') return null;
  return `${kind}${isShown ? '' : ' that the page does not show'} was left out${address === '' ? '' : `: ${shortened(address)}`}`;
}

/** The address in as many characters as one can read; of an image within it only what kind it is. */
export function shortened(address: string): string {
  return (/^\s*data:[^,]{0,100},/i.exec(address)?.[0] ?? address).slice(0, 200);
}

/** Where an element has its picture from; pages that load theirs late name it elsewhere than in `src`. */
export function addressOf({ src, srcset, data, 'data-src': late, 'data-srcset': lateSet }: Readonly<Record<string, string>>): string {
  const [first = ''] = (srcset ?? lateSet ?? '').trim().split(/[\s,]+/, 1);
  return [src, late, data, first].find((one) => one !== undefined && one.trim() !== '') ?? '';
}
