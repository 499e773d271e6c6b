/** What a story lacks before anybody may approve it, in words an editor understands. */
import type { ProblemPart } from '../errors.ts';
import type { GatheredStory, StoredCommentary, StoredExcerpt } from './gatheredStory.ts';

/** Everything that `story` still lacks, each with a pointer to the field; empty when it is ready. */
export function missingFrom(story: GatheredStory): ProblemPart[] {
  const { data } = story.article;
  return [
    ...when(blank(data.title), '/title', 'The story has no title.'),
    ...when(blank(data.language), '/language', 'The story has no language.'),
    ...when(story.excerpts.length + story.commentaries.length === 0, '/excerpts', 'The story quotes no report and holds no comment.'),
    ...when(story.excerpts.length !== (data.excerpts ?? []).length, '/excerpts', 'One of the quoted reports no longer exists.'),
    ...when(story.commentaries.length !== (data.commentaries ?? []).length, '/commentaries', 'One of the comments no longer exists.'),
    ...story.excerpts.flatMap((excerpt, index) => missingFromExcerpt(excerpt.data, `/excerpts/${index}`, story)),
    ...story.commentaries.flatMap((commentary, index) => missingFromCommentary(commentary.data, `/commentaries/${index}`, story)),
    ...missingFromImage(story),
  ];
}

function missingFromExcerpt(excerpt: StoredExcerpt, pointer: string, story: GatheredStory): ProblemPart[] {
  const known = typeof excerpt.outlet === 'string' && story.outlets.has(excerpt.outlet);
  return [
    ...when(!known, `${pointer}/outlet`, 'A quoted report has no outlet.'),
    ...when((excerpt.quote ?? []).every(blank), `${pointer}/quote`, 'A quoted report has no quote.'),
  ];
}

function missingFromCommentary(commentary: StoredCommentary, pointer: string, story: GatheredStory): ProblemPart[] {
  const authors = (commentary.authors ?? []).filter((id) => story.authors.has(id));
  const quoted = new Set(story.excerpts.map(({ data }) => data.id));
  const strayed = (commentary.respondsTo ?? []).some((id) => !quoted.has(id));
  return [
    ...when(authors.length === 0, `${pointer}/authors`, 'A comment has no author.'),
    ...when(!hasText(commentary), `${pointer}/body`, 'A comment has no text.'),
    ...when(strayed, `${pointer}/respondsTo`, 'A comment answers a report that the story does not quote.'),
  ];
}

function missingFromImage(story: GatheredStory): ProblemPart[] {
  const chosen = story.article.data.heroImage;
  if (typeof chosen !== 'string') return [];
  const image = story.images.get(chosen);
  return [
    ...when(image === undefined, '/heroImage', 'The picture no longer exists.'),
    ...when(image !== undefined && blank(image.alt), '/heroImage/alt', 'The picture has no description for those who cannot see it.'),
  ];
}

function hasText(commentary: StoredCommentary): boolean {
  const texts: string[] = [];
  const pending = commentary.body ? [commentary.body.root] : [];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node.text === 'string') texts.push(node.text);
    pending.push(...(node.children ?? []));
  }
  return texts.join('').trim() !== '';
}

function blank(value: string | null | undefined): boolean {
  return value === null || value === undefined || value.trim() === '';
}

function when(lacking: boolean, pointer: string, detail: string): ProblemPart[] {
  return lacking ? [{ pointer, detail }] : [];
}
