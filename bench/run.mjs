/** Without this file every measurement would be built for, started and judged in its own way: `npm run bench -- startup|api|writes|transitions|uploads|import|replica|cascade|scale|reads|freshness`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPanel, buildServer, fail, install, requireNode } from '../scripts/stages.mjs';
import { endChildren } from './measure/child.mjs';
import { machineNow, machineLine } from './measure/machine.mjs';
import { judge, tell } from './measure/verdict.mjs';

/** Fewer pairs than this show that a program works and judge nothing. */
const fewestPairs = 5;
const names = ['startup', 'api', 'writes', 'transitions', 'uploads', 'import', 'replica', 'cascade', 'scale', 'reads', 'freshness'];
const general = `npm run bench -- ${names.join('|')} [--report] [--pairs N] [--seconds N] [--stories N] [--keep FOLDER] [--help]

  --report      print the numbers, whatever they are, and exit 0
  --pairs N     measure each side N times, in turn (default ${fewestPairs}; fewer judge nothing)
  --seconds N   length of one run of one side, where a run has a length (default 5)
  --stories N   published stories in the newsroom that is measured (default: startup 1000, api 200, others 50;
                for import the documents: 10000; for replica the editions: 20000; cascade and scale 100000)
  --keep FOLDER scale only: keeps the archives there for the next run

Exits 0 when every guard holds, 1 when one does not, 2 on wrong use. bench/README.md says what is compared with what.`;

requireNode();
const { name, options } = understand();
const program = name === undefined ? undefined : await import(`./${name}.mjs`);
if (options.help || program === undefined) {
  console.log(program ? `${program.about}\n\n${general}` : general);
  process.exit(options.help ? 0 : 2);
}

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-bench-'));
const leave = (code) => {
  endChildren();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => leave(130));

try {
  await install();
  await buildServer();
  if (program.needsPanel) await buildPanel();
  const before = machineNow();
  const findings = await program.measure({ ...options, stories: options.stories ?? program.stories, folder, say: (text) => console.error(`· ${text}`) });
  console.log(`\n${name}: ${program.title}`);
  console.log(machineLine(before, machineNow()));
  for (const finding of findings) tell(finding);
  const held = judge(findings);
  if (options.pairs < fewestPairs) console.log(`A trial: fewer than ${fewestPairs} pairs judge nothing.`);
  leave(held || options.report || options.pairs < fewestPairs ? 0 : 1);
} catch (error) {
  endChildren();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  fail(error);
}

function understand() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', default: false },
        report: { type: 'boolean', default: false },
        pairs: { type: 'string', default: String(fewestPairs) },
        seconds: { type: 'string', default: '5' },
        stories: { type: 'string' },
        keep: { type: 'string' },
      },
    });
    if (positionals.length > 1 || !names.includes(positionals[0] ?? 'startup')) throw new Error(`There is no measurement "${positionals.join(' ')}".`);
    const count = (option, most) => {
      const number = Number(values[option]);
      if (!Number.isInteger(number) || number < 1 || number > most) throw new Error(`--${option} is a whole number from 1 to ${most}.`);
      return number;
    };
    return {
      name: positionals[0],
      options: {
        ...values,
        pairs: count('pairs', 100),
        seconds: count('seconds', 60),
        stories: values.stories === undefined ? undefined : count('stories', 1_000_000),
      },
    };
  } catch (error) {
    console.error(`${error.message}\n\n${general}`);
    return process.exit(2);
  }
}
