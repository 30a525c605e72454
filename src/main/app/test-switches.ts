import { createShiftedClock, type ShiftedClock } from '../platform/clock.ts';

/** What end-to-end tests reach by `globalThis.tplusTest` in main. */
export interface TestSwitches {
  readonly clock: {
    readonly advance: (ms: number) => void;
    /** Epoch ms. */
    readonly set: (at: number) => void;
    /** Epoch ms; it stands still there. */
    readonly hold: (at: number) => void;
    readonly now: () => number;
  };
  /** Addresses the window asked the network for and did not get. */
  readonly blockedRequests: () => readonly string[];
}
declare global {
  var tplusTest: TestSwitches | undefined;
}

/** A packaged app has no test switches, whatever its environment says. */
export function isUnderTest(isPackaged: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  return !isPackaged && env['TPLUS_TEST'] === '1';
}

/**
 * The app's clock: the machine's, and one that tests move where they may. It never shifts elsewhere, so its users need not
 * know.
 */
export function createAppClock(underTest: boolean): ShiftedClock {
  const clock = createShiftedClock();
  if (!underTest) return { ...clock, advance: refuse, set: refuse, hold: refuse };
  return clock;
}

function refuse(): never {
  throw new Error('the clock is moved by tests only');
}

/** Puts the switches where Playwright's `evaluate` finds them. No-op outside tests. */
export function exposeTestSwitches(
  underTest: boolean,
  parts: { readonly clock: ShiftedClock; readonly blockedRequests: () => readonly string[] },
): void {
  if (!underTest) return;
  const { clock, blockedRequests } = parts;
  globalThis.tplusTest = {
    clock: {
      advance: (ms) => clock.advance(ms),
      set: (at) => clock.set(at),
      hold: (at) => clock.hold(at),
      now: () => clock.now(),
    },
    blockedRequests,
  };
}
