/** Without this file a quote that says where it leaves something out could not be told from one that does so in silence: a paragraph, parted at its bracketed ellipses. */
import { ELLIPSIS, QUOTE, tokensOf, type Tokens } from './tokens.ts';

/** Tokens `from` to `to` of a paragraph, without the quotation marks around them. */
export interface Piece {
  from: number;
  to: number;
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '<': '>', '［': '］', '（': '）', '【': '】' };

/** The tokens of `paragraph`, and those of its pieces that say something. */
export function piecesOf(paragraph: string): { tokens: Tokens; pieces: Piece[] } {
  const tokens = tokensOf(paragraph);
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.keys.length; at += 1) {
    const isEnd = at === tokens.keys.length;
    if (!isEnd && !isLeftOut(tokens, at)) continue;
    pieces.push(trimmed(tokens, { from, to: at }));
    from = at + 3;
    if (!isEnd) at += 2;
  }
  return { tokens, pieces: pieces.filter((piece) => saysSomething(tokens, piece)) };
}

function isLeftOut({ keys }: Tokens, at: number): boolean {
  const closing = CLOSING[keys[at] ?? ''];
  return closing !== undefined && keys[at + 1] === ELLIPSIS && keys[at + 2] === closing;
}

/** Quotation marks around a passage are whose who quotes, or stand around more than the passage. */
function trimmed({ keys }: Tokens, { from, to }: Piece): Piece {
  const piece = { from, to };
  while (piece.from < piece.to && keys[piece.from] === QUOTE) piece.from += 1;
  while (piece.from < piece.to && keys[piece.to - 1] === QUOTE) piece.to -= 1;
  return piece;
}

function saysSomething({ isWord }: Tokens, { from, to }: Piece): boolean {
  for (let at = from; at < to; at += 1) if (isWord[at] === true) return true;
  return false;
}
