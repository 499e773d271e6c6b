/** Without this file nobody would know what a state machine, frozen texts and a record cost: approving and publishing, beside the bare updates in them. */
import { join } from 'node:path';
import { startChild } from './measure/child.mjs';
import { makeNewsroom, own, settingsFor } from './measure/newsrooms.mjs';
import { inTurn, medianRatio } from './measure/pairs.mjs';

/** Stories a run: enough that one slow write does not decide it. */
const atOnce = 40;

export const title = 'approving and publishing stories, on SQLite';
export const needsPanel = false;
export const stories = 50;
export const about = `transitions: how many stories a second are approved and published.

Side one: the transitions approve and publish, as the routes run them, in a process of its own without HTTP.
Side two, in the same process on the same database: the Local API calls that they contain, hooks on, in two transactions a story:
  approve: payload.create of the approval (the same frozen text), of what the story carries and of the step; payload.update of the workflow row;
  publish: payload.create of the publication and of the step; payload.update of the article, its excerpt, its commentary, its address and the workflow row.
What side one does besides is not done on side two: reading and checking the story, assembling and digesting its text, publicFrom of all that it carries.
Both sides take ${atOnce} new stories a run, one after the other, each with one excerpt and one commentary; writing and submitting them is not timed.
Guard: at least 0.75 times as many as the bare updates.`;

export async function measure({ pairs, stories: count, folder, say }) {
  const dataDir = await makeNewsroom(folder, count, say);
  const log = join(folder, 'transitions.log');
  const desk = startChild(own('sides/transitions.mjs'), { env: { ...(await settingsFor(dataDir)), LOG_LEVEL: 'warn' }, log });
  const rate = (side) => async () => {
    const { milliseconds } = await desk.ask({ side, stories: atOnce });
    return (atOnce * 1000) / milliseconds;
  };
  const measured = await inTurn({ transitions: rate('transitions'), bare: rate('bare') }, { pairs, say, unit: 'stories/s' });
  await desk.stop();
  return [
    {
      what: 'stories approved and published',
      sides: { transitions: { values: measured.transitions, unit: 'stories/s' }, 'bare Local API updates': { values: measured.bare, unit: 'stories/s' } },
      value: medianRatio(measured.transitions, measured.bare),
      unit: '',
      guard: { atLeast: 0.75 },
    },
  ];
}
