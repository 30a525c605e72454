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

test('stands still where it is held, until it is moved again', () => {
  let machine = 1000;
  const clock = createShiftedClock({ now: () => machine });
  const shifted = vi.fn<() => void>();
  clock.onShift(shifted);
  clock.hold(5000);
  machine = 1700;
  expect([clock.now(), clock.heldAt(), clock.offsetMs()]).toEqual([5000, 5000, 3300]);
  clock.advance(10);
  machine = 1800;
  expect([clock.now(), clock.heldAt()]).toEqual([5110, undefined]);
  expect(shifted).toHaveBeenCalledTimes(2);
  expect(() => clock.hold(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});
