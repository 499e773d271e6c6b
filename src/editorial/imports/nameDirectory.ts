/** Without this file every import would make the outlets and authors again that the newsroom already has. */
import type { PayloadRequest } from 'payload';
import { lookupRanges } from '../../domain/language.ts';
import type { Listed, KnownNames, Shelf, StoredName } from './knownNames.ts';

export type OutletKind = 'source' | 'website' | 'organisation';

/** A printed name, and where in the document it stands, for the warning when an editor has to choose. */
export interface PrintedName {
  words: string;
  line: number;
}

/** Who is meant by the printed names of one document, by id; null where an editor has to choose. */
export interface NameDirectory {
  outlet: (printed: PrintedName, kind: OutletKind) => Promise<string | null>;
  author: (printed: PrintedName, role: string | null) => Promise<string | null>;
}

/** A name that fits several, and who they are. */
export interface AmbiguousName {
  in: Listed;
  words: string;
  candidates: { id: string; name: string }[];
}

/** What a directory needs of the document at hand. */
export interface DirectoryContext {
  req: PayloadRequest;
  /** The story's language: new names are stored in it where the newsroom keeps names in it. */
  language: string;
  choose: (line: number, name: AmbiguousName) => void;
}

/** A directory that makes those that are new, in the transaction of `req`. */
export function nameDirectory(known: KnownNames, { req, language, choose }: DirectoryContext): NameDirectory {
  const find = (shelf: Shelf, { words, line }: PrintedName): StoredName | 'new' | null => {
    const match = shelf.match(words);
    if (match.result === 'new') return 'new';
    if (match.result === 'matched') return shelf.names.get(match.id) ?? 'new';
    choose(line, ambiguousName(shelf, words, match.ids));
    return null;
  };
  return {
    async outlet(printed, kind) {
      const shelf = await known.shelf(req, 'outlets');
      const found = find(shelf, printed);
      if (found === null) return null;
      if (found === 'new') return create(req, shelf, { name: printed.words, kinds: [kind] }, language);
      const kinds = found.kinds ?? [];
      if (!kinds.includes(kind)) {
        const change = { data: { kinds: [...kinds, kind] }, locale: namedLocale(req, found) };
        await req.payload.update({ collection: 'outlets', id: found.id, ...change, depth: 0, overrideAccess: true, req });
        shelf.change({ ...found, kinds: [...kinds, kind] });
      }
      return found.id;
    },
    async author(printed, role) {
      const shelf = await known.shelf(req, 'authors');
      const found = find(shelf, printed);
      if (found === null) return null;
      return found === 'new' ? create(req, shelf, { name: printed.words, ...(role === null ? {} : { role }) }, language) : found.id;
    },
  };
}

/** The candidates of `words`, each with the name that an editor knows it by. */
export function ambiguousName(shelf: Shelf, words: string, ids: readonly string[]): AmbiguousName {
  return { in: shelf.collection, words, candidates: ids.map((id) => ({ id, name: shelf.nameOf(id) })) };
}

/** What an editor is told about a name that fits several. */
export function choice({ in: collection, words, candidates }: AmbiguousName): string {
  return `“${words}” could be any of ${candidates.length} ${collection} (${candidates.map(({ name }) => name).join(', ')}); choose one`;
}

async function create(req: PayloadRequest, shelf: Shelf, data: { name: string; kinds?: string[]; role?: string }, language: string): Promise<string> {
  const locale = localeFor(req, language);
  const made = await req.payload.create({ collection: shelf.collection, data, locale, depth: 0, overrideAccess: true, req });
  const id = String(made.id);
  shelf.add({ id, name: shelf.collection === 'outlets' ? { [locale]: data.name } : data.name, ...(data.kinds ? { kinds: data.kinds } : {}) });
  return id;
}

/** A locale in which the outlet has a name: in another, the save would be refused for want of one. */
function namedLocale(req: PayloadRequest, { name }: StoredName): string {
  const named = typeof name === 'string' ? [] : Object.keys(name).filter((locale) => name[locale]);
  const usual = localeFor(req, '');
  return named.includes(usual) ? usual : (named[0] ?? usual);
}

/** The newsroom's locale for texts in `language` (RFC 4647, lookup); its default one when it keeps no names in that language. */
function localeFor(req: PayloadRequest, language: string): string {
  const { localization } = req.payload.config;
  if (!localization) return language;
  const locales = localization.localeCodes;
  const range = lookupRanges(language).find((tag) => locales.some((locale) => locale.toLowerCase() === tag.toLowerCase()));
  return locales.find((locale) => locale.toLowerCase() === range?.toLowerCase()) ?? localization.defaultLocale;
}
