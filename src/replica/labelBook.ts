/** Names, and how many stories show them, kept while stories come and go: without it, every list of outlets would count all stories. */
import type { Database, Statement } from 'better-sqlite3';
import type { Facet } from './rows.ts';

/** More than a newsroom has; what does not fit is looked up again. */
const MOST_KEPT = 100_000;

/** The tables `names` and `labels`, for one writer. Counts are collected and written by `settle`, in the transaction of the stories that changed them. */
export class LabelBook {
  readonly #known = new Map<string, { name: number; label: number }>();
  readonly #changes = new Map<number, { uses: number; steady: number }>();
  readonly #name: Statement;
  readonly #newName: Statement;
  readonly #label: Statement;
  readonly #newLabel: Statement;
  readonly #count: Statement;
  readonly #unused: Statement;
  readonly #drop: Statement;
  readonly #dropName: Statement;

  constructor(db: Database) {
    this.#name = db.prepare('SELECT id FROM names WHERE kind = ? AND value = ?').pluck();
    this.#newName = db.prepare('INSERT INTO names (kind, value) VALUES (?, ?)');
    this.#label = db.prepare('SELECT id FROM labels WHERE name = ? AND language = ? AND told = ?').pluck();
    this.#newLabel = db.prepare('INSERT INTO labels (name, language, told, slug, uses, steady) VALUES (?, ?, ?, ?, 0, 0)');
    this.#count = db.prepare('UPDATE labels SET uses = uses + ?, steady = steady + ? WHERE id = ?');
    this.#unused = db.prepare('SELECT name FROM labels WHERE id = ? AND uses = 0').pluck();
    this.#drop = db.prepare('DELETE FROM labels WHERE id = ?');
    this.#dropName = db.prepare('DELETE FROM names WHERE id = ? AND NOT EXISTS (SELECT 1 FROM labels WHERE name = names.id)');
  }

  /** The ids of a name and of its label in `language`; both are made where they are new. */
  find({ kind, value, slug, told }: Facet, language: string): { name: number; label: number } {
    const key = `${kind}\n${value}\n${language}\n${told}`;
    let found = this.#known.get(key);
    if (!found) {
      const name = (this.#name.get(kind, value) as number | undefined) ?? Number(this.#newName.run(kind, value).lastInsertRowid);
      const label = (this.#label.get(name, language, told) as number | undefined) ?? Number(this.#newLabel.run(name, language, told, slug).lastInsertRowid);
      found = { name, label };
      if (this.#known.size >= MOST_KEPT) this.#known.clear();
      this.#known.set(key, found);
    }
    return found;
  }

  /** A story that shows the label has come (+1) or gone (-1). */
  count(label: number, by: 1 | -1, steady: boolean): void {
    const change = this.#changes.get(label) ?? { uses: 0, steady: 0 };
    change.uses += by;
    if (steady) change.steady += by;
    this.#changes.set(label, change);
  }

  /** Writes the counts; a name that no story shows any more is forgotten. */
  settle(): void {
    for (const [label, { uses, steady }] of this.#changes) {
      if (uses !== 0 || steady !== 0) this.#count.run(uses, steady, label);
      const name = uses > 0 ? undefined : this.#unused.get(label);
      if (name === undefined) continue;
      this.#drop.run(label);
      this.#dropName.run(name);
      this.#known.clear();
    }
    this.#changes.clear();
  }

  /** After a rollback nothing that was remembered need be true. */
  forget(): void {
    this.#known.clear();
    this.#changes.clear();
  }
}
