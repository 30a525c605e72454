import { useEffect, useState } from 'react';
import type { IncidentActions } from '#shared/domain/action/listed.ts';
import type { EventStore } from './event-store.ts';
import { LevelRows } from './level-rows.ts';
import { type Refolding, useLive } from './live.ts';

export type ReadActions =
  | { readonly state: 'loading' | 'failed' }
  | {
      readonly state: 'read';
      readonly incidents: readonly IncidentActions[];
      /** Closed incidents are being folded anew: some of theirs may be missing. */
      readonly refolding?: Refolding;
    };

/** What came of asking a store. */
interface Read {
  readonly of: EventStore;
  /** Undefined: it could not be read. */
  readonly incidents: readonly IncidentActions[] | undefined;
}

const ACTION_ROWS = new LevelRows<IncidentActions>((store, ids) => store.incidentActions(ids));

/** The action items of all incidents, also of those that ended long ago; level with every change. */
export function useActions(): ReadActions {
  const { store, loaded, revisions, refolding } = useLive();
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    if (!loaded || store === undefined) return undefined;
    let current = true;
    const keep = (incidents: Read['incidents']): void => {
      if (!current) return;
      setRead((before) =>
        before?.of === store && before.incidents === incidents ? before : { of: store, incidents },
      );
    };
    ACTION_ROWS.of(store, revisions).then(keep, () => keep(undefined));
    return () => {
      current = false;
    };
  }, [store, loaded, revisions]);
  if (read === undefined || read.of !== store) return { state: 'loading' };
  if (read.incidents === undefined) return { state: 'failed' };
  return { state: 'read', incidents: read.incidents, ...(refolding === undefined ? {} : { refolding }) };
}
