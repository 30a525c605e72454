import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvent } from '#shared/domain/event/event.ts';
import {
  idFromMark,
  type IdMark,
  laterMark,
  markOfId,
  nextMark,
  ZERO_MARK,
} from '#shared/domain/event/id-clock.ts';
import { T0 } from './events.ts';

const marks = fc.record({
  at: fc.integer({ min: 0, max: 2 ** 47 }),
  counter: fc.integer({ min: 0, max: 0xfff }),
});
const random = fc.uint8Array({ minLength: 8, maxLength: 8 });
/** Any clock: forwards, still, backwards by days. */
const clocks = fc.array(fc.integer({ min: T0 - 9e8, max: T0 + 9e8 }), { minLength: 1, maxLength: 60 });

function isAfter(one: IdMark, other: IdMark): boolean {
  return one.at > other.at || (one.at === other.at && one.counter > other.counter);
}

describe('marks', () => {
  it.each([
    ['the clock went on', { at: 10, counter: 7 }, 11, { at: 11, counter: 0 }],
    ['the same millisecond', { at: 10, counter: 7 }, 10, { at: 10, counter: 8 }],
    ['the clock went back', { at: 10, counter: 7 }, 3, { at: 10, counter: 8 }],
    ['a millisecond is used up', { at: 10, counter: 0xfff }, 10, { at: 11, counter: 0 }],
    ['used up, and the clock went back', { at: 10, counter: 0xfff }, 2, { at: 11, counter: 0 }],
    ['the first of all', ZERO_MARK, T0, { at: T0, counter: 0 }],
  ])('%s', (_, mark, now, expected) => {
    expect(nextMark(mark, now)).toEqual(expected);
  });

  it('rise, whatever the clock does', () => {
    fc.assert(
      fc.property(marks, clocks, (start, nows) => {
        let mark = start;
        for (const now of nows) {
          const next = nextMark(mark, now);
          expect(isAfter(next, mark)).toBe(true);
          expect(next.at).toBeGreaterThanOrEqual(now);
          mark = next;
        }
      }),
    );
  });

  it('the later of two is the same whichever is named first', () => {
    fc.assert(
      fc.property(marks, marks, (one, other) => {
        const later = laterMark(one, other);
        expect(later).toEqual(laterMark(other, one));
        expect(isAfter(one, later) || isAfter(other, later)).toBe(false);
      }),
    );
  });
});

describe('ids', () => {
  it('give their mark back', () => {
    fc.assert(
      fc.property(marks, random, (mark, bytes) => {
        expect(markOfId(idFromMark(mark, bytes))).toEqual(mark);
      }),
    );
  });

  it('have the form that every replica checks, with the variant of RFC 9562', () => {
    fc.assert(
      fc.property(marks, random, (mark, bytes) => {
        const id = idFromMark(mark, bytes);
        const event = { id, type: 'note.added', v: 1, author: '', origin: 'o', occurredAt: 0, recordedAt: 0 };
        expect(readEvent({ ...event, payload: { text: '' } })?.id).toBe(id);
        expect(id.charAt(19)).toMatch(/[89ab]/);
      }),
    );
  });

  it('sort as text in the order they were minted', () => {
    fc.assert(
      fc.property(clocks, fc.array(random, { minLength: 60, maxLength: 60 }), (nows, bytes) => {
        let mark = ZERO_MARK;
        const ids = nows.map((now, index) => {
          mark = nextMark(mark, now);
          return idFromMark(mark, bytes[index] ?? new Uint8Array(8));
        });
        expect(ids.toSorted()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('keep what the caller gave as random bytes untouched', () => {
    const bytes = new Uint8Array(8).fill(0xff);
    idFromMark({ at: T0, counter: 1 }, bytes);
    expect([...bytes]).toEqual(Array.from({ length: 8 }, () => 0xff));
  });
});
