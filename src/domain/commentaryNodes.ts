/** The words a commentary is made of: the Lexical nodes that every rendition can show, and nothing that runs or loads. */
import { isWebAddress } from './webAddress.ts';

const NODE_TYPES = new Set(['root', 'paragraph', 'text', 'linebreak', 'heading', 'quote', 'list', 'listitem', 'link', 'autolink', 'tab']);
const MAX_DEPTH = 40;

/** A Lexical node as it is stored; everything but its type may be missing. */
export interface CommentaryNode {
  type: string;
  text?: string;
  children?: CommentaryNode[];
  fields?: { url?: string; linkType?: string };
  tag?: string;
  format?: number | string;
  listType?: string;
}

/** Says what in `body` is not allowed in a commentary, or null when all of it is. */
export function unknownNode(body: unknown): string | null {
  if (body === null || body === undefined) return null;
  const root = (body as { root?: unknown }).root;
  if (root === null || typeof root !== 'object') return 'The text has to be a rich-text document with a root.';
  return refusedIn(root as CommentaryNode, 0);
}

function refusedIn(node: CommentaryNode, depth: number): string | null {
  if (depth > MAX_DEPTH) return `The text is nested more than ${MAX_DEPTH} levels deep.`;
  if (!NODE_TYPES.has(node.type)) return `A commentary cannot hold "${String(node.type).slice(0, 40)}".`;
  // Payload writes it as HTML with ids that are new each time: the same text would never again have the same digest.
  if (node.type === 'list' && node.listType === 'check') return 'A commentary cannot hold a check list; bullets and numbers it can.';
  if (node.type === 'link' || node.type === 'autolink') {
    const url = node.fields?.url;
    const mail = url !== undefined && /^mailto:[^\s@]+@[^\s@]+$/i.test(url);
    if (node.fields?.linkType === 'internal' || url === undefined || !(mail || isWebAddress(url))) {
      return 'A link has to lead to a web address that begins with https:// or http://.';
    }
  }
  for (const child of node.children ?? []) {
    const refused = child === null || typeof child !== 'object' ? 'The text holds an empty node.' : refusedIn(child, depth + 1);
    if (refused !== null) return refused;
  }
  return null;
}
