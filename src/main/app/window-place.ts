import * as v from 'valibot';

/** In device-independent pixels of the whole desktop. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
export const savedWindowSchema = v.object({
  version: v.literal(1),
  bounds: v.object({ x: pixels, y: pixels, width: pixels, height: pixels }),
  maximized: v.boolean(),
});
export type SavedWindow = v.InferOutput<typeof savedWindowSchema>;

/** Below 900 the columns become tabs; below this they would not fit either. */
export const smallestWindow = { width: 480, height: 480 };
const usualWindow = { width: 1360, height: 860 };
/** So much of the window must be on a screen, or it counts as lost. */
const graspable = 120;

/**
 * Where the window goes: where it was, unless that is on no display any more (an external one was unplugged); then in the
 * middle of the first display. Never larger than its display's work area.
 */
export function placeWindow(saved: SavedWindow | undefined, displays: readonly Bounds[]): Bounds {
  const [first] = displays;
  if (first === undefined) return { x: 0, y: 0, ...usualWindow };
  const wanted = saved?.bounds;
  const home = wanted && displays.find((display) => isGraspable(wanted, display));
  if (wanted === undefined || home === undefined)
    return centred(wanted ?? { x: 0, y: 0, ...usualWindow }, first);
  const { width, height } = fitted(wanted, home);
  return {
    width,
    height,
    x: clamp(wanted.x, home.x - width + graspable, home.x + home.width - graspable),
    // The title bar is what it is moved by: it stays below the upper edge.
    y: clamp(wanted.y, home.y, home.y + home.height - graspable),
  };
}

function isGraspable(bounds: Bounds, display: Bounds): boolean {
  const across = Math.min(bounds.x + bounds.width, display.x + display.width) - Math.max(bounds.x, display.x);
  const down = Math.min(bounds.y + bounds.height, display.y + display.height) - Math.max(bounds.y, display.y);
  return across >= graspable && down >= graspable;
}

function centred(size: Bounds, display: Bounds): Bounds {
  const { width, height } = fitted(size, display);
  return {
    width,
    height,
    x: Math.round(display.x + (display.width - width) / 2),
    y: Math.round(display.y + (display.height - height) / 2),
  };
}

function fitted(size: Bounds, display: Bounds): { readonly width: number; readonly height: number } {
  return {
    width: Math.min(Math.max(size.width, smallestWindow.width), display.width),
    height: Math.min(Math.max(size.height, smallestWindow.height), display.height),
  };
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(Math.max(value, from), to);
}
