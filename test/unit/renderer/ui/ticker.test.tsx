// @vitest-environment happy-dom
import { act, render, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { SECOND_MS } from '#shared/domain/duration.ts';
import { Ticked } from '../../../../src/renderer/ui/Ticked.tsx';
import { setClock, useLatest, useNow, useTicked } from '../../../../src/renderer/ui/ticker.ts';
import { handDrivenClock, T0 } from './hand-driven-clock.ts';

const pass = handDrivenClock();

describe('the one clock of the window', () => {
  it('moves what is drawn of it on the full second, and rests when nobody looks', () => {
    const { result, unmount } = renderHook(() => useNow());
    pass(2 * SECOND_MS);
    expect(result.current).toBe(T0 + 2 * SECOND_MS);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('draws what is made of it again only when that is another', () => {
    let draws = 0;
    const { result } = renderHook(() => {
      draws += 1;
      return useTicked((now) => Math.floor((now - T0) / 10_000));
    });
    pass(9 * SECOND_MS);
    expect([result.current, draws]).toEqual([0, 1]);
    pass(SECOND_MS);
    expect([result.current, draws]).toEqual([1, 2]);
  });

  it('writes a text that follows it where it stands, without drawing anything again', () => {
    let draws = 0;
    function Clock() {
      draws += 1;
      return <Ticked className="figures" read={(now) => `${(now - T0) / SECOND_MS} s`} />;
    }
    const { container, unmount } = render(<Clock />);
    expect(container.innerHTML).toBe('<span class="figures">0 s</span>');
    pass(3 * SECOND_MS);
    expect([container.textContent, draws]).toEqual(['3 s', 1]);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('wakes for an instant that is to come, and not once all of them have', () => {
    const coming = renderHook(() => useLatest([T0 - 1, T0 + 3 * SECOND_MS]));
    expect(coming.result.current).toBe(T0 - 1);
    pass(3 * SECOND_MS);
    expect(coming.result.current).toBe(T0 + 3 * SECOND_MS);
    coming.unmount();
    const past = renderHook(() => useLatest([T0 - 1]));
    expect(past.result.current).toBe(T0 - 1);
    expect(vi.getTimerCount()).toBe(0);
    // Set back, it has not come yet.
    act(() => setClock(-10 * SECOND_MS, undefined));
    expect(past.result.current).toBeUndefined();
  });
});
