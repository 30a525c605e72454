/** Tells when the wall clock was set, or the machine slept: both move it against the monotonic one. */
export interface DriftDetector {
  /** @returns how far (ms) the wall clock has jumped since the last look; 0 for what is only drift */
  look(wallMs: number, monotonicMs: number): number;
}

/** Clocks that are being slewed by NTP differ by less between two looks. */
const jumpMs = 2000;
const lookEveryMs = 15_000;

export function createDriftDetector(): DriftDetector {
  let offset: number | undefined;
  return {
    look: (wallMs, monotonicMs) => {
      const next = wallMs - monotonicMs;
      const moved = offset === undefined ? 0 : next - offset;
      offset = next;
      return Math.abs(moved) > jumpMs ? moved : 0;
    },
  };
}

/** Looks every 15 seconds. @returns how to stop */
export function watchClock(onJump: (byMs: number) => void): () => void {
  const detector = createDriftDetector();
  const look = (): void => {
    const moved = detector.look(Date.now(), performance.now());
    if (moved !== 0) onJump(moved);
  };
  look();
  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
