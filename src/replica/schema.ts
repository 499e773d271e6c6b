/** The tables of the replica's file: without this page nobody could read it, and a file of another shape would be taken for ours. */

/** Raised whenever the tables, or what is written into them, change: a file of another version is built anew. */
export const SCHEMA_VERSION = 2;

/** What a writer works with. */
export const tables = `
-- One row: how far the file has followed the ledger, and the head it has come to.
CREATE TABLE progress (
  id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL, complete INTEGER NOT NULL,
  seq INTEGER NOT NULL, hash TEXT, at TEXT, signature TEXT);

-- A story's number is the seq of its first edition: stable, short, and the same in every file.
CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);

-- Every edition as the ledger has it. opens: from when it is in the public history (0 at once, null never).
CREATE TABLE editions (
  seq INTEGER PRIMARY KEY, article INTEGER NOT NULL, revision INTEGER NOT NULL, opens INTEGER, language TEXT NOT NULL, slug TEXT,
  header TEXT NOT NULL, signature TEXT NOT NULL, content TEXT);
CREATE UNIQUE INDEX editions_revision ON editions (article, revision);

CREATE TABLE releases (seq INTEGER PRIMARY KEY, article INTEGER NOT NULL, revision INTEGER NOT NULL, at INTEGER NOT NULL);
CREATE INDEX releases_article ON releases (article);

-- The editions that stand before readers between two moments ("from" included, until not), by their seq. Their content is in editions.
CREATE TABLE stories (
  seq INTEGER PRIMARY KEY, article INTEGER NOT NULL, "from" INTEGER NOT NULL, until INTEGER NOT NULL, revision INTEGER NOT NULL,
  language TEXT NOT NULL, slug TEXT NOT NULL, first INTEGER NOT NULL, published INTEGER NOT NULL, updated INTEGER NOT NULL, embargo INTEGER,
  steady INTEGER NOT NULL, backfill INTEGER NOT NULL, corrected INTEGER, corrections TEXT NOT NULL, translation_set TEXT, story_url TEXT, digest TEXT NOT NULL, sum TEXT NOT NULL);
CREATE INDEX stories_article ON stories (article);

CREATE TABLE taken_back (article INTEGER PRIMARY KEY, until INTEGER NOT NULL, told TEXT NOT NULL, sum TEXT NOT NULL);

-- What stories can be found by. A label is a name as some editions of one language print it; steady counts stories that no embargo concerns.
CREATE TABLE names (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (kind, value));
CREATE TABLE labels (
  id INTEGER PRIMARY KEY, name INTEGER NOT NULL, language TEXT NOT NULL, told TEXT NOT NULL, slug TEXT, uses INTEGER NOT NULL, steady INTEGER NOT NULL,
  UNIQUE (name, language, told));
CREATE TABLE facets (
  story INTEGER NOT NULL, name INTEGER NOT NULL, label INTEGER NOT NULL, first INTEGER NOT NULL, updated INTEGER NOT NULL, article INTEGER NOT NULL,
  PRIMARY KEY (story, name)) WITHOUT ROWID;
CREATE TABLE parts (part TEXT NOT NULL, story INTEGER NOT NULL, PRIMARY KEY (part, story)) WITHOUT ROWID;
CREATE INDEX parts_story ON parts (story);

-- The texts as indexed (searchWords.ts): FTS5 is told the old ones when it has to forget them.
CREATE TABLE texts (seq INTEGER PRIMARY KEY, title TEXT NOT NULL, summary TEXT NOT NULL, body TEXT NOT NULL, names TEXT NOT NULL);
CREATE VIRTUAL TABLE search USING fts5 (title, summary, body, names, content = 'texts', content_rowid = 'seq',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
`;

/** What only readers need, and a new file gets when it is full: sorted at once is quicker than row by row. */
export const readersIndexes = `
CREATE INDEX editions_slug ON editions (slug, language) WHERE slug IS NOT NULL;
CREATE INDEX stories_first ON stories (first, article);
CREATE INDEX stories_updated ON stories (updated);
CREATE INDEX stories_corrected ON stories (corrected, article) WHERE corrected IS NOT NULL;
CREATE INDEX stories_set ON stories (translation_set) WHERE translation_set IS NOT NULL;
CREATE INDEX stories_timed ON stories ("from") WHERE steady = 0;
CREATE INDEX labels_slug ON labels (slug) WHERE slug IS NOT NULL;
CREATE INDEX facets_first ON facets (name, first, article);
CREATE INDEX facets_updated ON facets (name, updated, story);
`;
