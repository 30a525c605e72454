import { vi } from 'vitest';

/** A window of a width that a test may change: `max-width` queries only. */
export function stubWidth(initial: number): { readonly resize: (width: number) => void } {
  let width = initial;
  const listeners = new Set<() => void>();
  vi.stubGlobal('matchMedia', (query: string) => ({
    get matches() {
      const most = /max-width:\s*(\d+)px/.exec(query)?.[1];
      return most !== undefined && width <= Number(most);
    },
    addEventListener: (_type: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_type: string, listener: () => void) => listeners.delete(listener),
  }));
  return {
    resize: (next) => {
      width = next;
      for (const listener of listeners) listener();
    },
  };
}
