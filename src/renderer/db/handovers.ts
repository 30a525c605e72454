import { useEffect, useMemo, useState } from 'react';
import { type Handover, handoversIn } from '#shared/domain/handover/past.ts';
import type { ShiftIncident } from '#shared/domain/handover/compose.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { useFigures } from './figures.ts';
import { useLive } from './live.ts';

/** The hand-overs that were made, the last first; undefined while they are read. */
export function useHandovers(): readonly Handover[] | undefined {
  const { store, practised } = useLive();
  const [handovers, setHandovers] = useState<readonly Handover[]>();
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const events = (await store?.practice()) ?? [];
      if (current) setHandovers(handoversIn(events));
    };
    // A new one can be made without the earlier ones.
    read().catch(() => current && setHandovers([]));
    return () => {
      current = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `practised` rises with what the store holds.
  }, [store, practised]);
  return handovers;
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
