import { useSyncExternalStore } from 'react';

/** Below this the columns of an incident become tabs. */
export const NARROW = '(max-width: 899px)';

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}
