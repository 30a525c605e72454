/**
 * Every error answer of the receiver, as RFC 9457 has it. The names are stable: a sender may tell
 * problems apart by `type`, which is `urn:tplus:problem:NAME`.
 */
const PROBLEMS = {
  'bad-request': { status: 400, title: 'Not a request that can be read' },
  'not-json': { status: 400, title: 'Not JSON' },
  'bad-parameter': { status: 400, title: 'A parameter that cannot be used' },
  'no-token': { status: 401, title: 'No token' },
  'wrong-token': { status: 401, title: 'Wrong token' },
  'forbidden-host': { status: 403, title: 'Forbidden host' },
  'forbidden-origin': { status: 403, title: 'Forbidden origin' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'too-slow': { status: 408, title: 'Too slow' },
  'too-large': { status: 413, title: 'Too large' },
  'not-json-type': { status: 415, title: 'Not JSON by its content type' },
  'not-usable': { status: 422, title: 'Not usable' },
  'too-many-wrong-tokens': { status: 429, title: 'Too many wrong tokens' },
  'headers-too-large': { status: 431, title: 'Headers too large' },
  failed: { status: 500, title: 'Something went wrong in Tplus' },
  overloaded: { status: 503, title: 'Overloaded' },
  'not-saved': { status: 503, title: 'Not saved' },
  'disk-full': { status: 507, title: 'The disk is full' },
} as const;
export type ProblemName = keyof typeof PROBLEMS;

/** Thrown by whatever finds a request wanting; answered as it is. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The bad field: a JSON Pointer into the body, or a query parameter's name. */
  readonly path: string | undefined;

  constructor(
    readonly problem: ProblemName,
    detail: string,
    extra: { readonly path?: string; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
    this.status = PROBLEMS[problem].status;
    this.headers = extra.headers ?? {};
    this.path = extra.path;
  }

  /** The body of `application/problem+json`. */
  body(): Readonly<Record<string, unknown>> {
    return {
      type: `urn:tplus:problem:${this.problem}`,
      title: PROBLEMS[this.problem].title,
      status: this.status,
      detail: this.message,
      ...(this.path === undefined ? {} : { path: this.path }),
    };
  }
}

/** `Retry-After` in whole seconds, never 0: "at once" is what overloaded it. */
export function retryAfter(ms: number): Readonly<Record<string, string>> {
  return { 'retry-after': String(Math.max(1, Math.ceil(ms / 1000))) };
}
