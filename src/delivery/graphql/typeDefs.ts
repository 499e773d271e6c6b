/** What /v1/graphql can be asked, in the words that a frontend developer reads in their editor: without it the schema would be spread over the code that answers. A test holds it against the schemas of /v1. */

/** Of lists of stories; the same as the parameters of /v1/articles. */
const filters = (without: string) => `
    "Runs on any of these sites: slugs or ids, up to 50."
    outlet: [String!]
    "Quotes any of these outlets: slugs or ids."
    source: [String!]
    "Is by any of these authors: slugs or ids."
    author: [String!]
    "Is about any of these topics: slugs or ids."
    topic: [String!]
    "Was written for any of these organisations: slugs or ids."
    writtenFor: [String!]
    "Is in any of these languages (BCP 47), or in one that is more specific: en finds en-GB."
    language: [String!]
    "First published on that day of UTC (2026-03-12) or later, or at that time (2026-03-12T09:30:00Z) or later."
    from: String
    "First published on that day of UTC or earlier, or at that time or earlier."
    to: String
    ${without}`;

const page = `
    "How many, from 1 to 100."
    first: Int = 20
    "The cursor behind which the page begins; it fits the filters, the words and the order that it came from."
    after: String`;

/** By which one story is called. */
const address = `
    "Its id, and nothing else."
    id: ID
    "The language of its address (BCP 47)."
    language: String
    "Its name in that language."
    slug: String`;

/** Of the stories that have a name. */
const itsArticles = `
    "In which order. relevance is for searches only."
    sort: ArticleSort = firstPublishedAt_desc
    "In any of these languages (BCP 47)."
    language: [String!]
    "First published on that day of UTC or later, or at that time or later."
    from: String
    "First published on that day of UTC or earlier, or at that time or earlier."
    to: String
    ${page}`;

const connection = (name: string, node: string, what: string, more = '') => `
  "${what}, page by page (Relay's connections)."
  type ${name}Connection {
    "What is on this page, in order."
    edges: [${name}Edge!]!
    "Where this page begins and ends, and whether there is more."
    pageInfo: PageInfo!
    ${more}
  }

  "One of a page, and where it stands."
  type ${name}Edge {
    "What stands here."
    node: ${node}!
    "Begins a page behind it, as the argument after."
    cursor: String!
    ${name === 'Search' ? '"Up to five pieces of the story with what was found in them, the headline first."\n    highlights: [Highlight!]!' : ''}
  }`;

const total = `
    "How many there are on all pages: exact up to 10,000, and 10,000 where there are more. Takes longer than the page itself."
    totalCount: Int!
    "Whether totalCount is exact."
    totalCountIsExact: Boolean!`;

export const typeDefs = `
  "What is published, for everybody. Nothing that is a draft, withdrawn or under embargo can be reached from here."
  type Query {
    "Stories, newest first."
    articles(${filters('"Has these words; phrases in quotation marks."\n    q: String\n    "In which order; relevance needs q."\n    sort: ArticleSort = firstPublishedAt_desc')}${page}
    ): ArticleConnection!

    "One story by its id, or by its language and its slug; null where there is none, or where it was taken back. A slug of its past finds it too: its own slug says where it is now."
    article(${address}
    ): Article

    "What is told of a story that was withdrawn or killed, by its id, or by its language and its slug; null of any other."
    takenBack(${address}
    ): TakenBackArticle

    "Stories by what they say, the likeliest first, with what was found in each and what could narrow the search."
    search(
      "Words to find; phrases in quotation marks."
      q: String!
      ${filters('"In which order; by relevance, the 1,000 best."\n    sort: ArticleSort = relevance')}${page}
    ): SearchConnection!

    "Stories that were corrected, the latest correction first."
    corrections(
      "In any of these languages (BCP 47)."
      language: [String!]${page}
    ): CorrectedConnection!

    "Everybody who has written a published story, by id."
    authors(
      "In which names are printed, where a story in it has them."
      language: String${page}
    ): AuthorConnection!

    "One author, by slug or id; null where no published story is theirs."
    author(
      "Slug or id."
      slug: String!
      "In which the name is printed, where a story in it has it."
      language: String
    ): Author

    "Every outlet that a published story runs on, quotes or was written for, by id."
    outlets(
      "In which names are printed, where a story in it has them."
      language: String${page}
    ): OutletConnection!

    "One outlet, by slug or id; null where no published story has to do with it."
    outlet(
      "Slug or id."
      slug: String!
      "In which the name is printed, where a story in it has it."
      language: String
    ): Outlet

    "Every topic of a published story, by id."
    topics(
      "In which names are printed, where a story in it has them."
      language: String${page}
    ): TopicConnection!

    "One topic, by slug or id; null where no published story is about it."
    topic(
      "Slug or id."
      slug: String!
      "In which the name is printed, where a story in it has it."
      language: String
    ): Topic
  }

  "A moment in UTC, to the millisecond (RFC 3339): 2026-03-12T09:30:00.000Z. Its text sorts as the moments do."
  scalar DateTime @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339")

  "A day (RFC 3339, full-date): 2026-03-12."
  scalar Date @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339")

  "A published story as it stands now: the reports that it quotes, and what is answered to them."
  type Article {
    "Stays the same for good."
    id: ID!
    "Where readers find it: on the first of its sites that has addresses for stories, otherwise here."
    url: String!
    "Its name in addresses, unique in its language. It may change; the old one still finds the story."
    slug: String!
    "The language it is written in (BCP 47)."
    language: String!
    "Grows with every edition."
    revision: Int!
    "corrected, once any edition of it was a correction."
    status: ArticleStatus!
    "The headline: plain text."
    title: String!
    "Some sentences for lists: plain text."
    summary: String
    "When readers could first read it. Does not change."
    firstPublishedAt: DateTime!
    "When readers could first read this revision."
    publishedAt: DateTime!
    "When its text last became another one, or it came back."
    updatedAt: DateTime!
    "The end of the embargo that it was under; it lies in the past."
    embargoUntil: DateTime
    "The organisation that it was written for."
    writtenFor: Outlet
    "Who wrote it."
    authors: [Author!]!
    "The quoted reports, in order."
    excerpts: [Excerpt!]!
    "The comments, in order."
    commentaries: [Commentary!]!
    "The sites that it runs on."
    outlets: [Outlet!]!
    "What it is about."
    topics: [Topic!]!
    "Its picture."
    image: Image
    "The same story in other languages."
    translations: [Translation!]!
    "What was wrong, the oldest correction first. To be shown with the story."
    corrections: [Correction!]!
    "SHA-256 of what the edition says, as sha-256: and hexadecimal digits."
    digest: String!
    "The address of the signed edition, by which anybody can verify the story."
    edition: String!
  }

  "Whether a story was ever corrected."
  enum ArticleStatus {
    "Never corrected."
    published
    "Corrected at least once: corrections says what was wrong."
    corrected
  }

  "An order of stories. Walking the pages by firstPublishedAt shows every story that is there throughout exactly once, while others come, change and go; by updatedAt_asc nothing is skipped."
  enum ArticleSort {
    "The newest first."
    firstPublishedAt_desc
    "The oldest first."
    firstPublishedAt_asc
    "What changed last first. A story that changes meanwhile may come twice."
    updatedAt_desc
    "What changed last at the end. A page may have fewer stories than were asked for though there is a next one: behind what is certain to be complete it breaks off."
    updatedAt_asc
    "The likeliest first; up to 1,000."
    relevance
  }

  "A report as it was quoted: word for word."
  type Excerpt {
    "Stays the same for good."
    id: ID!
    "Who reported."
    outlet: Outlet!
    "The headline of the report."
    title: String
    "The address of the report."
    url: String
    "Who wrote the report."
    reporter: String
    "The day of the report."
    publishedOn: Date
    "--MM-DD, where the year is not known."
    publishedOnPartial: String
    "Whether the year was concluded from the day of the document that quotes it."
    publishedOnInferred: Boolean!
    "What introduces the quotation, with its colon."
    leadIn: String
    "The paragraphs: plain text, never corrected."
    quote: [String!]!
    "The language it is quoted in (BCP 47)."
    language: String!
    "Under what terms it is quoted."
    rights: String
    "When the report was captured, to which the quotation was compared."
    capturedAt: DateTime
    "SHA-256 of the paragraphs, joined by two line feeds, in hexadecimal digits."
    quoteSha256: String!
    "SHA-256 of the captured report, in hexadecimal digits."
    snapshotSha256: String
    "Whether the quotation was found in the captured report."
    verification: Verification!
  }

  "Whether a quotation was found in the report, word for word."
  enum Verification {
    "Every paragraph was found."
    verified
    "Some of it was not found."
    mismatch
    "No report was captured."
    unverified
  }

  "A comment on what is quoted."
  type Commentary {
    "Stays the same for good."
    id: ID!
    "Who wrote it."
    authors: [Author!]!
    "In which capacity, as it is printed: Member of …"
    capacity: String
    "The quoted reports that it answers, of the same story."
    respondsTo: [Excerpt!]!
    "The language it is written in (BCP 47)."
    language: String!
    "For pages: paragraphs, headings, lists, quotations, links and emphasis; no script, no style."
    html: String!
    "The same as plain text."
    text: String!
  }

  "Who writes. In a story the name is printed in the story's language."
  type Author {
    "Stays the same for good."
    id: ID!
    "Their name in addresses."
    slug: String!
    "Their name, as it is printed."
    name: String!
    "What they are: Member of …"
    role: String
    "How many published stories are theirs."
    articleCount: Int!
    "Their published stories."
    articles(${itsArticles}
    ): ArticleConnection!
  }

  "A source that is quoted, a site that stories run on, or an organisation that they are written for."
  type Outlet {
    "Stays the same for good."
    id: ID!
    "Its name in addresses."
    slug: String!
    "Its name, as it is printed."
    name: String!
    "The language that the name is in (BCP 47)."
    language: String!
    "Its front page."
    homepage: String
    "How many published stories have to do with it."
    articleCount(
      "What it is to them."
      as: OutletRole = outlet
    ): Int!
    "The published stories that have to do with it."
    articles(
      "What it is to them."
      as: OutletRole = outlet${itsArticles}
    ): ArticleConnection!
  }

  "What an outlet is to a story."
  enum OutletRole {
    "A site that the story runs on."
    outlet
    "A source that the story quotes."
    source
    "The organisation that the story was written for."
    writtenFor
  }

  "What stories are about."
  type Topic {
    "Stays the same for good."
    id: ID!
    "Its name in addresses."
    slug: String!
    "Its name, as it is printed."
    name: String!
    "Its code among the IPTC Media Topics: medtop:…"
    mediaTopic: String
    "How many published stories are about it."
    articleCount: Int!
    "The published stories about it."
    articles(${itsArticles}
    ): ArticleConnection!
  }

  "A picture, in several sizes and types."
  type Image {
    "What is to be seen, for those who do not see it. To be used as alt."
    alt: String!
    "What is printed below it."
    caption: String
    "Whose it is."
    credit: String
    "What has to stay in sight when it is cropped."
    focalPoint: FocalPoint!
    "Its files."
    renditions: [Rendition!]!
  }

  "A point of a picture, as fractions of its width and height."
  type FocalPoint {
    "From the left: 0 to 1."
    x: Float!
    "From the top: 0 to 1."
    y: Float!
  }

  "A file of a picture."
  type Rendition {
    "original, thumbnail, card or hero."
    name: String!
    "Where it is. A file never changes: it may be kept for ever."
    url: String!
    "In pixels."
    width: Int!
    "In pixels."
    height: Int!
    "Media type: image/avif, image/webp, image/jpeg …"
    type: String!
  }

  "A story that says the same in another language."
  type Translation {
    "Of the other story."
    id: ID!
    "Of the other story (BCP 47)."
    language: String!
    "Of the other story."
    slug: String!
    "Where readers find it."
    url: String!
  }

  "What was wrong with a story, and since when it is right."
  type Correction {
    "The edition that is right."
    revision: Int!
    "When it came out."
    at: DateTime!
    "What was wrong: plain text."
    notice: String!
  }

  "What is told of a story instead of its text."
  type TakenBackArticle {
    "Stays the same for good."
    id: ID!
    "How it was taken back."
    kind: TakenBackKind!
    "Why, for readers."
    notice: String
    "When."
    at: DateTime!
  }

  "How a story was taken back."
  enum TakenBackKind {
    "It may come back."
    withdrawn
    "For good."
    killed
  }

  "A piece of a story with what was found in it."
  type Highlight {
    "What of the story it is from."
    field: HighlightField!
    "What was found stands in <mark>; everything else is escaped, so that it may stand in a page as it is."
    text: String!
  }

  "What of a story a search looks into."
  enum HighlightField {
    "The headline."
    title
    "The summary."
    summary
    "The quoted reports."
    excerpts
    "The comments."
    commentaries
    "Names of authors, outlets and topics."
    names
  }

  "How many of the stories that were found have which value, the 100 most frequent of each kind."
  type Facets {
    "Sites that they run on."
    outlet: [Facet!]!
    "Outlets that they quote."
    source: [Facet!]!
    "Their authors."
    author: [Facet!]!
    "What they are about."
    topic: [Facet!]!
    "Their languages."
    language: [Facet!]!
    "The years of their first publication."
    year: [Facet!]!
    "Whether more than 10,000 stories were found, of which the newest were counted."
    approximate: Boolean!
  }

  "A value, and how many stories have it."
  type Facet {
    "What the filter of that name takes."
    value: String!
    "As it is printed; null of languages and years."
    name: String
    "Of the stories that were found."
    count: Int!
  }

  "Where a page begins and ends (Relay)."
  type PageInfo {
    "Whether there is a next page."
    hasNextPage: Boolean!
    "Whether the page begins behind another one."
    hasPreviousPage: Boolean!
    "Of the first on this page; null on an empty one."
    startCursor: String
    "Of the last on this page: as the argument after it gives the next page. Null on an empty one."
    endCursor: String
  }
${connection('Article', 'Article', 'Stories', total)}
${connection('Search', 'Article', 'Stories that a search has found', `${total}\n    "What could narrow the search. Takes longer than the page itself."\n    facets: Facets!`)}
${connection('Corrected', 'Article', 'Stories that were corrected')}
${connection('Author', 'Author', 'Authors')}
${connection('Outlet', 'Outlet', 'Outlets')}
${connection('Topic', 'Topic', 'Topics')}
`;
