import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { setClock } from '../../../../src/renderer/ui/ticker.ts';

/** When each test of a file with a hand-driven clock begins. */
export const T0 = Date.UTC(2026, 10, 23, 2);

/** For a file of tests: the window's clock stands until it is moved. @returns moves it on, in ms */
export function handDrivenClock(): (ms: number) => void {
  beforeEach(() => {
    vi.useFakeTimers({ now: T0 });
    setClock(0, undefined);
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });
  return (ms) => act(() => void vi.advanceTimersByTime(ms));
}
