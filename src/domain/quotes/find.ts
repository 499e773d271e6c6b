/** Without this file finding a thousand paragraphs would read a long report a thousand times: all of them in one pass (Aho and Corasick, 1975). */
import type { Piece } from './pieces.ts';
import type { Tokens } from './tokens.ts';

/** A paragraph to be found: its pieces, each a row of numbers that stand for what its tokens compare as. */
export type Wanted = readonly (readonly number[])[];

/**
 * Where the pieces of each of `paragraphs` stand in `text`, as tokens of it: the first place of the first piece, the first place of the next one
 * after that, and so on, as far as they are found. `numbers` are the tokens of `text`, numbered likewise. No place begins or ends within a word.
 */
export function find(paragraphs: readonly Wanted[], text: Pick<Tokens, 'withinWord'>, numbers: readonly number[]): Piece[][] {
  const found: Piece[][] = paragraphs.map(() => []);
  const { states, steps, begin } = automaton(paragraphs);
  let missing = 0;
  paragraphs.forEach((pieces, paragraph) => {
    if (pieces.length > 0) missing += 1;
    wait(paragraph);
  });

  let state = 0;
  for (let at = 0; at < numbers.length && missing > 0; at += 1) {
    state = next(state, numbers[at] ?? UNKNOWN);
    for (let seen = state; seen > 0; seen = states[seen]?.shorter ?? 0) meet(seen, at + 1);
  }
  return found;

  /** Whoever waits for the piece that ends before token `to` has found it. */
  function meet(seen: number, to: number): void {
    const here = states[seen];
    if (here === undefined || here.waiting.length === 0) return;
    const from = to - here.length;
    if (text.withinWord[from] === true || text.withinWord[to] === true) return;
    for (const paragraph of here.waiting.splice(0)) {
      const places = found[paragraph] ?? [];
      if ((places.at(-1)?.to ?? 0) > from) here.waiting.push(paragraph);
      else {
        places.push({ from, to });
        wait(paragraph);
      }
    }
  }

  function wait(paragraph: number): void {
    const piece = found[paragraph]?.length ?? 0;
    const end = begin[paragraph]?.[piece];
    if (end !== undefined) states[end]?.waiting.push(paragraph);
    else if (piece > 0) missing -= 1;
  }

  function next(from: number, number: number): number {
    let tried = from;
    for (;;) {
      const to = steps.get(tried * SPREAD + number);
      if (to !== undefined) return to;
      if (tried === 0) return 0;
      tried = states[tried]?.otherwise ?? 0;
    }
  }
}

/** What a token is numbered that the other text does not have. */
export const UNKNOWN = -1;
/** More than there are numbers. */
const SPREAD = 2 ** 26;

interface State {
  /** How many tokens lead here. */
  length: number;
  /** The longest other beginning of a piece that ends with what was read. */
  otherwise: number;
  /** The longest whole piece among those. */
  shorter: number;
  isPiece: boolean;
  /** Paragraphs that look for the piece that ends here. */
  waiting: number[];
}

interface Automaton {
  states: State[];
  steps: Map<number, number>;
  /** The state in which a piece of a paragraph ends. */
  begin: number[][];
}

function automaton(paragraphs: readonly Wanted[]): Automaton {
  const states: State[] = [newState(0)];
  const steps = new Map<number, number>();
  const edges: [from: number, number: number, to: number][] = [];
  const begin = paragraphs.map((pieces) =>
    pieces.map((piece) => {
      let state = 0;
      for (const number of piece) {
        const key = state * SPREAD + number;
        const to = steps.get(key) ?? states.push(newState((states[state]?.length ?? 0) + 1)) - 1;
        if (!steps.has(key)) {
          steps.set(key, to);
          edges.push([state, number, to]);
        }
        state = to;
      }
      const end = states[state];
      if (end) end.isPiece = true;
      return state;
    }),
  );
  // Shorter ones first: what a state falls back on is shorter than it is.
  edges.sort(([, , one], [, , other]) => (states[one]?.length ?? 0) - (states[other]?.length ?? 0));
  for (const [from, number, to] of edges) {
    const state = states[to];
    if (state === undefined) continue;
    let tried = from;
    while (tried !== 0) {
      tried = states[tried]?.otherwise ?? 0;
      const step = steps.get(tried * SPREAD + number);
      if (step !== undefined) {
        state.otherwise = step;
        break;
      }
    }
    const fallback = states[state.otherwise];
    state.shorter = fallback?.isPiece === true ? state.otherwise : (fallback?.shorter ?? 0);
  }
  return { states, steps, begin };
}

function newState(length: number): State {
  return { length, otherwise: 0, shorter: 0, isPiece: false, waiting: [] };
}
