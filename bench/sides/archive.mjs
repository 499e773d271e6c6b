/** Without this file archives of any size would have to be written by hand: enters BENCH_STORIES stories into the ledger of DATA_DIR, and builds its replica from it. */
import { readEnv } from '../../dist/src/env.js';
import { createConfig } from '../../dist/src/payload.config.js';
import { rebuildReplica } from '../../dist/src/replica/rebuildHere.js';
import { openNewsroom } from '../../dist/src/server/openNewsroom.js';
import { entriesOf } from '../seed/archive.mjs';

/** Stories entered at once. */
const AT_ONCE = 500;

const env = readEnv();
const stories = Number(process.env.BENCH_STORIES);
const { ledger, close } = await openNewsroom(env, await createConfig(env));
const nothing = () => undefined;
for (let done = 0; done < stories; done += AT_ONCE) {
  const entries = Array.from({ length: Math.min(AT_ONCE, stories - done) }, (_, place) => entriesOf(done + place, stories)).flat();
  await ledger.append(entries);
  if (done % 50_000 === 0) console.log(`${done} of ${stories} stories entered`);
}
await rebuildReplica({ ledger, dataDir: env.dataDir, clock: () => new Date(), log: { info: nothing, warn: nothing, error: console.error } });
await close();
process.exit(0);
