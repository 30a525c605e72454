import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../platform/ports.ts';
import type { Limits } from './limits.ts';
import { Problem, retryAfter } from './problem.ts';

const CHALLENGE = { 'www-authenticate': 'Bearer realm="Tplus"' };
const BEARER = /^bearer +(\S+) *$/i;

/** Answers 401 to who has no token or a wrong one, and 429 to wrong ones that come in numbers. */
export class TokenGuard {
  /** When wrong tokens came, epoch ms. One list for all: every sender has the same address. */
  #wrongAt: readonly number[] = [];

  constructor(
    private readonly token: () => string,
    private readonly clock: Clock,
    private readonly limits: Pick<Limits, 'wrongTokens' | 'wrongTokenWindowMs'>,
  ) {}

  /**
   * A right token always passes, however many wrong ones came before: another's mistake must not keep
   * a page from anybody.
   * @param offered the `Authorization` header and, for hooks, the `token` parameter
   * @throws {Problem} 401 or 429
   */
  assertAuthorised(offered: {
    readonly header: string | undefined;
    readonly parameter?: string | null;
  }): void {
    const tokens = [BEARER.exec(offered.header ?? '')?.[1], offered.parameter].filter(
      (token) => typeof token === 'string' && token !== '',
    );
    if (tokens.some((token) => this.#isRight(token ?? ''))) return;
    if (tokens.length === 0) {
      throw new Problem('no-token', 'Send "Authorization: Bearer TOKEN".', { headers: CHALLENGE });
    }
    this.#refuseWrong();
  }

  #isRight(offered: string): boolean {
    return timingSafeEqual(sha256(offered), sha256(this.token()));
  }

  #refuseWrong(): never {
    const now = this.clock.now();
    const { wrongTokens, wrongTokenWindowMs } = this.limits;
    // Marks ahead of now are left from before the clock was set back.
    this.#wrongAt = this.#wrongAt.filter((at) => at > now - wrongTokenWindowMs && at <= now);
    const [oldest] = this.#wrongAt;
    if (oldest !== undefined && this.#wrongAt.length >= wrongTokens) {
      const headers = retryAfter(oldest + wrongTokenWindowMs - now);
      throw new Problem('too-many-wrong-tokens', 'Too many wrong tokens. A right one is served at once.', {
        headers,
      });
    }
    this.#wrongAt = [...this.#wrongAt, now];
    throw new Problem('wrong-token', 'The token is not the one of this app.', { headers: CHALLENGE });
  }
}

/** Hashed first, so that both have one length and the comparison tells nothing. */
function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
