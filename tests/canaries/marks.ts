/** Without this file a secret that leaks could not be told from ordinary words, nor could the place it leaked from be named. */
import { createHash } from 'node:crypto';
import { readingsOf } from './readings.ts';

/** Who may ever hear a mark: nobody outside (a canary), or whoever asks (a beacon, which shows that the search finds what is there). */
export type Kind = 'canary' | 'beacon';

/** The marks of one newsroom: short words that occur nowhere else, each standing in one place. */
export class Marks {
  readonly #places = new Map<string, { place: string; kind: Kind }>();
  readonly #literals: string[] = [];

  /** The mark of `place`: eight letters, so that it may stand in a title, a slug, an address, a file's name or a language tag. */
  at(place: string, kind: Kind = 'canary'): string {
    const digest = createHash('sha256').update(place).digest();
    const letters = [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
    const mark = `${kind === 'canary' ? 'zq' : 'zp'}${letters}`;
    const known = this.#places.get(mark);
    if (known !== undefined && known.place !== place) throw new Error(`${place} and ${known.place} have one mark: name one of them otherwise.`);
    this.#places.set(mark, { place, kind });
    return mark;
  }

  /** Takes a `text` that cannot be chosen freely (a day, a code, a digest) for the canary of `place`. */
  literal(place: string, text: string): string {
    this.#places.set(text.toLowerCase(), { place, kind: 'canary' });
    this.#literals.push(text.toLowerCase());
    return text;
  }

  /** The marks that `text` holds, in whatever encoding. */
  in(text: string): Set<string> {
    const found = new Set<string>();
    for (const reading of readingsOf(text)) {
      const words = reading.toLowerCase();
      for (const [, mark = ''] of words.matchAll(/(?=(z[pq][a-z]{6}))/g)) if (this.#places.has(mark)) found.add(mark);
      for (const literal of this.#literals) if (words.includes(literal)) found.add(literal);
    }
    return found;
  }

  /** The canary of `place`, if one stands there. */
  known(place: string): string | undefined {
    return [...this.#places].find(([, its]) => its.place === place && its.kind === 'canary')?.[0];
  }

  /** Where `mark` stands. */
  placeOf(mark: string): string {
    return this.#places.get(mark)?.place ?? mark;
  }

  kindOf(mark: string): Kind | undefined {
    return this.#places.get(mark)?.kind;
  }

  all(kind: Kind): string[] {
    return [...this.#places].flatMap(([mark, { kind: its }]) => (its === kind ? [mark] : []));
  }
}
