/** Runs `ledger verify` on the newsroom's database and tells what it finds as it finds it. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf } from '../errors.ts';
import { believedKeys, storedKeys } from '../ledger/keys/believedKeys.ts';
import { headOf } from '../ledger/link.ts';
import { rowsOf } from '../ledger/openLedger.ts';
import { entryOf } from '../ledger/rows.ts';
import type { Finding } from '../ledger/verify/finding.ts';
import { verifyLedger } from '../ledger/verify/verifyLedger.ts';
import { progressBar } from './progress.ts';
import { NotDone, WrongUse } from './outcome.ts';
import { jsonObject, print } from './terminal.ts';
import { withDatabase } from './withNewsroom.ts';

const savedHead = z.object({ seq: z.int().min(0), hash: z.string().nullable() });
const savedKeys = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string(), crv: z.string(), x: z.string() })) });

/** The files to compare with. */
export interface Verify {
  head?: string;
  keys?: string;
  json?: true;
}

/** Prints each finding. @returns how many there were. @throws {WrongUse} when a file is not what it is given for. */
export async function verify({ head, keys, json }: Verify): Promise<number> {
  const saved = head === undefined ? undefined : await fileOf(head, savedHead, 'a saved answer of /v1/ledger-head');
  const given = keys === undefined ? undefined : await fileOf(keys, savedKeys, 'a saved answer of /.well-known/jwks.json');
  return withDatabase(async (payload) => {
    const rows = rowsOf(payload);
    const believed = given ? await believedKeys(given.keys) : await storedKeys(payload);
    const total = await rows.count().catch(hasNone);
    const progress = progressBar(total);
    const report = json ? jsonReport() : textReport();
    let entries = 0;
    let found = 0;
    const onProgress = (seen: number): void => {
      entries += seen;
      progress.step(seen, Math.max(total, entries));
    };
    try {
      for await (const finding of verifyLedger({ rows, keys: believed, savedHead: saved, onProgress })) {
        found += 1;
        report.finding(finding);
      }
    } finally {
      progress.end();
    }
    const newest = found === 0 ? await rows.newest() : undefined;
    report.end(entries, found, newest === undefined ? null : headOf(entryOf(newest)));
    return found;
  });
}

/** SQLite's way to say that a newer version's migrations have not run; MongoDB counts nothing. */
function hasNone(error: unknown): never {
  if (messageOf(error).includes('no such table')) throw new NotDone('This database has no ledger yet: run "counterpoint migrate" first.');
  throw error;
}

interface Report {
  finding: (finding: Finding) => void;
  end: (entries: number, findings: number, head: unknown) => void;
}

function textReport(): Report {
  return {
    finding: ({ finding, detail }) => {
      print(`${finding.padEnd(20)}  ${detail}`);
    },
    end: (entries, findings) => {
      print(`${entries} entries; ${findings === 0 ? 'all are as they were signed' : `findings: ${findings}`}.`);
    },
  };
}

function jsonReport(): Report {
  const { item, end } = jsonObject('findings');
  return {
    finding: item,
    end: (entries, _findings, head) => {
      end({ entries, head });
    },
  };
}

async function fileOf<Shape extends z.ZodType>(file: string, shape: Shape, whatItIs: string): Promise<z.infer<Shape>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new WrongUse(`${file} cannot be read: ${messageOf(error)}`);
  });
  const parsed = shape.safeParse(jsonOf(text));
  if (!parsed.success) throw new WrongUse(`${file} is not ${whatItIs}.`);
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
