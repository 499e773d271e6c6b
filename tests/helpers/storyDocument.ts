/** Without this file every test of importing would carry a page of text: a document as newsrooms send it, with what a test wants different. */

export interface DocumentWords {
  title?: string;
  outlet?: string;
  day?: string;
  quote?: string;
  comment?: string;
  author?: string | null;
  extra?: string;
}

/** A document that is ready to be published, unless `author` is null. */
export function storyDocument({
  title = 'A bench by the river',
  outlet = 'Harbour Post',
  day = '24 May 2024',
  quote = '“The city will set up a bench by the river in June,” the mayor said.',
  comment = 'A bench is a promise that somebody may **stay**.',
  author = 'Ana Lind',
  extra = '',
}: DocumentWords = {}): string {
  const signOff = author === null ? '' : `Written for the River Forum by\n\n${author}\n\nMember of the Board\n\n`;
  return `# ${title}\n\n${extra}## News\n\nOn ${day}, ${outlet} reported:\n\n${quote}\n\n## Comment\n\n${comment}\n\n${signOff}Quillbay Today | Lowmere Notes\n`;
}
