import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { Instant } from '#shared/domain/ids.ts';

/** `2026-11-23T02:11` in a time zone: what a date-and-time input holds. */
export function toZonedInput(at: Instant, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The instant such a text means in a time zone; undefined when it cannot be read. Where clocks are set
 * forward, a time that does not exist becomes the one after the gap.
 */
export function fromZonedInput(text: string, timeZone: string): Instant | undefined {
  const asUtc = Date.parse(`${text.slice(0, 16)}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  let at = asUtc;
  // The offset at the guess, then at the better guess: twice is enough on either side of a change.
  for (let round = 0; round < 2; round += 1) {
    const shown = Date.parse(`${toZonedInput(at, timeZone)}Z`);
    at += asUtc - shown;
  }
  return Math.floor(at / MINUTE_MS) * MINUTE_MS;
}
