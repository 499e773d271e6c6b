/** Without this file others would have to know the room's inside: the importer's entry points, and the types they speak in. */
export { formatOf, readDocument, type ReadDocument } from './readDocument.ts';
export { UnreadableDocument, type FormatName } from './formats/format.ts';
export { parseStory, type ParseOptions } from './parseStory.ts';
export { storyJson, type StoryJson } from './storyJson.ts';
export { nameMatcher, type KnownName, type NameMatch, type NameMatcher } from './matchNames.ts';
export { fileIdentity, standardInputIdentity, textDigest, type DocumentIdentity } from './identity.ts';
export type { RichBlock, RichInline } from './richText.ts';
export type { Field, ParsedAuthor, ParsedCommentary, ParsedExcerpt, ParsedStory, ParseWarning, Piece, Range } from './story.ts';
