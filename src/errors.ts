/** Without this file every room would invent its own way to say no: one family of errors, rendered in one place. */

/** One thing that is wrong with the input, named so that a client or an editor can find it (RFC 9457, section 3.1). */
export interface ProblemPart {
  /** JSON pointer (RFC 6901) to the member of the body, such as `/title`. */
  pointer?: string;
  /** Name of the query or path parameter. */
  parameter?: string;
  detail: string;
  /** Where there are a few things that can be meant: what to send instead. */
  choices?: readonly unknown[];
}

/** The statuses of API section 5 that a person or a client can cause. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 406 | 409 | 410 | 412 | 413 | 414 | 415 | 422 | 428 | 429 | 503;

const titles: Record<ProblemStatus, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  409: 'Conflict',
  410: 'Gone',
  412: 'Somebody else changed it',
  413: 'Too large',
  414: 'Address too long',
  415: 'Unsupported media type',
  422: 'Not valid',
  428: 'Revision required',
  429: 'Too many requests',
  503: 'Not available now',
};

/**
 * An error that a person or a client can do something about: a status, a stable type, and a sentence.
 * Its message is safe to show to whoever caused it; it is never the place for a secret or a stack.
 * `isPublic` and `status` are the names that Payload's own error route reads.
 */
export class Problem extends Error {
  readonly isPublic = true;
  readonly title: string;

  constructor(
    readonly status: ProblemStatus,
    /** Stable slug, the last segment of `type`: `/v1/docs/errors/{slug}`. */
    readonly slug: string,
    detail: string,
    readonly parts: readonly ProblemPart[] = [],
    /** Further members of the problem object, such as `current` on a 412. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.name = 'Problem';
    this.title = titles[status];
  }

  /** What clients of Payload's error shape are told beside the sentence; null when there is nothing more to tell. */
  get data(): Record<string, unknown> | null {
    const { allow: _allow, ...members } = this.members;
    const parts = this.parts.length > 0 ? { errors: this.parts.map(atField) } : {};
    const data = { ...parts, ...members };
    return Object.keys(data).length > 0 ? data : null;
  }
}

/** `problem` in the shape of an error under `/api`, where Payload's clients look for it: `{ name, message, data }`. */
export function payloadError(problem: Problem): { name: string; message: string; data?: Record<string, unknown> } {
  return { name: problem.slug, message: problem.message, ...(problem.data === null ? {} : { data: problem.data }) };
}

/** Payload's clients, its panel among them, show a sentence beside the field that `path` names. */
function atField(part: ProblemPart): ProblemPart & { path?: string; message?: string } {
  return part.pointer === undefined ? part : { ...part, path: part.pointer.slice(1).replaceAll('/', '.'), message: part.detail };
}

/** The RFC 9457 object for `problem`; `base` is the origin under which `/v1/docs/errors/` answers, `instance` the request id. */
export function problemBody(problem: Problem, base: string, instance: string): Record<string, unknown> {
  return {
    type: `${base}/v1/docs/errors/${problem.slug}`,
    title: problem.title,
    status: problem.status,
    detail: problem.message,
    instance,
    ...(problem.parts.length > 0 ? { errors: problem.parts } : {}),
    ...problem.members,
  };
}

/** The sentence of whatever was thrown, for logs and one-line reports. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** 405 for `method`, where only `allowed` are possible (RFC 9110, section 15.5.6). */
export function methodNotAllowed(method: string, allowed: readonly string[]): Problem {
  return new Problem(405, 'method-not-allowed', `${method} is not possible here.`, [], { allow: allowed.join(', ') });
}
