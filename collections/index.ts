/** Everything the newsroom stores, in the order in which the panel shows it. */
import { Approvals } from './Approvals.ts';
import { Articles } from './Articles.ts';
import { Authors } from './Authors.ts';
import { Carriages } from './Carriages.ts';
import { Cascades } from './Cascades.ts';
import { Commentaries } from './Commentaries.ts';
import { Imports } from './Imports.ts';
import { Media } from './Media.ts';
import { NewsExcerpts } from './NewsExcerpts.ts';
import { Outlets } from './Outlets.ts';
import { Publications } from './Publications.ts';
import { Slugs } from './Slugs.ts';
import { Topics } from './Topics.ts';
import { Transitions } from './Transitions.ts';
import { Users } from './Users.ts';
import { Workflow } from './Workflow.ts';

/** Documents that people edit. */
export const editable = [Articles, NewsExcerpts, Commentaries, Media, Authors, Outlets, Topics, Users];

/** Records that transitions and hooks write. */
export const serverOwnedRecords = [Workflow, Approvals, Publications, Transitions, Cascades, Slugs, Carriages, Imports];

export const collections = [...editable, ...serverOwnedRecords];
