import { randomBytes } from 'node:crypto';
import {
  idFromMark,
  type IdMark,
  laterMark,
  markOfId,
  nextMark,
  ZERO_MARK,
} from '#shared/domain/event/id-clock.ts';
import { DAY_MS } from '#shared/domain/duration.ts';
import type { EventId, Instant } from '#shared/domain/ids.ts';

/** A foreign id further ahead of the clock than this does not move it: one bad replica must not. */
const MAX_LEAD_MS = DAY_MS;

/** Mints ids that never go backwards, whatever the wall clock does. Its mark is kept with the log. */
export class IdMint {
  #mark: IdMark = ZERO_MARK;

  /** As the log keeps it. */
  get mark(): string {
    return `${this.#mark.at}.${this.#mark.counter}`;
  }

  /** Goes on from a kept mark. */
  resume(kept: string): void {
    const [at = 0, counter = 0] = kept.split('.').map(Number);
    if (Number.isSafeInteger(at) && Number.isSafeInteger(counter))
      this.#mark = laterMark(this.#mark, { at, counter });
  }

  mint(now: Instant): EventId {
    this.#mark = nextMark(this.#mark, now);
    return idFromMark(this.#mark, randomBytes(8));
  }

  /** Ids minted from here on come after this one. */
  learn(id: EventId, now: Instant): void {
    const mark = markOfId(id);
    if (mark.at <= now + MAX_LEAD_MS) this.#mark = laterMark(this.#mark, mark);
  }
}
