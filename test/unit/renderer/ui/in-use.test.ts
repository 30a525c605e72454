// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createQuietTimes } from '../../../../src/renderer/ui/in-use.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each(['click', 'keydown', 'wheel'])(
  'work that nobody waits for waits for a second after the start and after a %s',
  async (input) => {
    const quietTime = createQuietTimes(document);
    let done = 0;
    const work = async (): Promise<void> => {
      await quietTime();
      done += 1;
    };
    void work();
    await vi.advanceTimersByTimeAsync(900);
    expect(done).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(done).toBe(1);
    document.dispatchEvent(new Event(input));
    void work();
    await vi.advanceTimersByTimeAsync(600);
    document.dispatchEvent(new Event(input));
    await vi.advanceTimersByTimeAsync(900);
    expect(done).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(done).toBe(2);
  },
);
