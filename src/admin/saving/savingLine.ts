/** Without this file an autosave and a Save button could overtake each other, and each would take the other for a stranger: one line for all that saves a form. */
import type { Text } from './comparable.ts';
import type { Difference } from './differences.ts';

/** Two versions that somebody has to decide between. */
export interface Conflict {
  theirs: Text;
  differences: readonly Difference[];
}

/** Where the form stands with the server. */
export interface SavingState {
  phase: 'idle' | 'saving' | 'kept' | 'noAnswer' | 'signedOut' | 'refused';
  /** What the server said against it, when it refused. */
  why: string;
  conflict: Conflict | null;
}

/** All that saves one form, one after another. */
export interface SavingLine {
  run: <Result>(task: () => Promise<Result>) => Promise<Result>;
  state: () => SavingState;
  change: (news: Partial<SavingState>) => void;
  subscribe: (listener: () => void) => () => void;
  /** The text that form and server last agreed on; its `rev` is what a save names. */
  agreed: Text | null;
  /** What was sent and never answered: it may be stored. */
  inDoubt: Text | null;
}

const lines = new WeakMap<object, SavingLine>();

/** The line of a form; `form` is any object that lives as long as it. */
export function lineOf(form: object): SavingLine {
  const line = lines.get(form) ?? newLine();
  lines.set(form, line);
  return line;
}

/** The revision that the next save names. */
export function agreedRevision({ agreed }: SavingLine): number | null {
  return typeof agreed?.['rev'] === 'number' ? agreed['rev'] : null;
}

function newLine(): SavingLine {
  let state: SavingState = { phase: 'idle', why: '', conflict: null };
  let last: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();
  return {
    run: (task) => {
      const next = last.then(task, task);
      last = next;
      return next;
    },
    state: () => state,
    change: (news) => {
      state = { ...state, ...news };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    agreed: null,
    inDoubt: null,
  };
}
