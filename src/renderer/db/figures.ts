import { useEffect, useState } from 'react';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import { describe } from './database.ts';
import { FIGURE_ROWS } from './held-figures.ts';
import { useLive } from './live.ts';

/** The figures of every incident the log knows, as far as they are there. */
export type HeldFigures =
  | { readonly state: 'loading' }
  /** Closed incidents are being folded anew: a part of them would be a wrong figure. */
  | { readonly state: 'refolding'; readonly done: number; readonly total: number }
  | { readonly state: 'failed'; readonly detail: string }
  | { readonly state: 'ready'; readonly figures: readonly IncidentFigures[] };

/** Read once, then only what changed is read again. */
export function useFigures(): HeldFigures {
  const store = useLive((live) => live.store);
  const refolding = useLive((live) => live.refolding);
  const revisions = useLive((live) => live.revisions);
  const isWhole = refolding === undefined;
  const [read, setRead] = useState<HeldFigures>({ state: 'loading' });
  useEffect(() => {
    if (store === undefined || !isWhole) return undefined;
    let current = true;
    FIGURE_ROWS.of(store, revisions).then(
      (figures) => current && setRead({ state: 'ready', figures }),
      (error: unknown) => current && setRead({ state: 'failed', detail: describe(error) }),
    );
    return () => {
      current = false;
    };
  }, [store, isWhole, revisions]);
  return refolding === undefined ? read : { state: 'refolding', ...refolding };
}

/** Begins the reading, for a place that is about to be drawn: its script is fetched meanwhile. */
export function readFiguresAhead(): void {
  const { store, refolding, revisions } = useLive.getState();
  // What cannot be read is said by the place itself, which asks again.
  if (store !== undefined && refolding === undefined) FIGURE_ROWS.of(store, revisions).catch(() => undefined);
}
