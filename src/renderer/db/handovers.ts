import { useEffect, useState } from 'react';
import { type Handover, handoversIn } from '#shared/domain/handover/past.ts';
import type { ShiftIncident } from '#shared/domain/handover/compose.ts';
import type { Instant } from '#shared/domain/ids.ts';
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
    // What the store holds of them changes with this.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [store, practised]);
  return handovers;
}

/** Incidents that were detected or resolved since an instant; those of tests and drills are left out. */
export function useShift(from: Instant): readonly ShiftIncident[] {
  const { store, revisions } = useLive();
  const [shift, setShift] = useState<readonly ShiftIncident[]>([]);
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const figures = (await store?.figures()) ?? [];
      const since = figures.filter(
        ({ notCounted, detectedAt, resolvedAt }) =>
          notCounted === undefined && (detectedAt >= from || (resolvedAt ?? 0) >= from),
      );
      if (current) setShift(since);
    };
    // The document then says that nothing happened: what is open stands above it all the same.
    read().catch(() => undefined);
    return () => {
      current = false;
    };
    // What the store holds of them changes with these.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [store, revisions, from]);
  return shift;
}
