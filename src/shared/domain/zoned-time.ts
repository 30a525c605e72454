import { DAY_MS, MINUTE_MS } from './duration.ts';
import type { Instant } from './ids.ts';

const made = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than all its uses. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  const held = made.get(timeZone);
  if (held !== undefined) return held;
  const next = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  made.set(timeZone, next);
  return next;
}

/** `2026-11-23T02:11` in a time zone: what a date-and-time input holds. */
export function toZonedInput(at: Instant, timeZone: string): string {
  const parts = formatter(timeZone).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** `2026-11-23 02:11` in a time zone. */
export function zonedMinute(at: Instant, timeZone: string): string {
  return toZonedInput(at, timeZone).replace('T', ' ');
}

/**
 * The instant such a text means in a time zone; undefined when it cannot be read. Where clocks are set forward, a time
 * that does not exist becomes the one after the gap; where they are set back, the first of the two is meant.
 */
export function fromZonedInput(text: string, timeZone: string): Instant | undefined {
  const asked = text.slice(0, 16);
  const asUtc = Date.parse(`${asked}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // By the offset before a change of clocks and by the one after it; no zone changes twice in two days.
  const readings = [asUtc - DAY_MS, asUtc + DAY_MS].map((at) => asUtc - offsetAt(at, timeZone));
  return readings.find((at) => toZonedInput(at, timeZone) === asked) ?? Math.max(...readings);
}

/** How far a zone's clocks are ahead of UTC at an instant, in ms. */
function offsetAt(at: Instant, timeZone: string): number {
  return Date.parse(`${toZonedInput(at, timeZone)}Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}
