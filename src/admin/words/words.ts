/** Without this type a language could lack a sentence and nobody would notice before an editor does. */
import type { Actor } from '../../editorial/desk.ts';
import type { Fault, Verification } from '../../domain/quotes/check.ts';
import type { Publication, TransitionName, Work } from '../../editorial/stages.ts';

type Routine = Extract<Actor, { system: string }>['system'];

/** The parts of a story that a step may ask for; `/excerpts/0/outlet` is asked for under `excerpts.outlet`. */
export type Lacking =
  | 'title'
  | 'language'
  | 'excerpts'
  | 'commentaries'
  | 'excerpts.outlet'
  | 'excerpts.quote'
  | 'commentaries.authors'
  | 'commentaries.body'
  | 'commentaries.respondsTo'
  | 'heroImage'
  | 'heroImage.alt';

/** Everything that our part of the panel says. In `lacking`, {n} is the place of the part in the story. */
export interface Words {
  stage: string;
  work: Record<Work, string>;
  publication: Record<Publication, string>;
  /** What may come next, by the stage of the work; a killed story goes nowhere, and a live one need not. */
  next: Record<Work | 'liveDraft' | 'killed', string>;
  changedSinceApproval: string;
  releasedAt: string;
  /** Of a scheduled story: {at}. */
  goesOutAt: string;
  /** Of a step that scheduled it: {at}. */
  forTime: string;
  couldNotGoOut: string;
  /** Below a date-time: {zone}, {utc}, and what a clock change does to it. */
  moment: { zone: string; utc: string; twice: string; skipped: string };
  button: Record<TransitionName, string> & { publishAgain: string };
  done: Record<TransitionName, string>;
  ask: Record<'return' | 'withdraw' | 'correct' | 'schedule', { heading: string; explanation: string; label: string }>;
  olderText: { heading: string; explanation: string };
  notReady: string;
  lacking: Record<Lacking, string>;
  movedOn: string;
  notSaved: string;
  noAnswer: string;
  signedOut: string;
  partOnly: string;
  /** Whether what was typed is safe; {why} is the server's own sentence. */
  saving: Record<'kept' | 'noAnswer' | 'signedOut' | 'refused' | 'conflict' | 'compare', string>;
  /** Two versions of one document, of which somebody chooses. */
  versions: Record<'heading' | 'explanation' | 'nothing' | 'yes' | 'no' | 'choose' | 'save' | 'later' | 'noAnswer', string> & {
    side: Record<'theirs' | 'yours', string>;
    changed: Record<'theirs' | 'yours' | 'both', string>;
  };
  history: string;
  noHistory: string;
  step: Record<TransitionName, string>;
  routine: Record<Routine, string>;
  somebody: string;
  /** How far the files of a picture have come. */
  picture: { state: string; pending: string; ready: string; failed: string };
  imagePending: string;
  /** Whether a quote stands in its source. */
  quote: {
    heading: string;
    short: Record<Verification, string>;
    explained: Record<Verification, string>;
    /** Paragraph {n}. */
    fault: Record<Fault, string>;
    legend: string;
    nothingNear: string;
    onlyInQuote: string;
    onlyInSource: string;
    /** Of report {n} of a story. */
    mismatchInStory: string;
  };
  overview: { heading: string; inReview: string; approved: string; drafts: string; nothing: string; untitled: string };
}
