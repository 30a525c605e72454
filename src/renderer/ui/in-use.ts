/** Somebody who has just opened the window, clicked or typed is waiting for what comes of it. */
const IN_USE_MS = 1000;
const INPUTS = ['click', 'keydown', 'wheel'] as const;

/**
 * Tells when the window is not in use: for work that nobody waits for. It is in use when this is called.
 * @param inputs where a person's input arrives
 * @returns settles in an idle moment that no input came before for a second
 */
export function createQuietTimes(inputs: EventTarget): () => Promise<void> {
  let usedAt = performance.now();
  const use = (): void => {
    usedAt = performance.now();
  };
  for (const input of INPUTS) inputs.addEventListener(input, use, { capture: true, passive: true });
  return async () => {
    for (let left = usedAt + IN_USE_MS - performance.now(); left > 0; ) {
      const wait = left;
      await new Promise((resolve) => setTimeout(resolve, wait));
      left = usedAt + IN_USE_MS - performance.now();
    }
    await new Promise((resolve) => requestIdleCallback(resolve));
  };
}
