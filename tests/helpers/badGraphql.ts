/** Without this table each test of refusals would think of its own mistakes: what clients get wrong in a query, and where the answer points. */

export interface BadQuery {
  what: string;
  query: string;
  variables?: Readonly<Record<string, unknown>>;
  /** `extensions.code` of the first error. */
  code?: string;
  /** A part of the first error's message. */
  says: RegExp;
  /** The argument that it names. */
  argument?: string;
}

const page = '{ edges { node { id } } }';
/** The same under several names. */
const again = (times: number, field: string) => Array.from({ length: times }, (_, number) => `a${String(number)}: ${field}`).join(' ');
const nested = (levels: number) => '{ a '.repeat(levels) + ' }'.repeat(levels);

export const badQueries: readonly BadQuery[] = [
  { what: 'no document', query: '{', says: /Syntax Error/ },
  { what: 'a text', query: 'hello', says: /Syntax Error/ },
  { what: 'an empty selection', query: '{ }', says: /Syntax Error/ },
  { what: 'a broken string', query: `{ article(id: "x) { id } }`, says: /Syntax Error/ },
  { what: 'an unknown field', query: `{ artikles ${page} }`, says: /Cannot query field "artikles".*articles/ },
  { what: 'an unknown field of a story', query: '{ article(id: "x") { titel } }', says: /"titel".*title/ },
  { what: 'an unknown argument', query: `{ articles(limit: 3) ${page} }`, says: /Unknown argument "limit"/ },
  { what: 'an argument that is missing', query: `{ search ${page} }`, says: /"q" of type "String!" is required/ },
  { what: 'an argument of another type', query: `{ articles(first: "three") ${page} }`, says: /Int cannot represent/ },
  { what: 'a number with a fraction', query: `{ articles(first: 1.5) ${page} }`, says: /Int cannot represent/ },
  { what: 'a number beyond all numbers', query: `{ articles(first: 9999999999999) ${page} }`, says: /Int cannot represent/ },
  { what: 'an unknown order', query: `{ articles(sort: newest) ${page} }`, says: /does not exist in "ArticleSort"/ },
  { what: 'a thing without a selection', query: '{ articles }', says: /must have a selection of subfields/ },
  { what: 'a selection of a text', query: '{ article(id: "x") { title { id } } }', says: /must not have a selection/ },
  { what: 'a variable that nobody declared', query: `{ articles(first: $n) ${page} }`, says: /Variable "\$n" is not defined/ },
  {
    what: 'a variable of another type',
    query: `query ($n: Int) { articles(first: $n) ${page} }`,
    variables: { n: 'x' },
    says: /Variable "\$n" got invalid value/,
  },
  { what: 'a variable that is missing', query: `query ($q: String!) { search(q: $q) ${page} }`, says: /Variable "\$q" of required type/ },
  {
    what: 'a variable that stands for nothing where something has to be',
    query: `query ($q: String = "a") { search(q: $q) ${page} }`,
    variables: { q: null },
    says: /must not be null/,
  },
  {
    what: 'a condition that is none',
    query: 'query ($on: Boolean = true) { article(id: "x") @include(if: $on) { id } }',
    variables: { on: null },
    says: /must not be null/,
  },
  { what: 'a fragment that is not there', query: '{ article(id: "x") { ...Gone } }', says: /Unknown fragment "Gone"/ },
  {
    what: 'a fragment within itself',
    query: 'query { article(id: "x") { ...A } } fragment A on Article { ...A }',
    says: /Cannot spread fragment "A" within itself/,
  },
  { what: 'a directive that is not there', query: '{ article(id: "x") { id @uppercase } }', says: /Unknown directive/ },
  { what: 'two things under one name', query: '{ a: article(id: "x") { id } a: article(id: "y") { id } }', says: /conflict/ },
  { what: 'two operations and none named', query: 'query A { __typename } query B { __typename }', says: /operationName has to say/ },
  { what: 'a mutation', query: 'mutation { publish(id: "x") { id } }', says: /a mutation is not possible/ },
  { what: 'a subscription', query: 'subscription { articles { totalCount } }', says: /a subscription is not possible/ },
  { what: 'a page without length', query: `{ articles(first: 0) ${page} }`, code: 'bad-parameter', argument: 'first', says: /The argument first is not right/ },
  { what: 'a page of less than nothing', query: `{ articles(first: -1) ${page} }`, code: 'bad-parameter', argument: 'first', says: /argument first/ },
  { what: 'a page that is too long', query: `{ articles(first: 101) ${page} }`, code: 'bad-parameter', argument: 'first', says: /At most 100/ },
  { what: 'a cursor of nobody’s', query: `{ articles(after: "abc") ${page} }`, code: 'bad-cursor', argument: 'after', says: /argument after/ },
  { what: 'an empty cursor', query: `{ corrections(after: "") ${page} }`, code: 'bad-parameter', argument: 'after', says: /argument after/ },
  { what: 'no language', query: `{ articles(language: "not a language") ${page} }`, code: 'bad-parameter', argument: 'language', says: /no language tag/ },
  { what: 'no day', query: `{ articles(from: "yesterday") ${page} }`, code: 'bad-parameter', argument: 'from', says: /RFC 3339/ },
  {
    what: 'an end before the beginning',
    query: `{ articles(from: "2026-03-02", to: "2026-03-01") ${page} }`,
    code: 'bad-parameter',
    argument: 'to',
    says: /before from/,
  },
  { what: 'relevance to nothing', query: `{ articles(sort: relevance) ${page} }`, code: 'bad-parameter', argument: 'sort', says: /needs q/ },
  { what: 'no words', query: `{ search(q: "…") ${page} }`, code: 'bad-parameter', argument: 'q', says: /no word/ },
  {
    what: 'too many words',
    query: `{ search(q: "${Array.from({ length: 40 }, (_, number) => `word${String(number)}`).join(' ')}") ${page} }`,
    code: 'too-many-words',
    argument: 'q',
    says: /At most 32/,
  },
  { what: 'an empty list of filters', query: `{ articles(topic: []) ${page} }`, code: 'bad-parameter', argument: 'topic', says: /value is missing/ },
  { what: 'a story without a name', query: '{ article { id } }', code: 'bad-parameter', argument: 'id', says: /its id, or by its language/ },
  {
    what: 'a story with half an address',
    query: '{ article(language: "en") { id } }',
    code: 'bad-parameter',
    argument: 'id',
    says: /its id, or by its language/,
  },
  {
    what: 'a story with two names',
    query: '{ article(id: "x", language: "en", slug: "x") { id } }',
    code: 'bad-parameter',
    argument: 'id',
    says: /its id, or by its language/,
  },
  {
    what: 'a bad page within a good one',
    query: `{ authors { edges { node { articles(first: 400) { totalCount } } } } }`,
    code: 'bad-parameter',
    argument: 'first',
    says: /At most 100/,
  },
  {
    what: 'more things than may be',
    query: '{ authors(first: 100) { edges { node { articles(first: 100) { edges { node { id } } } } } } }',
    says: /things at once/,
  },
  {
    what: 'more things by variables',
    query: 'query ($n: Int) { authors(first: $n) { edges { node { articles(first: 4) { edges { node { id } } } } } } }',
    variables: { n: 100 },
    says: /things at once/,
  },
  {
    what: 'more things by defaults',
    query: 'query ($n: Int = 100) { authors(first: $n) { edges { node { articles(first: 4) { edges { node { id } } } } } } }',
    says: /things at once/,
  },
  {
    what: 'more things by fragments',
    query:
      'query { authors(first: 100) { ...P } } fragment P on AuthorConnection { edges { node { ...A } } } fragment A on Author { articles(first: 100) { edges { node { id } } } }',
    says: /things at once/,
  },
  { what: 'counting under many names', query: `{ authors(first: 100) { edges { node { articles { totalCount } } } } }`, says: /things at once/ },
  { what: 'many searches at once', query: `{ ${again(13, `search(q: "ferry") ${page}`)} }`, says: /things at once/ },
  {
    what: 'too many aliases',
    query: `{ article(id: "x") { ${again(31, 'title')} } }`,
    says: /30 aliases/,
  },
  { what: 'too many questions', query: `{ ${Array.from({ length: 21 }, () => 'article(id: "x") { id }').join(' ')} }`, says: /20 fields at its top/ },
  { what: 'too deep a query', query: nested(11), says: /10 levels deep/ },
  { what: 'too many fields', query: `{ article(id: "x") { ${'id '.repeat(301)} } }`, says: /300 fields/ },
  { what: 'too many fragments', query: `{ article(id: "x") { ${'...A '.repeat(101)} } } fragment A on Article { id }`, says: /100 fragments/ },
  { what: 'too many words of GraphQL', query: `{ ${'...A '.repeat(2001)} }`, says: /4000 tokens/ },
  {
    what: 'the schema again and again',
    query: `{ ${again(12, '__schema { types { fields { args { type { ofType { ofType { name } } } } } } }')} }`,
    says: /more of the schema/,
  },
  {
    what: 'the schema within itself',
    query: '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
    says: /[Ii]ntrospection depth|more of the schema/,
  },
];
