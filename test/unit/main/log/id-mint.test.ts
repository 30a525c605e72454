import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '#shared/domain/duration.ts';
import { idFromMark } from '#shared/domain/event/id-clock.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { IdMint } from '../../../../src/main/log/id-mint.ts';
import { T0 } from '../../shared/domain/event/events.ts';

const foreign = (at: number): EventId => idFromMark({ at, counter: 5 }, new Uint8Array(8));

function minted(mint: IdMint, nows: readonly number[]): EventId[] {
  return nows.map((now) => mint.mint(now));
}

it('mints rising ids under any clock, also across restarts that go on from the kept mark', () => {
  const clock = fc.array(fc.integer({ min: T0 - 30 * DAY_MS, max: T0 + 30 * DAY_MS }), { minLength: 1 });
  fc.assert(
    fc.property(fc.array(clock, { minLength: 1, maxLength: 5 }), (runs) => {
      let kept = '';
      const ids = runs.flatMap((nows) => {
        const mint = new IdMint();
        mint.resume(kept);
        const made = minted(mint, nows);
        kept = mint.mark;
        return made;
      });
      expect(ids.toSorted()).toEqual(ids);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

it('mints more than 4096 ids in one millisecond', () => {
  const mint = new IdMint();
  const ids = minted(
    mint,
    Array.from({ length: 10_000 }, () => T0),
  );
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(10_000);
});

describe('a kept mark', () => {
  it.each(['', 'x', '1.2.x', 'NaN.1', '1e999.0', '.', '-'])('"%s" does no harm', (kept) => {
    const mint = new IdMint();
    const before = mint.mint(T0);
    mint.resume(kept);
    expect(mint.mint(T0) > before).toBe(true);
  });

  it('never takes it back', () => {
    const mint = new IdMint();
    const before = mint.mint(T0);
    mint.resume('5.0');
    expect(mint.mint(1) > before).toBe(true);
  });
});

describe('an id of another replica', () => {
  it.each([
    ['past', -1000],
    ['now', 0],
    ['ahead by less than a day', DAY_MS],
  ])('%s comes before what is minted next', (_, ms) => {
    const mint = new IdMint();
    mint.learn(foreign(T0 + ms), T0);
    expect(mint.mint(T0) > foreign(T0 + ms)).toBe(true);
  });

  it('of a year ahead does not take the clock along', () => {
    const mint = new IdMint();
    mint.learn(foreign(T0 + 365 * DAY_MS), T0);
    expect(mint.mark).toBe('0.0');
  });
});
