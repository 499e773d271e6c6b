/** Without this file the access table would be prose: it reads tests/access/matrix.md strictly, so that a misspelt cell is an error and not an open door. */
import { readFileSync } from 'node:fs';

export const ROLES = ['anonymous', 'syndication', 'writer', 'editor', 'admin', 'disabled'];
const VERDICTS = ['yes', 'own', 'released', '–', 'never'];
const OTHER_SECTIONS = { 'Below /api': 'root', Transitions: 'transitions', Pages: 'pages', 'Public fields': 'fields' };

/** The table as data. @throws naming the line that is not understood. */
export function readMatrix() {
  const matrix = { sections: [], root: [], transitions: [], pages: [], fields: [] };
  let rows;
  for (const line of readFileSync(new URL('matrix.md', import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('## ')) {
      const title = line.slice(3);
      const section = { collections: title.split(', '), rows: [] };
      rows = title in OTHER_SECTIONS ? matrix[OTHER_SECTIONS[title]] : section.rows;
      if (rows === section.rows) matrix.sections.push(section);
    } else if (/^\| (?!-+ |operation |collection )/.test(line)) {
      rows.push(rows === matrix.fields ? fieldsIn(line) : rowIn(line));
    }
  }
  return matrix;
}

/** Whether the rows are of records, which the server alone makes. */
export function areRecords(rows) {
  return rows.some(({ operation, never }) => operation === 'create' && never);
}

function rowIn(line) {
  const [operation, ...rest] = cellsIn(line);
  const [restRoute, graphql] = rest.slice(ROLES.length);
  const may = Object.fromEntries(ROLES.map((role, at) => [role, rest[at]]));
  const wrong = Object.values(may).find((verdict) => !VERDICTS.includes(verdict));
  const never = Object.values(may).filter((verdict) => verdict === 'never').length;
  if (wrong !== undefined || rest.length !== ROLES.length + 2 || ![0, ROLES.length].includes(never))
    throw new Error(`Not understood in the access table: ${line}`);
  return { operation, may, never: never > 0, rest: restRoute === '–' ? undefined : restRoute, graphql: graphql === '–' ? undefined : graphql };
}

function fieldsIn(line) {
  const [collection, seen, asked] = cellsIn(line);
  const list = (cell) => (cell === '–' ? [] : cell.split(', '));
  return { collection, seen: list(seen), asked: list(asked) };
}

function cellsIn(line) {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}
