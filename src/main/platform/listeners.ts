/** Those who want to hear of something. One that throws does not keep the others from hearing. */
export interface Listeners<Told extends readonly unknown[]> {
  /** @returns its unsubscribe */
  readonly add: (listener: (...told: Told) => void) => () => void;
  readonly tell: (...told: Told) => void;
}

export function createListeners<Told extends readonly unknown[]>(): Listeners<Told> {
  const listeners = new Set<(...told: Told) => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    tell: (...told) => {
      for (const listener of listeners) {
        try {
          listener(...told);
        } catch (error) {
          // Reported as any uncaught error is, after the rest have heard.
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
}
