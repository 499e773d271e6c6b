/** Without this file the rooms of the house would grow doors wherever somebody was in a hurry: who may import whom, as DESIGN section 2 says it. */

/**
 * A room is a name and a pattern for its files. `imports` names the rooms it may import from, beside itself, `domain` and `errors`, which are open to all;
 * `types` names the rooms of which it may import types only.
 */
const rooms = [
  { name: 'domain', files: '^src/domain/', imports: [] },
  { name: 'errors', files: '^src/errors\\.ts$', imports: [] },
  { name: 'env', files: '^src/(env|settings|secret)\\.ts$', imports: [] },
  { name: 'log', files: '^src/log\\.ts$', imports: ['env'] },
  { name: 'generatedTypes', files: '^src/payload-types\\.ts$', imports: [] },
  { name: 'migrations', files: '^migrations/', imports: [] },
  { name: 'database', files: '^src/database/', imports: ['env', 'log', 'migrations'] },
  { name: 'import', files: '^src/import/', imports: [] },
  { name: 'ledger', files: '^src/ledger/', imports: ['env', 'log', 'database'] },
  { name: 'renditions', files: '^src/renditions/', imports: [] },
  { name: 'replica', files: '^src/replica/', imports: ['ledger', 'env', 'log', 'database'] },
  { name: 'editorial', files: '^src/editorial/', imports: ['import', 'ledger', 'env', 'log', 'database'], types: ['generatedTypes'] },
  { name: 'syndication', files: '^src/syndication/', imports: ['ledger', 'replica', 'env', 'log', 'database'], types: ['generatedTypes'] },
  { name: 'delivery', files: '^src/delivery/', imports: ['replica', 'renditions', 'syndication', 'env', 'log', 'database'] },
  { name: 'collections', files: '^collections/', imports: ['env', 'log', 'database'], types: ['editorial', 'generatedTypes'] },
  { name: 'admin', files: '^src/admin/', imports: ['import', 'renditions'], types: ['editorial', 'generatedTypes'] },
  {
    name: 'payloadConfig',
    files: '^src/payload\\.config\\.ts$',
    imports: ['collections', 'database', 'migrations', 'env', 'log', 'admin'],
    types: ['generatedTypes'],
  },
  { name: 'app', files: '^src/app/', imports: ['payloadConfig', 'admin'] },
  { name: 'client', files: '^src/client/', imports: [] },
  { name: 'server', files: '^src/server/', everythingBut: ['app', 'client'] },
  { name: 'cli', files: '^src/cli/', everythingBut: ['app', 'client'] },
];

const openToAll = ['domain', 'errors'];
const unitTests = '\\.test\\.tsx?$';
const inHouse = '^(src|collections|migrations)/';
const typeOnly = { dependencyTypesNot: ['type-only'] };

const named = (name) => rooms.find((room) => room.name === name);
const anyOf = (patterns) => (patterns.length === 1 ? patterns[0] : `(${patterns.join('|')})`);
const filesOf = (names) => names.map((name) => named(name).files);
/** A package, installed or (an optional one, on a Node.js that it does not support) not. */
const packageOf = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/|^(${names.join('|')})$`;

/** One rule for values and one for types: types may also cross where `types` says so. */
function rulesFor(room) {
  const values = room.everythingBut
    ? rooms.map((other) => other.name).filter((name) => !room.everythingBut.includes(name))
    : [room.name, ...openToAll, ...room.imports];
  const from = { path: room.files, pathNot: unitTests };
  return [
    {
      name: `${room.name}-imports-only-its-neighbours`,
      comment: `${room.name} may import ${values.filter((name) => name !== room.name).join(', ')} (DESIGN section 2)`,
      severity: 'error',
      from,
      to: { path: inHouse, pathNot: anyOf(filesOf([...values, ...(room.types ?? [])])) },
    },
    ...(room.types ?? []).map((other) => ({
      name: `${room.name}-imports-only-types-of-${other}`,
      comment: `${room.name} may import types of ${other}, not values: what lies above is reached through the services object (DESIGN section 2)`,
      severity: 'error',
      from,
      to: { path: named(other).files, ...typeOnly },
    })),
  ];
}

function onlyIn(name, packagePattern, homes, sentence) {
  return {
    name,
    comment: sentence,
    severity: 'error',
    from: { path: inHouse, pathNot: anyOf([...homes, unitTests]) },
    to: { path: packagePattern },
  };
}

export const roomPatterns = rooms.map((room) => room.files);

export default {
  forbidden: [
    ...rooms.filter((room) => room.name !== 'client').flatMap(rulesFor),
    {
      name: 'client-imports-nothing-but-types',
      comment: 'The typed client is installed by others: it imports types and its own files only (DESIGN section 2)',
      severity: 'error',
      from: { path: named('client').files, pathNot: unitTests },
      to: { pathNot: named('client').files, ...typeOnly },
    },
    onlyIn('express-only-in-server-and-routes', packageOf('express'), ['^src/server/', '/routes\\.ts$'], '`express` only in server/ and */routes.ts'),
    onlyIn('next-only-in-app-and-server', packageOf('next'), ['^src/app/', '^src/server/'], '`next` only in app/ and server/'),
    onlyIn(
      'better-sqlite3-only-where-sqlite-is-opened',
      packageOf('better-sqlite3', 'better-sqlite3-node-api'),
      ['^src/database/', '^src/ledger/', '^src/replica/'],
      '`better-sqlite3` only in database/, ledger/, replica/',
    ),
    onlyIn(
      'mongodb-only-in-database-and-ledger',
      packageOf('mongodb', 'mongoose'),
      ['^src/database/', '^src/ledger/'],
      '`mongodb` only in database/ and ledger/',
    ),
    {
      name: 'pure-rooms-touch-nothing-outside',
      comment: 'domain and renditions are pure: no file, no network, no process, no thread (DESIGN sections 1 and 2)',
      severity: 'error',
      from: { path: filesOf(['domain', 'renditions']).join('|'), pathNot: unitTests },
      to: { dependencyTypes: ['core'], path: '^(node:)?(fs|fs/promises|http|https|http2|net|tls|dgram|dns|child_process|worker_threads|cluster|process|os)$' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other at run time are one file, or three (types may point at each other)',
      severity: 'error',
      from: { path: inHouse },
      to: { circular: true, viaOnly: typeOnly },
    },
    {
      name: 'no-tests-in-what-is-shipped',
      comment: 'Tests, benchmarks and scripts import the house, never the other way round',
      severity: 'error',
      from: { path: inHouse, pathNot: unitTests },
      to: { path: `^(tests|bench|scripts)/|${unitTests}` },
    },
    {
      name: 'no-development-packages-in-what-is-shipped',
      comment: 'A package that the running newsroom needs belongs in dependencies',
      severity: 'error',
      from: { path: inHouse, pathNot: unitTests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)node_modules/@types/' },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'A package that is only there because another brings it can be gone tomorrow: declare it in package.json',
      severity: 'error',
      from: { path: inHouse },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-broken-imports',
      comment: 'The import leads nowhere',
      severity: 'error',
      from: { path: inHouse },
      to: { couldNotResolve: true, pathNot: '\\.(css|scss)$|^better-sqlite3-node-api$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.next|coverage|data)/' },
    moduleSystems: ['es6', 'cjs'],
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    // src/client has a package.json of its own: what is declared at the top counts there too.
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
