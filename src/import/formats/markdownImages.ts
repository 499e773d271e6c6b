/** Without this file the pictures that a Markdown document names would stay outside without a word: what names them is text like any other. */

/** An image of inline or reference form (CommonMark 0.31.2, section 6.4), or an element of HTML; the address or the reference is one of its groups. */
const image =
  /!\[(?:[^\][\r\n]|\[[^\][\r\n]{0,200}\]){0,500}\](?:\(\s{0,20}(?:<([^<>\r\n]{0,200})>|([^)\s]{0,200}))|\[([^\][\r\n]{1,200})\])|<img\s[^<>]{0,2000}?\bsrc\s{0,20}=\s{0,20}["']?([^"'\s>]{0,200})/gi;

/** Where in a Markdown text pictures are named, and by which address or reference. */
export function markdownImages(text: string): { at: number; address: string }[] {
  return [...text.matchAll(image)].map((found) => ({ at: found.index, address: found.slice(1).find((one) => one !== undefined) ?? '' }));
}
