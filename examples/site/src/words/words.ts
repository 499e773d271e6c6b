/** Without this file a page could lack a word in one language and nobody would see it but its readers: what every language has to say. */

/** Forms of a counted phrase, by the plural rules of the language (Unicode CLDR); `{n}` is the number. */
export type Counted = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export interface Words {
  skip: string;
  sections: string;
  languages: string;
  search: string;
  searchFor: string;
  latest: string;
  topics: string;
  authors: string;
  outlets: string;
  corrections: string;
  report: string;
  comment: string;
  /** Before the reports that a comment answers. */
  inAnswerTo: string;
  /** Before the authors whose comments answer a report. */
  answeredBy: string;
  originalReport: string;
  verified: string;
  mismatch: string;
  writtenFor: string;
  published: string;
  updated: string;
  corrected: string;
  runsOn: string;
  otherLanguages: string;
  otherShapes: string;
  /** `{n}` is the number of the edition. */
  edition: string;
  digest: string;
  older: string;
  backToNewest: string;
  /** `{name}` is a person, a site, an outlet, a topic. */
  storiesBy: string;
  storiesAbout: string;
  storiesOn: string;
  storiesQuoting: string;
  storiesFor: string;
  website: string;
  follow: string;
  narrow: string;
  remove: string;
  source: string;
  outlet: string;
  author: string;
  topic: string;
  language: string;
  year: string;
  nothingFound: string;
  nothingYet: string;
  notFound: string;
  notFoundMore: string;
  withdrawn: string;
  killed: string;
  down: string;
  downMore: string;
  refused: string;
  /** Between names on a line. */
  comma: string;
  stories: Counted;
  results: Counted;
}
