/** Without this file every document of an import would read all outlets and authors again to know whether its names are among them. */
import type { PayloadRequest } from 'payload';
import { nameMatcher, type KnownName, type NameMatch, type NameMatcher } from '../../import/importer.ts';
import type { Localised } from '../gatheredStory.ts';

export type Listed = 'outlets' | 'authors';

export interface StoredName {
  id: string;
  name: string | Localised;
  aliases?: string[] | null;
  kinds?: string[] | null;
}

/** So many new names are looked up apart before the whole shelf is sorted again. */
const APART = 64;

/**
 * What an import remembers between its documents. Within a transaction it is believed, because everything that changes there is the
 * import's own doing and told to `add`; each new transaction looks whether others have changed a name since.
 */
export class KnownNames {
  readonly #shelves = new Map<Listed, Shelf>();

  async shelf(req: PayloadRequest, collection: Listed): Promise<Shelf> {
    const transaction = (await req.transactionID) ?? null;
    const known = this.#shelves.get(collection);
    if (known !== undefined && transaction !== null && known.transaction === transaction) return known;
    const mark = await markOf(req, collection);
    if (known?.mark === mark) {
      known.transaction = transaction;
      return known;
    }
    const { docs } = await req.payload.db.find<StoredName>({ collection, where: {}, limit: 0, pagination: false, locale: 'all', req });
    const shelf = new Shelf(collection, docs, mark, transaction);
    this.#shelves.set(collection, shelf);
    return shelf;
  }

  /** After the last name of a transaction: what was added is then no news to the next one. */
  async settle(req: PayloadRequest): Promise<void> {
    for (const [collection, shelf] of this.#shelves) if (shelf.changed) shelf.settled(await markOf(req, collection));
  }

  /** After a transaction that was undone: nothing of what it added is there. */
  forget(): void {
    this.#shelves.clear();
  }
}

/** The names of one collection, as far as `mark` tells. */
export class Shelf {
  readonly names: Map<string, StoredName>;
  changed = false;
  #known: KnownName[];
  #matcher: NameMatcher;
  /** Names that the first matcher knows nothing of: no spelling is in both. */
  #added: KnownName[] = [];
  #addedMatcher: NameMatcher | null = null;

  constructor(
    readonly collection: Listed,
    docs: readonly StoredName[],
    public mark: string,
    public transaction: number | string | null,
  ) {
    this.names = new Map(docs.map((doc) => [doc.id, doc]));
    this.#known = docs.flatMap(knownName);
    this.#matcher = this.#matcherOf(this.#known);
  }

  match(words: string): NameMatch {
    const match = this.#matcher.match(words);
    return match.result === 'new' && this.#addedMatcher !== null ? this.#addedMatcher.match(words) : match;
  }

  /** The name by which people know the outlet or author; empty for one that is not here. */
  nameOf(id: string): string {
    const name = this.names.get(id)?.name ?? '';
    return typeof name === 'string' ? name : (spellings(name)[0] ?? '');
  }

  /** Takes a name that was just made because `match` knew none. */
  add(stored: StoredName): void {
    this.changed = true;
    this.names.set(stored.id, stored);
    this.#added.push(...knownName(stored));
    if (this.#added.length >= APART) {
      this.#known = [...this.#known, ...this.#added];
      this.#added = [];
      this.#matcher = this.#matcherOf(this.#known);
    }
    this.#addedMatcher = this.#added.length === 0 ? null : this.#matcherOf(this.#added);
  }

  /** Takes another use of a name that is there. */
  change(stored: StoredName): void {
    this.changed = true;
    this.names.set(stored.id, stored);
  }

  settled(mark: string): void {
    this.changed = false;
    this.mark = mark;
  }

  #matcherOf(names: readonly KnownName[]): NameMatcher {
    return nameMatcher(names, this.collection === 'outlets' ? 'outlet' : 'author');
  }
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

function knownName({ id, name: stored, aliases }: StoredName): KnownName[] {
  const [name, ...others] = spellings(stored);
  return name === undefined ? [] : [{ id, name, aliases: [...others, ...(aliases ?? [])] }];
}

function spellings(name: string | Localised): string[] {
  if (typeof name === 'string') return [name];
  return [...new Set(Object.values(name).filter((one): one is string => typeof one === 'string' && one !== ''))];
}
