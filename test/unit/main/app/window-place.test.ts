import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bounds, placeWindow, type SavedWindow } from '../../../../src/main/app/window-place.ts';

const laptop: Bounds = { x: 0, y: 25, width: 1440, height: 875 };
const external: Bounds = { x: 1440, y: 0, width: 2560, height: 1400 };
const saved = (bounds: Bounds): SavedWindow => ({ version: 1, bounds, maximized: false });

test('a first window stands in the middle, no larger than the display', () => {
  expect(placeWindow(undefined, [external])).toEqual({ x: 2040, y: 270, width: 1360, height: 860 });
  expect(placeWindow(undefined, [{ x: 0, y: 0, width: 1280, height: 700 }])).toEqual({
    x: 0,
    y: 0,
    width: 1280,
    height: 700,
  });
});

test('it comes back where it was', () => {
  const bounds = { x: 1600, y: 100, width: 1200, height: 900 };
  expect(placeWindow(saved(bounds), [laptop, external])).toEqual(bounds);
});

test('it comes back to the first display when its own is gone', () => {
  const bounds = { x: 1600, y: 100, width: 1200, height: 900 };
  expect(placeWindow(saved(bounds), [laptop])).toEqual({ x: 120, y: 25, width: 1200, height: 875 });
});

test('a title bar above the screen, or a sliver at its edge, is brought within reach', () => {
  expect(placeWindow(saved({ x: 100, y: -300, width: 800, height: 600 }), [laptop])).toMatchObject({ y: 25 });
  expect(placeWindow(saved({ x: 1400, y: 100, width: 800, height: 600 }), [laptop])).toMatchObject({
    x: 320,
  });
});

const bounds = (least: number): fc.Arbitrary<Bounds> =>
  fc.record({
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -5000, max: 5000 }),
    width: fc.integer({ min: least, max: 6000 }),
    height: fc.integer({ min: least, max: 6000 }),
  });

test('whatever was saved, it can be taken hold of on some display', () => {
  fc.assert(
    fc.property(bounds(1), fc.array(bounds(640), { minLength: 1, maxLength: 3 }), (window, displays) => {
      const placed = placeWindow(saved(window), displays);
      const reachable = displays.some(
        ({ x, y, width, height }) =>
          placed.x + placed.width > x &&
          placed.x < x + width &&
          placed.y >= y &&
          placed.y < y + height &&
          placed.width <= width &&
          placed.height <= height,
      );
      expect(reachable).toBe(true);
    }),
  );
});
