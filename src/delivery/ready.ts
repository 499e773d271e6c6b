/** What a route answers, before it is known in which coding and whether the client has it already: without this shape no cache could stand in front of them all. */
import type { Problem } from '../errors.ts';
import type { RenditionContext } from '../renditions/context.ts';
import type { Read } from '../replica/lists.ts';
import type { Questions } from '../replica/questions.ts';
import type { View } from '../replica/view.ts';

/** What an answer depends on, where that is not all that is published: as long as `again` says `value`, the answer is the same. */
export interface Stamp {
  value: string;
  again: (view: View) => string;
}

interface Keepable {
  /** `Surrogate-Key`. */
  keys: string;
  stamp?: Stamp;
}

/** An answer that anybody may keep. */
export interface Ready extends Keepable {
  /** Media type, with its charset where it is text. */
  type: string;
  body: string;
  /** `Last-Modified`: RFC 3339. */
  modified?: string;
  /** `Link`, `Content-Security-Policy`. */
  more?: Readonly<Record<string, string>>;
  /** When it becomes another one by itself (milliseconds), beside the ends of embargoes. */
  until?: number;
}

/** The same is found elsewhere. */
export interface Elsewhere extends Keepable {
  location: string;
}

/** There is something to say instead, which may be kept too. */
export interface Refused extends Keepable {
  problem: Problem;
}

export type Reply = Ready | Elsewhere | Refused;

/** What is asked, and of whom. */
export interface Asked {
  /** Of the path, decoded. */
  params: Readonly<Record<string, string>>;
  /** In its canonical spelling. */
  path: string;
  /** What is heard of it, in its canonical spelling, without the question mark. */
  query: string;
  /** The one of `types` that the client likes best. @throws Problem 406 when it wants none of them. */
  choose: (types: readonly string[]) => string;
  read: Read;
  /** Asks what may take longer. */
  questions: Questions;
  context: RenditionContext;
}

export type Work = (asked: Asked) => Reply | Promise<Reply>;

export const JSON_TYPE = 'application/json; charset=utf-8';

/** `value` as an answer in JSON, where the client takes it. */
export function jsonReply({ choose }: Pick<Asked, 'choose'>, value: unknown, rest: Omit<Ready, 'type' | 'body'>): Ready {
  return { type: choose([JSON_TYPE]), body: JSON.stringify(value), ...rest };
}
