/** Without this file docs/access.md would say what was true once: it is made of the access table, and of the fields that readers may really read. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readMatrix, ROLES } from '../../tests/access/readMatrix.mjs';
import { house } from './newsroom.mjs';

export const accessPage = 'docs/access.md';

/** Fields that every public document shows, and by which everybody may filter; `_status` only where there are drafts. */
const ALWAYS = ['id', 'createdAt', 'updatedAt', '_status'];

/**
 * Writes docs/access.md.
 * @param {import('payload').SanitizedConfig} config
 * @throws when the table names other public fields than the collections show
 */
export async function writeAccessPage(config) {
  const matrix = readMatrix();
  for (const { collection, seen } of matrix.fields) await compare(config, collection, seen);
  const words = await readFile(join(house, 'scripts/generated/accessPage.md'), 'utf8');
  const page = words.replace('{{fields}}', () => fieldsTable(matrix)).replace('{{sections}}', () => sectionsOf(matrix));
  const file = join(house, accessPage);
  await writeFile(file, await format(page, { ...(await resolveConfig(file)), parser: 'markdown' }));
}

async function compare({ collections }, slug, listed) {
  const shown = await publicFields(collections.find((collection) => collection.slug === slug));
  const unlisted = shown.filter((name) => !listed.includes(name));
  const closed = listed.filter((name) => !shown.includes(name));
  const wrong = [...unlisted.map((name) => `${name} is shown and not listed`), ...closed.map((name) => `${name} is listed and not shown`)];
  if (wrong.length > 0) throw new Error(`tests/access/matrix.md, public fields of ${slug}: ${wrong.join('; ')}.`);
}

/** The fields that the rules let a stranger read. */
async function publicFields({ flattenedFields }) {
  const stranger = { user: null, context: {}, headers: new Map() };
  const open = await Promise.all(
    flattenedFields.map(async ({ access, hidden }) => hidden !== true && ((await access?.read?.({ req: stranger })) ?? true) === true),
  );
  return flattenedFields
    .filter((_field, at) => open[at])
    .map(({ name }) => name)
    .filter((name) => !ALWAYS.includes(name));
}

function fieldsTable({ fields }) {
  const head = ['collection', 'public fields (besides `id`, `createdAt`, `updatedAt`, `_status`)', 'may be used in `where` and `sort`'];
  return table(
    head,
    fields.map(({ collection, seen, asked }) => [collection, seen.join(', '), asked.join(', ') || '–']),
  );
}

function sectionsOf({ sections, root, transitions, pages }) {
  const ofCollections = sections.map(({ collections, rows }) => [collections.join(', '), rows, '/api/{collection}']);
  const all = [...ofCollections, ['Below /api', root, '/api'], ['Transitions', transitions, ''], ['Pages', pages, '']];
  return all.map(([title, rows, base]) => `### ${title}\n\n${rows.length > 0 ? rowsTable(rows, base) : 'No route leads there.'}`).join('\n\n');
}

function rowsTable(rows, base) {
  const address = (rest) => (rest ? `\`${rest.replace(' ', ` ${base}`).replace(/(.)\/$/, '$1')}\`` : '–');
  const lines = rows.map(({ operation, may, rest, graphql }) => [
    operation,
    ...ROLES.map((role) => may[role]),
    address(rest),
    graphql ? `\`${graphql}\`` : '–',
  ]);
  return table(['operation', ...ROLES, 'REST', 'GraphQL'], lines);
}

function table(head, lines) {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
