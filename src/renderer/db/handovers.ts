import { useEffect, useMemo, useState } from 'react';
import { type Handover, handoversIn } from '#shared/domain/handover/past.ts';
import type { ShiftIncident } from '#shared/domain/handover/compose.ts';
import type { TplusEvent } from '#shared/domain/event/event.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { useFigures } from './figures.ts';
import { useLive } from './live.ts';

export type ReadHandovers =
  | { readonly state: 'reading' | 'failed' }
  | {
      readonly state: 'read';
      /** The last first. */
      readonly handovers: readonly Handover[];
      /** What they were read from, among events of drills and training. */
      readonly events: readonly TplusEvent[];
    };

/** The hand-overs that were made. */
export function useHandovers(): ReadHandovers {
  const { store, practised } = useLive();
  const [read, setRead] = useState<ReadHandovers>({ state: 'reading' });
  useEffect(() => {
    if (store === undefined) return undefined;
    let current = true;
    store.practice().then(
      (events) => current && setRead({ state: 'read', handovers: handoversIn(events), events }),
      () => current && setRead({ state: 'failed' }),
    );
    return () => {
      current = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `practised` rises with what the store holds.
  }, [store, practised]);
  return read;
}

/** What happened in a shift, as far as it is read. */
export interface Shift {
  readonly state: 'reading' | 'failed' | 'read';
  readonly incidents: readonly ShiftIncident[];
}

/** Incidents that were detected or resolved since an instant; those of tests and drills are left out. */
export function useShift(from: Instant): Shift {
  const held = useFigures();
  return useMemo(() => {
    if (held.state === 'failed') return { state: 'failed', incidents: [] };
    if (held.state !== 'ready') return { state: 'reading', incidents: [] };
    const incidents = held.figures.filter(
      ({ notCounted, detectedAt, resolvedAt }) =>
        notCounted === undefined && (detectedAt >= from || (resolvedAt ?? 0) >= from),
    );
    return { state: 'read', incidents };
  }, [held, from]);
}
