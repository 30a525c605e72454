import { asEventId, type EventId, type Instant } from '../ids.ts';

/**
 * A hybrid logical clock: ids rise even when the wall clock goes backwards, because the clock never
 * falls below its mark, and the mark is kept with the log (Kulkarni et al., "Logical Physical Clocks",
 * 2014). Plain UUIDv7 was measured to go backwards with the clock.
 */
export interface IdMark {
  /** Epoch ms. */
  readonly at: Instant;
  /** Ids minted in that millisecond, 0 to 4095. */
  readonly counter: number;
}
export const ZERO_MARK: IdMark = { at: 0, counter: 0 };

const MAX_COUNTER = 0xfff;

/** The mark after one more id at `now`. */
export function nextMark(mark: IdMark, now: Instant): IdMark {
  if (now > mark.at) return { at: now, counter: 0 };
  if (mark.counter < MAX_COUNTER) return { at: mark.at, counter: mark.counter + 1 };
  return { at: mark.at + 1, counter: 0 };
}

/**
 * A mark as an id: RFC 9562 UUID version 8, 48 bits of ms, 12 of counter, 62 random. Ids sort as text
 * in the order they were minted.
 * @param random 8 random bytes
 */
export function idFromMark(mark: IdMark, random: Uint8Array): EventId {
  const time = mark.at.toString(16).padStart(12, '0');
  const counter = mark.counter.toString(16).padStart(3, '0');
  const bytes = Array.from(random.slice(0, 8));
  bytes[0] = 0x80 | ((bytes[0] ?? 0) & 0x3f);
  const tail = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return asEventId(
    `${time.slice(0, 8)}-${time.slice(8)}-8${counter}-${tail.slice(0, 4)}-${tail.slice(4).padEnd(12, '0')}`,
  );
}

/** The mark an id was minted at; the inverse of `idFromMark`. */
export function markOfId(id: EventId): IdMark {
  const hex = id.replaceAll('-', '');
  return { at: Number.parseInt(hex.slice(0, 12), 16), counter: Number.parseInt(hex.slice(13, 16), 16) };
}

export function laterMark(one: IdMark, other: IdMark): IdMark {
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return one.counter >= other.counter ? one : other;
}
