import { create } from 'zustand';
import type { AppSnapshot, Bridge } from '#shared/ipc/contract.ts';

/** What main says about itself; undefined until it has answered once. */
export const useSnapshotStore = create<{ readonly snapshot: AppSnapshot | undefined }>(() => ({
  snapshot: undefined,
}));

const RETRY_MS = 2000;

/**
 * Keeps the snapshot as main tells it. A push that overtakes the first answer is newer and stands.
 * @returns the unsubscribe
 */
export function followSnapshot(bridge: Bridge): () => void {
  let stopped = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe = [
    bridge.on['app.changed']((snapshot) => useSnapshotStore.setState({ snapshot })),
    bridge.on['sources.heard']((sources) =>
      useSnapshotStore.setState(({ snapshot }) => ({ snapshot: snapshot && { ...snapshot, sources } })),
    ),
  ];
  const fetchFirst = async (): Promise<void> => {
    const answer = await bridge.request['app.snapshot'](undefined);
    if (stopped || useSnapshotStore.getState().snapshot !== undefined) return;
    if (answer.ok) useSnapshotStore.setState({ snapshot: answer.value });
    else retry = setTimeout(() => void fetchFirst(), RETRY_MS);
  };
  void fetchFirst();
  return () => {
    stopped = true;
    clearTimeout(retry);
    for (const stop of unsubscribe) stop();
  };
}

/** For what is drawn only once the snapshot is there. */
export function useSnapshot(): AppSnapshot {
  const { snapshot } = useSnapshotStore();
  if (snapshot === undefined) throw new Error('drawn before the snapshot came');
  return snapshot;
}
