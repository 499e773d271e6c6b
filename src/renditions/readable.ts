/** Without this file one control character in a pasted quotation would make a feed that no reader can open. */

/**
 * `text` without what XML 1.0 (section 2.2) and HTML (section 13.1.4) forbid: each control character, lone surrogate and noncharacter is shown as U+FFFD,
 * so that nobody takes the text for whole. Line breaks are `\n`.
 */
export function readable(text: string): string {
  // Two classes, each looked for in one go: one with a condition takes longer than all the rest of a feed.
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '\uFFFD')
    .replace(/[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, '\uFFFD');
}

/** The lines of `text`, each readable. */
export function linesOf(text: string): string[] {
  return readable(text).split('\n');
}

/** `text` for a place that has one line. */
export function inLine(text: string): string {
  return readable(text).replace(/\s+/g, ' ').trim();
}
