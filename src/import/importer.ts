/** Without this file others would have to know the room's inside: the importer's entry points, and the types they speak in. */
export { extensions, formatOf, readDocument, type ReadDocument, type ReadOptions } from './readDocument.ts';
export { isEncoding } from './formats/encoding.ts';
export { readWordPressExport, readWordPressPost, type WordPressExport, type WordPressPost } from './formats/wordpress.ts';
export { UnreadableDocument, type FormatName } from './formats/format.ts';
export { parseStory, type ParseOptions } from './parseStory.ts';
export { storyJson, type StoryJson } from './storyJson.ts';
export { nameMatcher, type KnownName, type NameMatch, type NameMatcher } from './matchNames.ts';
export { fileIdentity, standardInputIdentity, textDigest, type DocumentIdentity } from './identity.ts';
export type { ImagesBeside } from './formats/images.ts';
export type { DocumentImage, Layout } from './formats/layout.ts';
export type { RichBlock, RichInline } from './richTree.ts';
export type { Field, ParsedAuthor, ParsedCommentary, ParsedExcerpt, ParsedStory, ParseWarning, Piece, Range, StoryImage } from './story.ts';
