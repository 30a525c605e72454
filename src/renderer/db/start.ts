import type { Instant } from '#shared/domain/ids.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import { describe, openDatabase, type StorageProblem, type TplusDatabase } from './database.ts';
import { forgetEndedDrafts, keepDraftsIn } from './drafts.ts';
import type { EventStore } from './event-store.ts';
import { keepImportDraftsIn } from './import-draft.ts';
import { IndexedStore } from './indexed-store.ts';
import { KEPT_MS, useLive, withChange } from './live.ts';
import { MemoryStore } from './memory-store.ts';
import { refoldClosed, refoldingOf } from './refold-closed.ts';
import { keepPlaybookDraftsIn } from './playbook-drafts.ts';
import { refreshProjections } from './refresh-projections.ts';
import { Replica } from './replica.ts';

/**
 * Brings the window's copy up: what IndexedDB holds is on screen first, then the stream keeps it. Whenever
 * IndexedDB cannot be used, also half way, the window goes on in memory from main's log alone.
 *
 * @returns stops following the log
 */
export function startReplica(bridge: Bridge, now: () => Instant, databaseName?: string): () => void {
  let replica: Replica | undefined;
  let database: TplusDatabase | undefined;
  let stopped = false;

  const follow = async (store: EventStore): Promise<void> => {
    useLive.setState({ store });
    replica = new Replica(bridge, store, {
      changed: (change) => {
        useLive.setState((live) => withChange(live, change, now()));
        const ends = [...change.incidents.values()].some((incident) => incident?.closedAt !== undefined);
        if (ends && useLive.getState().sync.state === 'live') forgetDrafts();
      },
      synced: (sync) => {
        useLive.setState((live) => ({ sync, loaded: live.loaded || sync.state === 'live' }));
        if (sync.state === 'live') forgetDrafts();
      },
      failed: (error) => degrade('failed', describe(error)),
    });
    await replica.run();
  };
  /** Only while level with the log: before, an incident that is not here may yet come. */
  const forgetDrafts = (): void => {
    // Tried again when the next incident ends, or at the next start.
    forgetEndedDrafts(now() - KEPT_MS).catch(() => undefined);
  };
  const degrade = (problem: StorageProblem, detail: string): void => {
    if (stopped || useLive.getState().storage !== undefined) return;
    // First, since closing the database reports itself here.
    useLive.setState({ storage: { problem, detail }, sync: { state: 'connecting' }, refolding: undefined });
    replica?.stop();
    database?.close();
    keepDraftsIn(undefined);
    keepPlaybookDraftsIn(undefined);
    keepImportDraftsIn(undefined);
    void follow(new MemoryStore());
  };
  const open = async (): Promise<void> => {
    const opened = await openDatabase(databaseName);
    if (stopped) return;
    if (!opened.ok) {
      degrade(opened.problem, opened.detail);
      return;
    }
    database = opened.database;
    // The browser closes it by force, such as when the profile's disk fails.
    database.on('close', () => degrade('failed', 'closed'));
    keepDraftsIn(database);
    keepPlaybookDraftsIn(database);
    keepImportDraftsIn(database);
    const store = new IndexedStore(database);
    try {
      await refreshProjections(database, () =>
        useLive.setState({ sync: { state: 'rebuilding', done: 0, total: 0 } }),
      );
      const refolding = await refoldingOf(database);
      const change = await store.load(now() - KEPT_MS);
      const wasFilled = (await store.position()) !== undefined;
      useLive.setState((live) => ({
        ...withChange(live, change, now()),
        loaded: live.loaded || wasFilled,
        refolding,
      }));
      await follow(store);
      await refoldClosed(database, {
        progress: (next) => useLive.setState({ refolding: next }),
        changed: (more) => useLive.setState((live) => withChange(live, more, now())),
        isStopped: () => stopped || useLive.getState().storage !== undefined,
      });
      if (refolding !== undefined && useLive.getState().sync.state === 'live') forgetDrafts();
    } catch (error) {
      degrade('failed', describe(error));
    }
  };
  /** A log that holds nothing has nothing to wait for: the first screen need not wait for IndexedDB. */
  const skipWaiting = async (): Promise<void> => {
    const end = await bridge.request['log.read']({ after: Number.MAX_SAFE_INTEGER });
    if (!stopped && end.ok && end.value.lastSeq === 0) useLive.setState({ loaded: true });
  };
  void open();
  void skipWaiting();
  return () => {
    stopped = true;
    replica?.stop();
    database?.close();
  };
}
