import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { cadenceOf } from '#shared/domain/metrics/cadence.ts';

/** Times are minutes. */
const EVERY = 15;
const at = (minutes: number): number => minutes * MINUTE_MS;
function cadence(
  declared: number | undefined,
  updates: readonly number[],
  resolved: number | undefined,
  pauses: readonly (readonly [number, number])[] = [],
) {
  return cadenceOf(
    {
      ...(declared === undefined ? {} : { declaredAt: at(declared) }),
      ...(resolved === undefined ? {} : { resolvedAt: at(resolved) }),
      updates: updates.map(at),
      pauses: pauses.map(([from, to]) => ({ from: at(from), to: at(to) })),
    },
    at(EVERY),
  );
}

describe('the update cadence', () => {
  it.each([
    ['resolved before the first was due', 0, [], 14, { due: 0, kept: 0 }],
    ['resolved just when it was due', 0, [], 15, { due: 0, kept: 0 }],
    ['none copied: due at 15, 30 and 45', 0, [], 50, { due: 3, kept: 0 }],
    ['each within a quarter of an hour', 0, [10, 25, 38], 50, { due: 3, kept: 3 }],
    ['just in time is in time', 0, [15, 30], 40, { due: 2, kept: 2 }],
    ['a minute late: the one due at 15 was missed', 0, [16], 20, { due: 1, kept: 0 }],
    ['a long gap misses one for each time it ran out', 0, [10, 60], 70, { due: 4, kept: 1 }],
    ['one at the declaration and one at the resolution', 0, [0, 10], 10, { due: 2, kept: 2 }],
    ['recorded late, so in another order than they happened', 0, [25, 10, 38], 50, { due: 3, kept: 3 }],
    ['counted from the declaration, not before', 20, [5, 30], 40, { due: 1, kept: 1 }],
  ])('%s', (_name, declared, updates, resolved, wanted) => {
    expect(cadence(declared, updates, resolved)).toEqual(wanted);
  });

  it('stands still between a resolution and the reopening after it', () => {
    // 0-20: kept at 10; paused 20-100; 100-130: kept at 110, missed at 125.
    expect(cadence(0, [10, 110], 130, [[20, 100]])).toEqual({ due: 3, kept: 2 });
  });

  it('is not known of what was never declared, or is not resolved', () => {
    expect(cadence(undefined, [], 30)).toBeUndefined();
    expect(cadence(0, [10], undefined)).toBeUndefined();
  });

  it('never keeps more than were due, and keeps all where none was later than asked', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 });
    fc.assert(
      fc.property(gaps, fc.nat(40), (between, rest) => {
        let last = 0;
        const updates = between.map((gap) => (last += gap));
        const found = cadence(0, updates, last + rest) ?? { due: -1, kept: 0 };
        expect(found.kept).toBeLessThanOrEqual(found.due);
        if ([...between, rest].every((gap) => gap <= EVERY)) expect(found.kept).toBe(found.due);
      }),
    );
  });
});
