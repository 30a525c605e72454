import { useLayoutEffect, useRef } from 'react';
import type { Instant } from '#shared/domain/ids.ts';
import { onTick } from './ticker.ts';

interface TickedProps {
  /** The text at a full second: cheap, it is asked every second. */
  readonly read: (now: Instant) => string;
  readonly className?: string;
}

/**
 * Text that follows the clock. It is written where it stands: with many clocks on the screen, drawing parts of it anew
 * would cost more than all that changes.
 */
export function Ticked({ read, className }: TickedProps) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(
    () =>
      onTick((now) => {
        const text = read(now);
        if (place.current !== null && place.current.textContent !== text) place.current.textContent = text;
      }),
    [read],
  );
  return <span ref={place} className={className} />;
}
