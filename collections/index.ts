/** Everything the newsroom stores, in the order in which the panel shows it. */
import { Approvals } from './Approvals.ts';
import { Articles } from './Articles.ts';
import { Authors } from './Authors.ts';
import { Carriages } from './Carriages.ts';
import { Cascades } from './Cascades.ts';
import { Commentaries } from './Commentaries.ts';
import { Imports } from './Imports.ts';
import { Leases } from './Leases.ts';
import { LedgerEntries } from './LedgerEntries.ts';
import { LedgerTasks } from './LedgerTasks.ts';
import { Media } from './Media.ts';
import { NewsExcerpts } from './NewsExcerpts.ts';
import { Nodes } from './Nodes.ts';
import { Outlets } from './Outlets.ts';
import { PictureTasks } from './PictureTasks.ts';
import { Publications } from './Publications.ts';
import { Redirects } from './Redirects.ts';
import { SigningKeys } from './SigningKeys.ts';
import { Slugs } from './Slugs.ts';
import { Topics } from './Topics.ts';
import { Transitions } from './Transitions.ts';
import { Users } from './Users.ts';
import { Workflow } from './Workflow.ts';

/** Documents that people edit. */
export const editable = [Articles, NewsExcerpts, Commentaries, Media, Authors, Outlets, Topics, Users];

/** Records that the server writes: transitions, hooks, and the processes themselves. */
export const serverOwnedRecords = [
  Workflow,
  Approvals,
  Publications,
  Transitions,
  Cascades,
  LedgerEntries,
  SigningKeys,
  Slugs,
  Carriages,
  Imports,
  Redirects,
  PictureTasks,
  LedgerTasks,
  Leases,
  Nodes,
];

export const collections = [...editable, ...serverOwnedRecords];
