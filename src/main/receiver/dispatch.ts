import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../platform/ports.ts';
import type { Paging } from '../paging/paging.ts';
import { type Answer, hasBody, sendAnswer } from './answer.ts';
import { assertJsonType, assertSize, assertValues, type Body, parseJson, readBody } from './body.ts';
import type { Endpoint } from './endpoint.ts';
import { explainError, inTime } from './explain-error.ts';
import type { Limits } from './limits.ts';
import { assertNotFromWeb } from './origin-guard.ts';
import { Problem, retryAfter } from './problem.ts';
import { findRoute } from './route.ts';
import { TokenGuard } from './token-guard.ts';
import { type TooLargeText, tooLargePage } from './too-large-page.ts';
import { UnderWay } from './under-way.ts';

/** Where the receiver says what went wrong; never a token, never a page's text. */
export interface ReceiverLog {
  error(text: string, error: unknown): void;
}

export interface DispatchOptions {
  readonly paging: Paging;
  readonly token: () => string;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly log: ReceiverLog;
  readonly tooLargePage: TooLargeText;
  readonly port: () => number;
}

/** Takes a request from its headers to its answer. Never throws, whatever comes. */
export class Dispatch {
  readonly #tokens: TokenGuard;
  readonly #underWay = new UnderWay();

  constructor(private readonly options: DispatchOptions) {
    this.#tokens = new TokenGuard(options.token, options.clock, options.limits);
  }

  /** @param waits the sender waits for `100 Continue` before it sends its body */
  readonly serve = (request: IncomingMessage, response: ServerResponse, waits = false): void => {
    let bodyComing = hasBody(request) && !waits;
    const goOn = (): void => {
      if (waits) response.writeContinue();
      bodyComing = true;
    };
    response.on('error', () => {});
    this.#answerOrExplain(request, response, goOn)
      .then((answer) => answer && sendAnswer(request, response, answer, bodyComing, this.options.limits))
      .catch((error: unknown) => {
        this.options.log.error('receiver: an answer could not be sent', error);
        response.destroy();
      });
  };

  async #answerOrExplain(request: IncomingMessage, response: ServerResponse, goOn: () => void) {
    try {
      return await this.#answer(request, response, goOn);
    } catch (error) {
      return explainError(error, (own) => this.options.log.error('receiver: a handler failed', own));
    }
  }

  /** The order of checks is part of the promise: 403, 404 and 405, 401 and 429, 415, 413, 408 and 400, 422. */
  async #answer(request: IncomingMessage, response: ServerResponse, goOn: () => void): Promise<Answer> {
    assertNotFromWeb(request, this.options.port());
    const { endpoint, name, query } = findRoute(request.method ?? '', request.url ?? '');
    if (endpoint.access !== 'open') {
      const parameter = endpoint.access === 'hook' ? query.get('token') : null;
      this.#tokens.assertAuthorised({ header: request.headers.authorization, parameter });
      this.#heard(endpoint);
      this.#countIn(request, response);
    }
    const body = await this.#body(request, endpoint, goOn);
    const { paging } = this.options;
    return inTime(endpoint.handle({ paging, name, query, body }), this.options.limits.answerMs);
  }

  /** A source that cannot be noted as heard must not cost its page. */
  #heard({ source }: Endpoint): void {
    if (source === undefined) return;
    try {
      this.options.paging.heard({ id: source, kind: source, detail: 'receiver' });
    } catch (error) {
      this.options.log.error('receiver: a source could not be noted as heard', error);
    }
  }

  /** Only authorised requests count, so that nobody else can crowd them out. @throws {Problem} 503 */
  #countIn(request: IncomingMessage, response: ServerResponse): void {
    if (this.#underWay.count >= this.options.limits.underWay) {
      throw new Problem('overloaded', 'Too many requests are under way.', { headers: retryAfter(1000) });
    }
    this.#underWay.add(request, response);
  }

  async #body(request: IncomingMessage, endpoint: Endpoint, goOn: () => void): Promise<Body | undefined> {
    if (endpoint.body === 'none' || (endpoint.body === 'optional' && !hasBody(request))) return undefined;
    assertJsonType(request);
    const { bodyBytes, hookBytes, bodyValues, bodyMs } = this.options.limits;
    const limit = endpoint.access === 'hook' || endpoint.takesFile === true ? hookBytes : bodyBytes;
    try {
      assertSize(request, limit);
      goOn();
      const bytes = await readBody(request, limit, bodyMs);
      assertValues(bytes, bodyValues);
      return bytes.length === 0 && endpoint.body === 'optional'
        ? undefined
        : { bytes, value: parseJson(bytes) };
    } catch (error) {
      if (error instanceof Problem && error.problem === 'too-large')
        await this.#pageTooLarge(endpoint, limit);
      throw error;
    }
  }

  /** The sender's answer is 413 whatever becomes of this: sending it again would not make it smaller. */
  async #pageTooLarge({ source }: Endpoint, limit: number): Promise<void> {
    if (source === undefined) return;
    const { paging, tooLargePage: words, log, limits } = this.options;
    try {
      await inTime(
        paging.accept([tooLargePage(source, limit, words, paging.readingContext())]),
        limits.answerMs,
      );
    } catch (error) {
      log.error('receiver: the page about a page that was too large was not saved', error);
    }
  }
}
