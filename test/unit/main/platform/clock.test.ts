import { expect, test, vi } from 'vitest';
import { createShiftedClock } from '../../../../src/main/platform/clock.ts';

test('runs with the machine’s clock, ahead by what it was moved', () => {
  let machine = 1000;
  const clock = createShiftedClock({ now: () => machine });
  const shifted = vi.fn<() => void>();
  const stop = clock.onShift(shifted);
  expect(clock.now()).toBe(1000);
  clock.advance(500);
  clock.advance(500);
  machine = 1100;
  expect(clock.now()).toBe(2100);
  clock.set(50);
  expect([clock.now(), clock.offsetMs()]).toEqual([50, -1050]);
  expect(shifted).toHaveBeenCalledTimes(3);
  expect(() => clock.advance(Number.NaN)).toThrow(RangeError);
  stop();
  clock.advance(1);
  expect(shifted).toHaveBeenCalledTimes(3);
});
