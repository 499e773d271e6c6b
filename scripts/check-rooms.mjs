#!/usr/bin/env node
/** Without this file the rules of the rooms could pass because the tool saw no modules at all: runs them, counts what was seen, and says which rule a door breaks. */
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import rules, { roomPatterns } from '../.dependency-cruiser.mjs';

const house = fileURLToPath(new URL('..', import.meta.url));
const source = /^(src|collections|migrations)\/.*\.(ts|tsx|mts|mjs|js)$/;

/**
 * Looks at every import in the rooms under `root`. Run as a program it takes --root, --fewest and --json.
 * @param {{ root?: string, fewest?: number, tsConfig?: string }} options `fewest`: fewer modules than this means that the tool is blind, not that the house is in order.
 * @returns {Promise<{ seen: number, findings: { rule: string, from: string, to: string, because: string }[] }>}
 */
export async function checkRooms({ root = house, fewest = 40, tsConfig = resolve(house, 'tsconfig.json') } = {}) {
  const folders = ['src', 'collections', 'migrations'].filter((folder) => existsSync(resolve(root, folder)));
  const { modules, summary } = await sighted(root, folders, tsConfig);
  const own = modules.filter((module) => source.test(module.source));
  const imports = own.reduce((count, module) => count + module.dependencies.length, 0);

  const findings = summary.violations.map((violation) => ({
    rule: violation.rule.name,
    from: violation.from,
    to: violation.cycle ? violation.cycle.map((step) => step.name).join(' → ') : violation.to,
    because: rules.forbidden.find((rule) => rule.name === violation.rule.name)?.comment ?? '',
  }));
  const homeless = own.filter((module) => !roomPatterns.some((pattern) => new RegExp(pattern).test(module.source)) && !module.source.includes('.test.'));
  for (const module of homeless)
    findings.push({ rule: 'every-file-has-a-room', from: module.source, to: '', because: 'The file is in none of the rooms of DESIGN section 2' });
  if (own.length < fewest || (own.length > 0 && imports === 0)) {
    findings.push({
      rule: 'the-tool-is-not-blind',
      from: `${own.length} modules, ${imports} imports`,
      to: '',
      because: `At least ${fewest} modules and some imports were expected`,
    });
  }
  return { seen: own.length, findings };
}

/** The tool resolves against the working directory, whatever base it is told. */
async function sighted(root, folders, tsConfig) {
  const before = process.cwd();
  process.chdir(root);
  try {
    const { options, ...ruleSet } = rules;
    const { output } = await cruise(folders, { ...options, ruleSet, validate: true, tsConfig: { fileName: tsConfig } }, options.enhancedResolveOptions, {
      tsConfig: extractTSConfig(tsConfig),
    });
    return output;
  } finally {
    process.chdir(before);
  }
}

async function main() {
  const { values } = parseArgs({ options: { root: { type: 'string' }, fewest: { type: 'string' }, json: { type: 'boolean' } } });
  const report = await checkRooms({ ...(values.root && { root: resolve(values.root) }), ...(values.fewest && { fewest: Number(values.fewest) }) });
  if (values.json) console.log(JSON.stringify(report));
  else tell(report);
  process.exitCode = report.findings.length ? 1 : 0;
}

function tell({ seen, findings }) {
  for (const { rule, from, to, because } of findings) console.error(`${rule}: ${from}${to ? ` → ${to}` : ''}\n    ${because}`);
  console.log(findings.length ? `${findings.length} doors that DESIGN section 2 does not have` : `rooms: ${seen} modules, every import through a door`);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
