/** What can go wrong, in a form that a program can tell apart: without this file a caller would compare sentences. */

/** One thing that is wrong with what was asked (RFC 9457). */
export interface ProblemPart {
  parameter?: string;
  pointer?: string;
  detail: string;
}

/** The members of a problem object; a server may send more. */
export interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  instance?: string;
  errors?: readonly ProblemPart[];
  [member: string]: unknown;
}

/** The newsroom answered, and said no: a status, a stable type, and a sentence for people (RFC 9457). */
export class ProblemError extends Error {
  override readonly name: string = 'ProblemError';
  /** An address that stays the same for each kind of problem; `about:blank` where the answer was not the newsroom's own. */
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  /** What exactly is wrong with the question, parameter by parameter. */
  readonly errors: readonly ProblemPart[];
  /** Under which the newsroom's log has the request. */
  readonly requestId: string | null;

  constructor(
    readonly status: number,
    /** The problem as it was sent, with members that are not named here. */
    readonly body: ProblemBody,
    { requestId = null, retryAfter = null }: { requestId?: string | null; retryAfter?: number | null } = {},
  ) {
    super(body.detail ?? body.title ?? `The newsroom answered ${status}.`);
    this.type = body.type ?? 'about:blank';
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.errors = body.errors ?? [];
    this.requestId = requestId ?? body.instance ?? null;
    this.retryAfter = retryAfter;
  }

  /** In how many milliseconds to ask again, where the newsroom said so. */
  readonly retryAfter: number | null;

  /** The last segment of `type`, such as `unknown-parameter` or `article-withdrawn`. */
  get slug(): string {
    return this.type.split('/').at(-1) ?? this.type;
  }
}

/** The story was published and taken back: 410, with what the newsroom has to say about it. */
export class GoneError extends ProblemError {
  override readonly name = 'GoneError';

  get notice(): string | null {
    return typeof this.body.notice === 'string' ? this.body.notice : null;
  }

  /** When it was taken back (RFC 3339). */
  get at(): string | null {
    return typeof this.body.at === 'string' ? this.body.at : null;
  }
}

/** There was no answer, or none that can be read: the line is down, nobody came in time, or something else than a newsroom is at that address. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';

  constructor(
    message: string,
    readonly url: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}

/** The newsroom answered a GraphQL query with errors; `data` is what it could answer all the same. */
export class GraphqlError extends Error {
  override readonly name = 'GraphqlError';

  constructor(
    readonly errors: readonly { message: string; path?: readonly (string | number)[]; extensions?: Readonly<Record<string, unknown>> }[],
    readonly data: unknown,
  ) {
    super(errors.map(({ message }) => message).join(' '));
  }
}

/** The error for an answer that is not 2xx. `text` is its body. */
export function problemIn(response: Pick<Response, 'status' | 'statusText' | 'headers'>, text: string, retryAfter: number | null): ProblemError {
  const body = bodyIn(response, text);
  const more = { requestId: response.headers.get('X-Request-Id'), retryAfter };
  return response.status === 410 ? new GoneError(410, body, more) : new ProblemError(response.status, body, more);
}

function bodyIn({ headers, statusText }: Pick<Response, 'statusText' | 'headers'>, text: string): ProblemBody {
  if (/^application\/([\w-]+\+)?json\b/.test(headers.get('Content-Type') ?? '')) {
    try {
      const read: unknown = JSON.parse(text);
      if (typeof read === 'object' && read !== null) return { ...read };
    } catch {
      // Cut off on the way: the status has to do.
    }
  }
  return { title: statusText };
}
