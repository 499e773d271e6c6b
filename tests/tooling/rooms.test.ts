/** Without this file nobody would know whether the rules of the rooms still catch anything: every forbidden door is built once, in a house of cards, and must be found. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Report {
  seen: number;
  findings: { rule: string; from: string; to: string }[];
}

const house = resolve(import.meta.dirname, '../..');

/** One door a row: the file that is written, what it imports, and the rule that must name it. */
const forbidden: [file: string, imports: string, rule: string][] = [
  ['src/domain/edition.ts', `import '../editorial/target.ts'`, 'domain-imports-only-its-neighbours'],
  ['src/domain/files.ts', `import 'node:fs'`, 'pure-rooms-touch-nothing-outside'],
  ['src/errors.ts', `import './log.ts'`, 'errors-imports-only-its-neighbours'],
  ['src/import/parse.ts', `import '../database/target.ts'`, 'import-imports-only-its-neighbours'],
  ['src/import/report.ts', `import '../log.ts'`, 'import-imports-only-its-neighbours'],
  ['src/ledger/append.ts', `import '../editorial/target.ts'`, 'ledger-imports-only-its-neighbours'],
  ['src/renditions/rss.ts', `import '../env.ts'`, 'renditions-imports-only-its-neighbours'],
  ['src/renditions/atom.ts', `import type {} from '../replica/target.ts'`, 'renditions-imports-only-its-neighbours'],
  ['src/renditions/clock.ts', `import 'node:process'`, 'pure-rooms-touch-nothing-outside'],
  ['src/replica/fold.ts', `import '../editorial/target.ts'`, 'replica-imports-only-its-neighbours'],
  ['src/replica/serve.ts', `import '../delivery/target.ts'`, 'replica-imports-only-its-neighbours'],
  ['src/editorial/show.ts', `import '../renditions/target.ts'`, 'editorial-imports-only-its-neighbours'],
  ['src/editorial/wait.ts', `import '../replica/target.ts'`, 'editorial-imports-only-its-neighbours'],
  ['src/editorial/hook.ts', `import '../../collections/target.ts'`, 'editorial-imports-only-its-neighbours'],
  ['src/syndication/deliver.ts', `import '../delivery/target.ts'`, 'syndication-imports-only-its-neighbours'],
  ['src/delivery/draft.ts', `import '../editorial/target.ts'`, 'delivery-imports-only-its-neighbours'],
  ['src/delivery/ledger.ts', `import '../ledger/target.ts'`, 'delivery-imports-only-its-neighbours'],
  ['collections/articles.ts', `import '../src/editorial/target.ts'`, 'collections-imports-only-types-of-editorial'],
  ['collections/outlets.ts', `import '../src/server/target.ts'`, 'collections-imports-only-its-neighbours'],
  ['src/admin/button.tsx', `import '../editorial/target.ts'`, 'admin-imports-only-types-of-editorial'],
  ['src/admin/list.tsx', `import '../database/target.ts'`, 'admin-imports-only-its-neighbours'],
  ['src/app/page.tsx', `import '../server/target.ts'`, 'app-imports-only-its-neighbours'],
  ['src/payload.config.ts', `import './server/target.ts'`, 'payloadConfig-imports-only-its-neighbours'],
  ['src/server/app.ts', `import '../app/target.ts'`, 'server-imports-only-its-neighbours'],
  ['src/cli/talk.ts', `import '../client/target.ts'`, 'cli-imports-only-its-neighbours'],
  ['src/client/get.ts', `import '../domain/target.ts'`, 'client-imports-nothing-but-types'],
  ['src/client/validate.ts', `import 'zod'`, 'client-imports-nothing-but-types'],
  ['src/database/settings.ts', `import '../server/target.ts'`, 'database-imports-only-its-neighbours'],
  ['migrations/sqlite/first.ts', `import '../../src/database/target.ts'`, 'migrations-imports-only-its-neighbours'],
  ['src/editorial/http.ts', `import 'express'`, 'express-only-in-server-and-routes'],
  ['src/delivery/http.ts', `import type {} from 'express'`, 'express-only-in-server-and-routes'],
  ['src/admin/link.tsx', `import 'next/link.js'`, 'next-only-in-app-and-server'],
  ['src/editorial/rows.ts', `import 'better-sqlite3'`, 'better-sqlite3-only-where-sqlite-is-opened'],
  ['src/cli/documents.ts', `import 'mongodb'`, 'mongodb-only-in-database-and-ledger'],
  ['src/replica/late.ts', `export const late = () => import('../delivery/target.ts')`, 'replica-imports-only-its-neighbours'],
  ['src/server/egg.ts', `import './hen.ts'`, 'no-cycles'],
  ['src/server/builders.ts', `import '../../tests/helpers/target.ts'`, 'no-tests-in-what-is-shipped'],
  ['src/server/check.ts', `import 'vitest'`, 'no-development-packages-in-what-is-shipped'],
  ['src/server/borrowed.ts', `import 'ms'`, 'no-undeclared-packages'],
  ['src/server/gone.ts', `import './nowhere.ts'`, 'no-broken-imports'],
  ['src/utils/misc.ts', ``, 'every-file-has-a-room'],
];

/** The other half of the cycle, which is reported once. */
const hen = ['src/server/hen.ts', `import './egg.ts'`] as const;

/** Doors that DESIGN section 2 has. */
const allowed: [file: string, imports: string][] = [
  ['src/domain/edition.ts', `import './target.ts'; import 'node:crypto'`],
  ['src/import/parse.ts', `import '../domain/target.ts'; import '../errors.ts'`],
  ['src/ledger/append.ts', `import '../domain/target.ts'; import '../log.ts'; import 'better-sqlite3'; import 'mongodb'`],
  ['src/renditions/rss.ts', `import '../domain/target.ts'`],
  ['src/replica/fold.ts', `import '../ledger/target.ts'; import 'better-sqlite3'`],
  ['src/editorial/routes.ts', `import 'express'; import '../import/target.ts'; import '../ledger/target.ts'`],
  ['src/syndication/feed.ts', `import '../replica/target.ts'; import '../ledger/target.ts'`],
  ['src/delivery/routes.ts', `import 'express'; import '../replica/target.ts'; import '../renditions/target.ts'; import '../syndication/target.ts'`],
  ['collections/articles.ts', `import './target.ts'; import '../src/domain/target.ts'; import type {} from '../src/editorial/target.ts'`],
  ['src/admin/button.tsx', `import type {} from '../editorial/target.ts'; import '../import/target.ts'; import '../renditions/target.ts'`],
  ['src/app/page.tsx', `import 'next/link.js'; import '../payload.config.ts'; import '../admin/target.ts'`],
  ['src/payload.config.ts', `import '../collections/target.ts'; import './database/target.ts'; import './env.ts'; import './admin/target.ts'`],
  ['src/server/main.ts', `import 'next'; import '../editorial/target.ts'; import '../delivery/target.ts'; import '../payload.config.ts'`],
  ['src/cli/main.ts', `import '../server/target.ts'; import '../editorial/target.ts'`],
  ['src/client/get.ts', `import type {} from '../domain/target.ts'; import './target.ts'`],
  ['src/database/egg.ts', `import type {} from './hen.ts'`],
  ['src/database/hen.ts', `import './egg.ts'`],
  ['src/editorial/publish.test.ts', `import '../../tests/helpers/target.ts'; import 'vitest'`],
];

const targets = [
  ...['domain', 'import', 'ledger', 'renditions', 'replica', 'editorial', 'syndication', 'delivery', 'server', 'admin', 'app', 'cli', 'client', 'database'].map(
    (room) => `src/${room}/target.ts`,
  ),
  'collections/target.ts',
  'tests/helpers/target.ts',
  'src/env.ts',
  'src/log.ts',
  'src/errors.ts',
];

const houses: string[] = [];
afterAll(() => Promise.all(houses.map((folder) => rm(folder, { recursive: true, force: true }))));

describe('the rules of the rooms', () => {
  let found: Report;
  beforeAll(async () => {
    found = await inspect(await build([...forbidden, hen]), 10);
  }, 60_000);

  it.each(forbidden)('%s with "%s" breaks %s', (file, _imports, rule) => {
    expect(found.findings).toContainEqual(expect.objectContaining({ from: file, rule }));
  });

  it('the doors of the design are open', async () => {
    expect(await inspect(await build(allowed), 10)).toMatchObject({ findings: [] });
  });

  it('a tool that sees no modules fails instead of passing', async () => {
    const { findings } = await inspect(await build([]), 1000);
    expect(findings.map((finding) => finding.rule)).toContain('the-tool-is-not-blind');
  });
});

async function build(doors: readonly (readonly [file: string, imports: string, rule?: string])[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rooms-'));
  houses.push(folder);
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  for (const file of targets) await write(file, 'export const target = 1;\n');
  for (const [file, imports] of doors) await write(file, `${imports};\nexport const door = 1;\n`);
  await write(
    'package.json',
    JSON.stringify({
      type: 'module',
      dependencies: { express: '*', next: '*', 'better-sqlite3': '*', mongodb: '*', zod: '*' },
      devDependencies: { vitest: '*' },
    }),
  );
  await symlink(join(house, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function inspect(root: string, fewest: number): Promise<Report> {
  return new Promise((done, failed) => {
    const program = [join(house, 'scripts/check-rooms.mjs'), '--root', root, '--fewest', String(fewest), '--json'];
    execFile(process.execPath, program, { maxBuffer: 2 ** 24 }, (_error, stdout, stderr) => {
      try {
        done(JSON.parse(stdout) as Report);
      } catch {
        failed(new Error(`check-rooms answered no report: ${stderr}`));
      }
    });
  });
}
