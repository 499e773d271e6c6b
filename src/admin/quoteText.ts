/** Without this file editing a quote could change it: paragraphs to the text of one box and back, every character kept. */

/** The paragraphs as one text, an empty line between two. */
export function textOf(paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n');
}

/**
 * The paragraphs of `text`, separated by empty lines. A single line break stays in its paragraph; within a paragraph nothing is
 * trimmed or corrected. Empty lines before, after and between paragraphs belong to none.
 */
export function paragraphsOf(text: string): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of text.split('\n')) {
    if (line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
}
