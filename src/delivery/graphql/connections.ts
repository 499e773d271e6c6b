/** Pages as GraphQL's clients know them: without this file each list would say in its own way where it goes on. */
import { setImmediate as others } from 'node:timers/promises';

/** A page of a list, before it is known what of it is asked for. */
export interface Connection<Node> {
  nodes: readonly Node[];
  /** Of each node, in their order; worked out when somebody asks for them. */
  cursors: () => readonly string[];
  hasNextPage: boolean;
  /** Whether the page begins behind a cursor. */
  hasPreviousPage: boolean;
}

export interface Edge<Node> {
  node: Node;
  cursor: () => string;
}

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: () => string | null;
  endCursor: () => string | null;
}

/** So many are completed in one go: a few milliseconds, whatever is asked of each. */
const IN_ONE_GO = 10;

/** The nodes of a page, each with its cursor. What is asked of a node is worked out when its turn comes, and others have theirs in between. */
export function edgesOf<Node>({ nodes, cursors }: Connection<Node>): (Edge<Node> | Promise<Edge<Node>>)[] {
  let turn: Promise<unknown> | undefined;
  return nodes.map((node, place) => {
    if (place > 0 && place % IN_ONE_GO === 0) turn = turn ? turn.then(() => others()) : others();
    const edge = { node, cursor: () => cursors()[place] ?? '' };
    return turn ? turn.then(() => edge) : edge;
  });
}

export function pageInfoOf<Node>({ cursors, hasNextPage, hasPreviousPage }: Connection<Node>): PageInfo {
  return { hasNextPage, hasPreviousPage, startCursor: () => cursors()[0] ?? null, endCursor: () => cursors().at(-1) ?? null };
}

/** `work`, done when it is first asked for. */
export function once<Result>(work: () => Result): () => Result {
  let done: { result: Result } | undefined;
  return () => (done ??= { result: work() }).result;
}
