/** Without this file every import would make the outlets and authors again that the newsroom already has. */
import type { PayloadRequest } from 'payload';
import { lookupRanges } from '../../domain/language.ts';
import { nameMatcher, type KnownName, type NameMatcher } from '../../import/importer.ts';
import type { Localised } from '../gatheredStory.ts';

export type OutletKind = 'source' | 'website' | 'organisation';
type Listed = 'outlets' | 'authors';

interface StoredName {
  id: string;
  name: string | Localised;
  aliases?: string[] | null;
  kinds?: string[] | null;
}

/** A printed name, and where in the document it stands, for the warning when an editor has to choose. */
export interface PrintedName {
  words: string;
  line: number;
}

/** Finds outlets and authors by printed name for the documents of one batch, and makes those that are new. */
export interface NameDirectory {
  outlet: (req: PayloadRequest, printed: PrintedName, kind: OutletKind) => Promise<string | null>;
  author: (req: PayloadRequest, printed: PrintedName, role: string | null) => Promise<string | null>;
}

/** What a directory needs of the document at hand. */
export interface DirectoryContext {
  /** The story's language: new names are stored in it where the newsroom keeps names in it. */
  language: string;
  warn: (line: number, message: string) => void;
}

/** What was read of one collection, and the mark by which it is known to be current. */
interface Shelf {
  mark: string;
  names: Map<string, StoredName>;
  matcher: NameMatcher;
}

/** What a batch remembers between its documents; nothing in it is believed without a look at the database. */
export class KnownNames {
  readonly #shelves = new Map<Listed, Shelf>();

  async shelf(req: PayloadRequest, collection: Listed): Promise<Shelf> {
    const mark = await markOf(req, collection);
    const known = this.#shelves.get(collection);
    if (known?.mark === mark) return known;
    const { docs } = await req.payload.db.find<StoredName>({ collection, where: {}, limit: 0, pagination: false, locale: 'all', req });
    const shelf = shelve(mark, docs, collection);
    this.#shelves.set(collection, shelf);
    return shelf;
  }
}

/** A directory for one document. */
export function nameDirectory(known: KnownNames, { language, warn }: DirectoryContext): NameDirectory {
  const find = async (req: PayloadRequest, collection: Listed, { words, line }: PrintedName): Promise<StoredName | 'new' | null> => {
    const { matcher, names } = await known.shelf(req, collection);
    const match = matcher.match(words);
    if (match.result === 'new') return 'new';
    if (match.result === 'matched') return names.get(match.id) ?? 'new';
    const what = collection === 'outlets' ? 'outlets' : 'authors';
    warn(line, `“${words}” could be any of ${match.ids.length} ${what}; choose one`);
    return null;
  };
  return {
    async outlet(req, printed, kind) {
      const found = await find(req, 'outlets', printed);
      if (found === null) return null;
      if (found === 'new') return create(req, 'outlets', { name: printed.words, kinds: [kind] }, language);
      if (!(found.kinds ?? []).includes(kind)) {
        const locale = namedLocale(req, found);
        await req.payload.update({
          collection: 'outlets',
          id: found.id,
          data: { kinds: [...(found.kinds ?? []), kind] },
          locale,
          depth: 0,
          overrideAccess: true,
          req,
        });
      }
      return found.id;
    },
    async author(req, printed, role) {
      const found = await find(req, 'authors', printed);
      if (found === null) return null;
      return found === 'new' ? create(req, 'authors', { name: printed.words, ...(role === null ? {} : { role }) }, language) : found.id;
    },
  };
}

async function create(req: PayloadRequest, collection: Listed, data: Record<string, unknown>, language: string): Promise<string> {
  const made = await req.payload.create({ collection, data, locale: localeFor(req, language), depth: 0, overrideAccess: true, req });
  return String(made.id);
}

/** Names change rarely: their number and the newest change tell whether what was read still holds. */
async function markOf(req: PayloadRequest, collection: Listed): Promise<string> {
  // An unconditional count is MongoDB's estimate, which no transaction may ask for.
  const { totalDocs } = await req.payload.db.count({ collection, where: { id: { exists: true } }, req });
  const { docs } = await req.payload.db.find<{ id: string; updatedAt?: string; rev?: number }>({
    collection,
    where: {},
    limit: 1,
    pagination: false,
    sort: '-updatedAt',
    select: { id: true, updatedAt: true, rev: true },
    req,
  });
  const newest = docs[0];
  return `${totalDocs} ${newest?.id ?? ''} ${newest?.updatedAt ?? ''} ${newest?.rev ?? ''}`;
}

function shelve(mark: string, docs: readonly StoredName[], collection: Listed): Shelf {
  const known = docs.flatMap((doc): KnownName[] => {
    const [name, ...others] = spellings(doc.name);
    return name === undefined ? [] : [{ id: doc.id, name, aliases: [...others, ...(doc.aliases ?? [])] }];
  });
  return { mark, names: new Map(docs.map((doc) => [doc.id, doc])), matcher: nameMatcher(known, collection === 'outlets' ? 'outlet' : 'author') };
}

function spellings(name: string | Localised): string[] {
  if (typeof name === 'string') return [name];
  return [...new Set(Object.values(name).filter((one): one is string => typeof one === 'string' && one !== ''))];
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
